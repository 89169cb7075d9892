import { z } from 'zod';

/**
 * A back-up is a gzipped tar, readable with any `tar`:
 *
 *   manifest.json                     what it is (Manifest)
 *   database/<table>/000001.copy …    the rows in COPY's text format, cut into parts of about 1 MB
 *   files/<ab>/<sha256>               the content-addressed files
 *   seal.json                         counts and hashes of all that (Seal); the last entry
 */
export const archiveVersion = 1;
export const manifestPath = 'manifest.json';
export const sealPath = 'seal.json';

/** A file's path inside the folder of files, as the room `files` lays them out. */
export const storedFile = /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/;

export const Manifest = z.object({
  format: z.literal('nhip-backup'),
  formatVersion: z.number().int(),
  programVersion: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Manifest = z.infer<typeof Manifest>;

export const Seal = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number().int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  files: z.object({ count: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
});
export type Seal = z.infer<typeof Seal>;
