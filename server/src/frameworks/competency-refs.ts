import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import type { CompetencyRef } from './contract.ts';
import { listCompetencies, type CompetencyRow } from './queries.ts';

interface Known {
  revision: number;
  rows: Map<number, CompetencyRow>;
  refs: Map<number, CompetencyRef>;
}

// Per database handle: a program may hold several (tests do).
const cache = new WeakMap<object, Known>();

/** Competencies by id as other rooms name them; read again only when a framework has changed. */
export async function competencyRefs(db: Kysely<DB>): Promise<Map<number, CompetencyRef>> {
  return (await known(db)).refs;
}

export async function competencyRows(db: Kysely<DB>): Promise<Map<number, CompetencyRow>> {
  return (await known(db)).rows;
}

async function known(db: Kysely<DB>): Promise<Known> {
  const revision = (await inputRevisions(db)).frameworks;
  const cached = db.isTransaction ? undefined : cache.get(db);
  if (cached?.revision === revision) return cached;
  const rows = new Map((await listCompetencies(db)).map((row) => [row.id, row]));
  const fresh: Known = {
    revision,
    rows,
    refs: new Map(
      [...rows.values()].map((row) => [
        row.id,
        {
          id: row.id,
          code: row.code,
          kind: row.kind,
          label: row.label,
          areaCode: areaOf(rows, row)?.code ?? null,
        },
      ]),
    ),
  };
  if (!db.isTransaction) cache.set(db, fresh);
  return fresh;
}

/** The nearest area above a competency, however many competencies stand between them; none above itself. */
export function areaOf(
  rows: ReadonlyMap<number, CompetencyRow>,
  row: CompetencyRow,
): CompetencyRow | undefined {
  const seen = new Set([row.id]);
  let above = row.parentId === null ? undefined : rows.get(row.parentId);
  while (above && above.kind !== 'area' && !seen.has(above.id)) {
    seen.add(above.id);
    above = above.parentId === null ? undefined : rows.get(above.parentId);
  }
  return above?.kind === 'area' ? above : undefined;
}
