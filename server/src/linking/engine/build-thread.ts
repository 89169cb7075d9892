import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { HybridConcept, HybridForm } from '../hybrid/concepts.ts';
import { buildHybridIndex } from '../hybrid/hybrid-index.ts';
import { writeIndexFile } from '../hybrid/index-file.ts';
import type { ContentPage } from '../index-content.ts';

/** Pages of the content, then where the index is to lie. */
export type BuildOrder = { page: ContentPage } | { path: string };
export interface Built {
  hash: string;
  competencies: number;
}

if (process.platform === 'linux') setPriority(0, 10);

const concepts: HybridConcept[] = [];
const forms: HybridForm[] = [];
parentPort!.on('message', (order: BuildOrder) => {
  if ('page' in order) {
    concepts.push(...order.page.concepts);
    forms.push(...order.page.forms);
    return;
  }
  const index = buildHybridIndex(concepts, forms);
  keep(order.path, writeIndexFile(index));
  parentPort!.postMessage({ hash: index.hash, competencies: concepts.length } satisfies Built);
  parentPort!.close();
});

/** Under another name until it is whole: whoever reads at the same time sees the old file or the new one. */
function keep(path: string, content: Buffer): void {
  const partial = `${path}.${process.pid}.partial`;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(partial, 'w', 0o600);
  try {
    for (let at = 0; at < content.length;) at += writeSync(file, content, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}
