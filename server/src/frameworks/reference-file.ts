import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { CompetencyKind } from './contract.ts';

const Both = z.object({ vi: z.string().min(1), en: z.string().min(1) });
const Fields = z.array(z.enum(['title', 'tag', 'text'])).min(1);
const Match = z.object({ caseSensitive: z.boolean().optional(), fields: Fields.optional() });
const Code = z.string().regex(/^[A-Z0-9][A-Z0-9.+-]*$/);

export const ReferenceFramework = z.object({
  code: z.string(),
  uuid: z.uuid(),
  version: z.string(),
  publishedOn: z.iso.date(),
  licence: z.string(),
  title: Both,
});
export const ReferenceArea = z.object({
  area: z.object({ code: Code, uuid: z.uuid(), label: Both, definition: Both }),
  competencies: z.array(
    z.object({
      code: Code,
      uuid: z.uuid(),
      kind: CompetencyKind.exclude(['area']),
      label: Both,
      definition: Both,
      labelMatch: Match.optional(),
      aliases: z
        .array(Match.extend({ form: z.string().min(1), lang: z.enum(['vi', 'en']) }))
        .default([]),
    }),
  ),
});
export type ReferenceFramework = z.infer<typeof ReferenceFramework>;
export type ReferenceArea = z.infer<typeof ReferenceArea>;

export interface Reference {
  framework: ReferenceFramework;
  areas: ReferenceArea[];
  /** over the parsed content, so that comments and layout do not make a new version */
  sha256: string;
}

const folder = new URL('../../../reference/framework/', import.meta.url);

/** Reads the framework that comes with the program; throws on any departure from its shape. */
export async function readReferenceFramework(): Promise<Reference> {
  const read = async (name: string): Promise<unknown> =>
    parse(await readFile(new URL(name, folder), 'utf8'));
  const framework = ReferenceFramework.parse(await read('framework.yaml'));
  const names = (await readdir(new URL('competencies/', folder))).filter((name) =>
    name.endsWith('.yaml'),
  );
  const areas: ReferenceArea[] = [];
  for (const name of names.sort())
    areas.push(ReferenceArea.parse(await read(`competencies/${name}`)));
  const sha256 = createHash('sha256').update(JSON.stringify({ framework, areas })).digest('hex');
  return { framework, areas, sha256 };
}
