import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { LEAST_ACCEPTED } from '#src/linking/least-accepted.ts';
import { standingCalibrations } from '#src/linking/standing-calibrations.ts';
import { standingDecisions } from '#src/linking/standing-decisions.ts';
import type { LocalText } from '#src/languages/contract.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { BandMoves, CalibrationCell, Reliability } from './contract.ts';
import { hybridLinks } from './hybrid-links.ts';
import type { Proposal } from './propose.ts';
import type { Pair } from './weigh-votes.ts';

/** How many links of the hybrid tier each kind of text has. */
export async function countCells(db: Kysely<DB>): Promise<(CalibrationCell & { links: number })[]> {
  const { rows } = await sql<CalibrationCell & { links: number }>`
    select language, document_type as "documentType", count(*)::int4 as links
      from (${hybridLinks()}) link group by 1, 2`.execute(db);
  return rows;
}

/**
 * The pairs of a cell: those that the hybrid tier links today, and those that it linked when somebody
 * decided. Anything but an acceptance says that the link is not right.
 */
export async function listPairs(
  db: Kysely<DB>,
  { language, documentType }: CalibrationCell,
): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with linked as (
      select normalised, competency_id, avg(score)::float8 as score, count(*)::int4 as links
        from (${hybridLinks(sql`line_language = ${language}`)}) link
       where document_type = ${documentType}
       group by 1, 2
    ), judged as (
      select j.normalised, j.competency_id, j.score::float8 as score, j.links,
             s.verdict = 'accept' as accepted
        from judged_link j
        join (${standingDecisions}) s using (normalised, competency_id)
       where j.language = ${language} and j.document_type = ${documentType}
    )
    select normalised, coalesce(j.score, l.score) as score, coalesce(j.links, l.links) as links,
           j.accepted as "right"
      from judged j full join linked l using (normalised, competency_id)
     order by normalised, competency_id`.execute(db);
  return rows;
}

/** What a curve would do to the links of a cell that bear nobody's word. */
export async function countMoves(
  db: Kysely<DB>,
  { language, documentType }: CalibrationCell,
  { slope, intercept, mayAccept }: Pick<Proposal, 'slope' | 'intercept' | 'mayAccept'>,
): Promise<BandMoves> {
  const { rows } = await sql<BandMoves>`
    with after as (
      select band, 1 / (1 + exp(-(${slope}::float8 * score + ${intercept}::float8))) >= ${LEAST_ACCEPTED}
                   and (${mayAccept}::boolean or shipped_band = 'accepted') as accepted
        from (${hybridLinks(sql`line_language = ${language}`)}) link
       where document_type = ${documentType} and verdict is null
    )
    select count(*)::int4 as links,
           (count(*) filter (where accepted and band = 'review'))::int4 as "toAccepted",
           (count(*) filter (where not accepted and band = 'accepted'))::int4 as "toReview"
      from after`.execute(db);
  return rows[0]!;
}

export async function insertCalibration(
  trx: Transaction<DB>,
  actor: Actor,
  { language, documentType }: CalibrationCell,
  proposal: Proposal,
): Promise<number> {
  const { id } = await trx
    .insertInto('link_calibration')
    .values({
      language,
      document_type: documentType,
      slope: proposal.slope,
      intercept: proposal.intercept,
      may_accept: proposal.mayAccept,
      votes: proposal.votes,
      votes_right: proposal.right,
      error_before: proposal.errorBefore,
      error_after: proposal.errorAfter,
      reliability: JSON.stringify(proposal.reliability),
      actor_id: actor.id,
      owner_organisation_id: actor.organisationId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Says whether it stood until now. */
export async function withdrawCalibration(
  trx: Transaction<DB>,
  actor: Actor,
  id: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('link_calibration')
    .set({ withdrawn_at: new Date(), withdrawn_by: actor.id })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findCalibration(
  db: Kysely<DB>,
  id: number,
): Promise<(CalibrationCell & { stands: boolean }) | undefined> {
  const { rows } = await sql<CalibrationCell & { stands: boolean }>`
    select c.language, c.document_type as "documentType", s.id is not null as stands
      from link_calibration c left join (${standingCalibrations}) s on s.id = c.id
     where c.id = ${id}`.execute(db);
  return rows[0];
}

export interface MadeRow extends CalibrationCell {
  id: number;
  slope: number;
  intercept: number;
  mayAccept: boolean;
  votes: number;
  right: number;
  errorBefore: number;
  errorAfter: number;
  reliability: Reliability;
  madeBy: LocalText;
  madeAt: Date;
  withdrawnAt: Date | null;
  stands: boolean;
}

const MOST_SHOWN = 50;

export async function listMade(db: Kysely<DB>): Promise<MadeRow[]> {
  const { rows } = await sql<MadeRow>`
    select c.id, c.language, c.document_type as "documentType", c.slope, c.intercept,
           c.may_accept as "mayAccept", c.votes, c.votes_right as "right",
           c.error_before as "errorBefore", c.error_after as "errorAfter", c.reliability,
           (select json_object_agg(t.language, t.value) from organisation_text t
             where t.organisation_id = c.owner_organisation_id and t.field = 'name') as "madeBy",
           c.made_at as "madeAt", c.withdrawn_at as "withdrawnAt",
           s.id is not null as stands
      from link_calibration c left join (${standingCalibrations}) s on s.id = c.id
     order by c.id desc limit ${MOST_SHOWN}`.execute(db);
  return rows;
}
