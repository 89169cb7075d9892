import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildWebWhenStale } from '#src/web/build.ts';

/** First load of a working screen: the entry, what it imports at once, and the first route; JavaScript, brotli. */
const LIMIT = 170_000;

interface Chunk {
  file: string;
  imports?: string[];
  isEntry?: boolean;
}

const dist = await buildWebWhenStale(() => process.stdout.write('building the web…\n'));
const manifest = JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;
const first = Object.keys(manifest).filter(
  (key) => manifest[key]!.isEntry || /overview\/[\w-]*page\.tsx$/.test(key),
);
const files = new Set<string>();
const visit = (key: string): void => {
  const chunk = manifest[key]!;
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.imports?.forEach(visit);
};
first.forEach(visit);

let total = 0;
for (const file of files) {
  const size = brotliCompressSync(await readFile(join(dist, file))).byteLength;
  total += size;
  process.stdout.write(`${String(size).padStart(8)}  ${file}\n`);
}
process.stdout.write(`${String(total).padStart(8)}  first load, brotli (limit ${LIMIT})\n`);
if (first.length < 2) throw new Error('the entry or the first screen is missing from the manifest');
if (total > LIMIT) process.exitCode = 1;
