import { createHash } from 'node:crypto';
import type { HybridConcept, HybridForm, IndexOptions } from './concepts.ts';
import { dimensions, encoderOf } from './encoder.ts';
import {
  assemble,
  canonical,
  hashOf,
  HYBRID_VERSION,
  textsOf,
  type HybridIndex,
  type IndexContent,
} from './hybrid-index.ts';

/**
 * An index as a file: a line of JSON (version, hash, competencies, forms, options, the encoder's
 * words), a new line, the encoder's vectors as little-endian 32-bit floats. Only what takes long to
 * make is kept; the rest is built on reading.
 */
interface Head {
  version: string;
  hash: string;
  /** SHA-256 over the vectors. */
  vectors: string;
  concepts: HybridConcept[];
  forms: HybridForm[];
  options: IndexOptions;
  terms: string[] | null;
}

export type IndexFileFault = 'no-index' | 'other-version' | 'damaged';

const newLine = 0x0a;

export function writeIndexFile({
  version,
  hash,
  concepts,
  forms,
  options,
  encoder,
}: HybridIndex): Buffer {
  const vectors = Buffer.alloc((encoder?.vectors.length ?? 0) * 4);
  encoder?.vectors.forEach((value, at) => vectors.writeFloatLE(value, at * 4));
  const head: Head = {
    version,
    hash,
    vectors: digest(vectors),
    concepts,
    forms,
    options,
    terms: encoder?.terms ?? null,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), vectors]);
}

/** The index, or what is wrong with the file: a reader never ranks with half an index. */
export function readIndexFile(file: Buffer): HybridIndex | IndexFileFault {
  const head = readHead(file);
  if (!head) return 'no-index';
  if (head.version !== HYBRID_VERSION) return 'other-version';
  const vectors = file.subarray(file.indexOf(newLine) + 1);
  const content = contentOf(head);
  if (!content) return 'damaged';
  const whole = vectors.length === (head.terms?.length ?? 0) * dimensions * 4;
  if (!whole || digest(vectors) !== head.vectors || hashOf(content) !== head.hash) return 'damaged';
  const rows = Float32Array.from({ length: vectors.length / 4 }, (_, at) =>
    vectors.readFloatLE(at * 4),
  );
  const encoder = head.terms ? encoderOf(head.terms, rows) : undefined;
  return assemble(content, textsOf(content), encoder);
}

function readHead(file: Buffer): Head | undefined {
  const end = file.indexOf(newLine);
  if (end < 0) return undefined;
  try {
    const head = JSON.parse(file.toString('utf8', 0, end)) as Partial<Head> | null;
    const isHead = Array.isArray(head?.concepts) && Array.isArray(head.forms) && head.options;
    return isHead ? (head as Head) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined when the lists hold something else than competencies and forms. */
function contentOf({ concepts, forms, options }: Head): IndexContent | undefined {
  try {
    return canonical(concepts, forms, options);
  } catch {
    return undefined;
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
