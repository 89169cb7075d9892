import { createHash } from 'node:crypto';
import type { Manifest, Seal } from './archive.ts';

/** What came out of an archive, counted while it was read. */
export type Found = Pick<Seal, 'tables' | 'files'>;

const nothing = createHash('sha256').digest('hex');

/** The first part of an archive that is not what its seal says; undefined when all of it is. */
export function findDifference(manifest: Manifest, seal: Seal, found: Found): string | undefined {
  for (const { name } of manifest.tables) {
    const expected = seal.tables.find((table) => table.name === name);
    const loaded = found.tables.filter((table) => table.name === name);
    const [actual = { name, rows: 0, sha256: nothing }] = loaded;
    const same = expected?.rows === actual.rows && expected.sha256 === actual.sha256;
    if (!same || loaded.length > 1) return `database/${name}`;
  }
  const { count, bytes, sha256 } = found.files;
  const same =
    seal.files.count === count && seal.files.bytes === bytes && seal.files.sha256 === sha256;
  return same ? undefined : 'files';
}
