import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Run } from '#src/imports/importer.ts';
import { breathe } from '#src/imports/progress.ts';
import { addFindings } from '#src/imports/staged-rows.ts';
import { listLevels } from '../scale-queries.ts';
import { findFramework } from '../version-queries.ts';
import type { FrameworkRow } from './framework-row.ts';
import { lintParts, warning, type Found, type Part } from './lint-parts.ts';
import { uuidHolders } from './uuid-holders.ts';

/** What only the whole file shows: identifiers and labels that stand twice, cycles, references that lead nowhere. */
export async function lintFramework(trx: Transaction<DB>, run: Run): Promise<void> {
  const about = await frameworkRow(trx, run);
  const parts = await listParts(trx, run);
  const levels = await levelsOfScales(trx, run, parts);
  const found = await takenUuids(trx, run, about);
  for (const step of lintParts(parts, levels)) {
    found.push(...step);
    await breathe();
  }
  await addFindings(trx, run.id, found);
}

/** Throws framework-not-described where the file does not say what framework it is. */
async function frameworkRow(trx: Transaction<DB>, run: Run): Promise<FrameworkRow> {
  const row = await trx
    .selectFrom('import_row')
    .where('import_run_id', '=', run.id)
    .where('key', '=', 'framework')
    .where((eb) => eb.or([eb('change', 'is', null), eb('change', '<>', 'rejected')]))
    .select('payload')
    .executeTakeFirst();
  if (!row) throw new Problem('framework-not-described', { file: run.fileName });
  return row.payload as unknown as FrameworkRow;
}

async function listParts(trx: Transaction<DB>, run: Run): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select row_number as "rowNumber", payload ->> 'type' as type, payload ->> 'sourceId' as "sourceId",
           payload ->> 'code' as code, payload ->> 'uuid' as uuid, payload ->> 'kind' as kind,
           payload ->> 'parent' as parent,
           coalesce(jsonb_path_query_array(payload, '$.texts[*] ? (@.field == "label")'), '[]') as labels,
           jsonb_path_query_array(payload, '$.requirements[*].item')
             || jsonb_path_query_array(payload, '$.relations[*].to') as targets,
           jsonb_path_query_array(payload, '$.level ? (@.type() == "object")')
             || jsonb_path_query_array(payload, '$.levels[*]')
             || jsonb_path_query_array(payload, '$.requirements[*].level') as levels
      from import_row
     where import_run_id = ${run.id} and change is distinct from 'rejected' and change is distinct from 'removed'
       and payload ->> 'type' in ('item', 'role')
     order by row_number`.execute(trx);
  return rows;
}

/** The levels of the scales of the file, and of those that it names and that stand already. */
async function levelsOfScales(
  trx: Transaction<DB>,
  run: Run,
  parts: readonly Part[],
): Promise<Map<string, Set<number>>> {
  const { rows } = await sql<{ code: string; levels: number[] }>`
    select payload ->> 'code' as code, jsonb_path_query_array(payload, '$.levels[*].level') as levels
      from import_row where import_run_id = ${run.id} and key like 'scale %'
       and change is distinct from 'rejected'`.execute(trx);
  const known = new Map(rows.map(({ code, levels }) => [code, new Set(levels)]));
  for (const scale of new Set(parts.flatMap(({ levels }) => levels.map((one) => one.scale)))) {
    if (!known.has(scale)) known.set(scale, new Set(await listLevels(trx, scale)));
  }
  return known;
}

/** A copy that keeps the identifiers of its source would be taken for it: it gets its own (see apply-framework.ts). */
async function takenUuids(trx: Transaction<DB>, run: Run, about: FrameworkRow): Promise<Found[]> {
  const own = (await findFramework(trx, about))?.id ?? 0;
  const { rows } = await sql<{ rowNumber: number; uuid: string; framework: string }>`
    select r.row_number as "rowNumber", r.payload ->> 'uuid' as uuid, f.code as framework
      from ${uuidHolders(run.id)} r
      join framework f on f.id = r.framework_id and f.id <> ${own}
     where r.change is distinct from 'rejected'
       and r.payload ->> 'type' in ('item', 'role')`.execute(trx);
  return rows.map(({ rowNumber, uuid, framework }) =>
    warning({ rowNumber }, 'framework-uuid-elsewhere', { value: uuid, framework }, 'uuid'),
  );
}
