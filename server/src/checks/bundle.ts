import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildWebWhenStale } from '#src/web/build.ts';

/** JavaScript (brotli) of a first load: the entry, one page, and everything they import at once. */
const LIMIT = 170_000;

interface Chunk {
  file: string;
  imports?: string[];
  isEntry?: boolean;
}
type Manifest = Record<string, Chunk>;

const dist = await buildWebWhenStale(() => process.stdout.write('building the web…\n'));
const manifest = JSON.parse(
  await readFile(join(dist, '.vite', 'manifest.json'), 'utf8'),
) as Manifest;
const entry = Object.keys(manifest).filter((key) => manifest[key]!.isEntry);
const pages = Object.keys(manifest).filter((key) => /^src\/.*-page\.tsx$/.test(key));
if (entry.length !== 1 || pages.length === 0)
  throw new Error('the manifest names no entry or page');

const sizes = new Map<string, number>();
for (const { file } of Object.values(manifest)) {
  if (!file.endsWith('.js') || sizes.has(file)) continue;
  sizes.set(file, brotliCompressSync(await readFile(join(dist, file))).byteLength);
}

const loads = pages
  .map((page) => ({ page, bytes: bytesOf(filesOf([...entry, page])) }))
  .sort((a, b) => b.bytes - a.bytes);
for (const { page, bytes } of loads) {
  process.stdout.write(`${String(bytes).padStart(8)}  ${page}\n`);
}
const largest = loads[0]!;
process.stdout.write(`${largest.bytes} of ${LIMIT} bytes: ${largest.page} as the first page\n`);
if (largest.bytes > LIMIT) process.exitCode = 1;

function filesOf(keys: string[], files = new Set<string>()): Set<string> {
  for (const key of keys) {
    const { file, imports = [] } = manifest[key]!;
    if (files.has(file)) continue;
    files.add(file);
    filesOf(imports, files);
  }
  return files;
}

function bytesOf(files: Set<string>): number {
  return [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
}
