import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { Problem } from '#src/errors.ts';
import { plainName } from '#src/imports/bundle.ts';

/**
 * What `nhip import` sends: one file as it is; a folder, or several files, as a ZIP of those that hold
 * data. The same files give the same bytes, so that an import of them is recognised as the same.
 *
 * Throws file-not-readable, bundle-empty, bundle-file-twice.
 */
export async function packFiles(
  paths: readonly string[],
): Promise<{ path: string; bytes?: Buffer }> {
  const [first, ...others] = paths as [string, ...string[]];
  if (others.length === 0 && !(await isFolder(first))) return { path: first };
  const files: Record<string, Uint8Array> = {};
  for (const path of paths) {
    for (const file of (await isFolder(path)) ? await dataFiles(path) : [path]) {
      const name = basename(file).normalize('NFC');
      if (files[name]) throw new Problem('bundle-file-twice', { file: name });
      files[name] = await readFile(file).catch(() => {
        throw new Problem('file-not-readable', { file });
      });
    }
  }
  const names = Object.keys(files).sort();
  if (names.length === 0) throw new Problem('bundle-empty', { file: first });
  const bytes = zipSync(
    Object.fromEntries(
      names.map((name) => [name, [files[name]!, { level: /\.gz$/i.test(name) ? 0 : 6 }]]),
    ),
    { mtime: EPOCH },
  );
  const folder = (await isFolder(first)) ? resolve(first) : resolve(first, '..');
  return { path: `${basename(folder)}.zip`, bytes: Buffer.from(bytes) };
}

/** The first day that a ZIP can name, in the local time that it is written in. */
const EPOCH = new Date(1980, 0, 1);

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Problem('file-not-readable', { file: path });
  return found.isDirectory();
}

async function dataFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /\.(csv|tsv|txt|jsonl?)(\.gz)?$/i.test(name) && !/^read.?me/i.test(name))
    .filter((name) => plainName(name) !== '')
    .map((name) => join(folder, name));
}
