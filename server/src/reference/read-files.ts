import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** reference/framework/ of this program. */
export const REFERENCE_FOLDER = fileURLToPath(
  new URL('../../../reference/framework/', import.meta.url),
);

export interface ReferenceFile {
  /** from the folder, with forward slashes */
  name: string;
  text: string;
}

/** The files of a reference folder in the order of their names; editors' swap and back-up files are passed over. */
export async function readReferenceFiles(folder = REFERENCE_FOLDER): Promise<ReferenceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /^[^.].*\.(ya?ml|tsv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      text: await readFile(path, 'utf8'),
    })),
  );
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
