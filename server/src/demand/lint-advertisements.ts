import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { addFindings } from '#src/imports/staged-rows.ts';
import { readStagedKeys } from './compare-advertisements.ts';
import { repeatedRows } from './diff-advertisements.ts';
import { TEMPLATE } from './lint-rules.ts';

/** Findings that only the whole file shows: template texts are held, repeated rows are pointed out. */
export async function lintAdvertisements(trx: Transaction<DB>, run: Run): Promise<void> {
  const templates = await findTemplates(trx, run.id);
  const repeated = repeatedRows(await readStagedKeys(trx, run.id));
  await addFindings(trx, run.id, [
    ...templates.map(({ rowNumber, ...detail }) => ({
      rowNumber,
      finding: { code: 'template-text', severity: 'hold', column: 'exp_skills', detail } as const,
    })),
    ...repeated.map(({ rowNumber, repeats }) => ({
      rowNumber,
      finding: {
        code: 'duplicate-in-file',
        severity: 'warning',
        column: null,
        detail: { row: repeats },
      } as const,
    })),
  ]);
}

async function findTemplates(
  trx: Transaction<DB>,
  runId: string,
): Promise<{ rowNumber: number; advertisements: number; employers: number }[]> {
  const { rows } = await sql<{ rowNumber: number; advertisements: number; employers: number }>`
    with staged as materialized (
      select row_number, payload ->> 'textKey' as text_key, payload ->> 'employerKey' as employer_key
        from import_row
       where import_run_id = ${runId} and change is distinct from 'rejected'
    ), template as (
      select text_key, count(*)::int4 as advertisements,
             count(distinct employer_key)::int4 as employers
        from staged group by text_key
      having count(*) >= ${TEMPLATE.advertisements}
         and count(distinct employer_key) >= ${TEMPLATE.employers}
    )
    select s.row_number as "rowNumber", t.advertisements, t.employers
      from staged s join template t using (text_key)
     order by s.row_number`.execute(trx);
  return rows;
}
