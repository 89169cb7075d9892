import { readFileSync } from 'node:fs';
import { readIndexFile } from '../hybrid/index-file.ts';
import type { HybridIndex } from '../hybrid/hybrid-index.ts';
import { linkHybrid } from '../hybrid/link-hybrid.ts';
import { hybridVersion } from '../linker-version.ts';
import { mergeTiers } from '../merge-tiers.ts';
import type { IndexFault, IndexFile, LinkAnswer, LinkOrder } from './orders.ts';

/** Of the frameworks in use, and of one that somebody looks at meanwhile. */
const MOST_INDEXES = 2;

/** Does the orders that a thread is given; keeps the indexes that it has read. */
export function linkOrders(): (order: LinkOrder) => LinkAnswer {
  const loaded = new Map<string, HybridIndex>();
  return ({ index: file, texts }) => {
    const index = loaded.get(file.hash) ?? readIndex(file);
    if (typeof index === 'string') return { fault: index };
    loaded.delete(file.hash);
    loaded.set(file.hash, index);
    if (loaded.size > MOST_INDEXES) loaded.delete(loaded.keys().next().value!);
    const version = hybridVersion();
    return {
      linked: texts.map(({ text, dictionary, ...reading }) => {
        const result = linkHybrid(index, text, reading);
        const links = mergeTiers(text, dictionary, { ...result, version }, reading);
        return { links, read: { units: result.read.units, of: result.read.of } };
      }),
    };
  };
}

function readIndex({ path, hash }: IndexFile): HybridIndex | IndexFault {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return 'no-index';
  }
  const read = readIndexFile(bytes);
  if (typeof read === 'string') return read;
  return read.hash === hash ? read : 'other-content';
}
