import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { excerptAround } from '#src/languages/excerpt.ts';
import type { CompetencyRef } from '#src/frameworks/contract.ts';
import { hintKey, listHints, type LineOf } from '#src/linking/endpoint/hints.ts';
import { levelOf } from '#src/linking/link-view.ts';
import { sayReasons } from '#src/linking/say-reasons.ts';
import type { ReviewExample, TextKind } from './contract.ts';
import { listExamples, type ExampleRow } from './example-queries.ts';
import { surfaceKey, type Surface } from './surfaces.ts';

/** Where surfaces stand, by their keys, with why the linker made each link and how sure it is. */
export async function readExamples(
  db: Kysely<DB>,
  surfaces: readonly Surface[],
  refs: ReadonlyMap<number, CompetencyRef>,
  kind: TextKind | undefined,
): Promise<Map<string, ReviewExample[]>> {
  const rows = await listExamples(db, surfaces, kind);
  const hints = await listHints(db, rows.filter((row) => row.kind === 'advertisement').map(lineOf));
  const examples = new Map<string, ReviewExample[]>();
  for (const row of rows) {
    const own = examples.get(surfaceKey(row)) ?? [];
    const { kind: of, id, ownerId, band, probability } = row;
    own.push({
      ...{ kind: of, id, ownerId, band, probability },
      ...excerptAround(row.text, row.start, row.end),
      level: levelOf(row),
      reasons: sayReasons(row, refs.get(row.competencyId)?.label ?? { vi: null, en: null }),
      hint: hints.get(hintKey(lineOf(row))) ?? null,
    });
    examples.set(surfaceKey(row), own);
  }
  return examples;
}

function lineOf({ text, start, end, competencyId }: ExampleRow): LineOf {
  return { text, start, end, competencyId };
}
