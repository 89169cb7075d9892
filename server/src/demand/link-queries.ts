import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Verdict } from '#src/linking/contract.ts';
import { holdDecisions, standingDecisions } from '#src/linking/standing-decisions.ts';
import type { LinkRow } from './link-advertisement.ts';

const BATCH = 5_000;

export async function insertLinks(
  trx: Transaction<DB>,
  links: (LinkRow & { advertisementId: number })[],
): Promise<void> {
  for (let from = 0; from < links.length; from += BATCH) {
    const rows = links.slice(from, from + BATCH);
    const each = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
    // a list of lists would be unpacked whole
    const features = rows.map((row) => row.features && `{${row.features.join(',')}}`);
    await sql`
      insert into advertisement_link
        (advertisement_id, competency_id, framework_version_id, lexicon_revision_id, field, ordinal,
         span_start, span_end, surface, normalised, method, form, linker_version,
         band, probability, score, line_language, features, reasons,
         level_scale, level_low, level_high, level_grounds)
      select advertisement_id, competency_id, framework_version_id, lexicon_revision_id, field, ordinal,
             span_start, span_end, surface, normalised, method, form, linker_version,
             band, probability, score, line_language, features::real[], reasons::jsonb,
             level_scale, level_low, level_high, level_grounds::jsonb
        from unnest(
        ${each('advertisementId')}::int8[], ${each('competency_id')}::int4[],
        ${each('framework_version_id')}::int4[], ${each('lexicon_revision_id')}::int4[],
        ${each('field')}::text[], ${each('ordinal')}::int2[],
        ${each('span_start')}::int4[], ${each('span_end')}::int4[],
        ${each('surface')}::text[], ${each('normalised')}::text[],
        ${each('method')}::text[], ${each('form')}::text[], ${each('linker_version')}::text[],
        ${each('band')}::text[], ${each('probability')}::real[], ${each('score')}::real[],
        ${each('line_language')}::text[], ${features}::text[], ${each('reasons')}::text[],
        ${each('level_scale')}::text[], ${each('level_low')}::int2[], ${each('level_high')}::int2[],
        ${each('level_grounds')}::text[]
      ) as link (advertisement_id, competency_id, framework_version_id, lexicon_revision_id, field,
                 ordinal, span_start, span_end, surface, normalised, method, form, linker_version,
                 band, probability, score, line_language, features, reasons,
                 level_scale, level_low, level_high, level_grounds)`.execute(trx);
  }
}

export async function deleteLinks(
  trx: Transaction<DB>,
  advertisementIds: readonly number[],
): Promise<void> {
  await trx
    .deleteFrom('advertisement_link')
    .where('advertisement_id', 'in', advertisementIds)
    .execute();
}

/** Puts people's standing decisions on links that were made after them: on all, or on those of some postings. */
export async function carryVerdicts(
  trx: Transaction<DB>,
  advertisementIds?: readonly number[],
): Promise<void> {
  await holdDecisions(trx);
  const among =
    advertisementIds === undefined
      ? sql`true`
      : sql`l.advertisement_id = any(${[...advertisementIds]}::int8[])`;
  await sql`
    update advertisement_link l set verdict = s.verdict
      from (${standingDecisions}) s
     where l.normalised = s.normalised and l.competency_id = s.competency_id
       and l.verdict is distinct from s.verdict and ${among}`.execute(trx);
}

/** One text that changes whenever what counts of some postings, or where it stands, does. */
export async function digestOfCounted(
  trx: Transaction<DB>,
  advertisementIds: readonly number[],
): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select coalesce(md5(string_agg(link, ',' order by link)), '') as digest
      from (select concat_ws(' ', advertisement_id, competency_id, field, ordinal, span_start, span_end) as link
              from advertisement_link
             where advertisement_id = any(${[...advertisementIds]}::int8[]) and counts) counted`.execute(
    trx,
  );
  return rows[0]!.digest;
}

export async function updateVerdict(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
  verdict: Verdict | null,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('advertisement_link')
    .set({ verdict })
    .where('normalised', '=', normalised)
    .where('competency_id', '=', competencyId)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Takes the links away that a person's word alone has made; gives the postings that had one. */
export async function deleteDecided(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
): Promise<number[]> {
  const rows = await trx
    .deleteFrom('advertisement_link')
    .where('normalised', '=', normalised)
    .where('competency_id', '=', competencyId)
    .where('method', '=', 'decision')
    .returning('advertisement_id as id')
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}
