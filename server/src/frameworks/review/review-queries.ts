import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { DecideReview } from './contract.ts';

export interface ReviewRow {
  id: number;
  reviewingOrganisationId: number;
  requestedByActorId: number;
  requestedAt: Date;
  revision: number;
  decision: DecideReview['decision'] | null;
  decidedByActorId: number | null;
  decidedAt: Date | null;
  note: string | null;
}

/** The newest first. */
export async function listReviews(db: Kysely<DB>, versionId: number): Promise<ReviewRow[]> {
  return db
    .selectFrom('framework_review')
    .where('framework_version_id', '=', versionId)
    .select([
      ...(['id', 'revision', 'decision', 'note'] as const),
      'reviewing_organisation_id as reviewingOrganisationId',
      'requested_by_actor_id as requestedByActorId',
      'requested_at as requestedAt',
      'decided_by_actor_id as decidedByActorId',
      'decided_at as decidedAt',
    ])
    .orderBy('id', 'desc')
    .execute();
}

export async function findLatestReview(
  db: Kysely<DB>,
  versionId: number,
): Promise<ReviewRow | undefined> {
  return (await listReviews(db, versionId))[0];
}

export async function insertReview(
  trx: Transaction<DB>,
  actor: Actor,
  { versionId, revision }: { versionId: number; revision: number },
  organisationId: number,
  note: string,
): Promise<void> {
  await trx
    .insertInto('framework_review')
    .values({
      framework_version_id: versionId,
      reviewing_organisation_id: organisationId,
      requested_by_actor_id: actor.id,
      note: note || null,
      revision,
    })
    .execute();
}

export async function decideReview(
  trx: Transaction<DB>,
  actor: Actor,
  id: number,
  decision: DecideReview['decision'],
  note: string,
): Promise<void> {
  await trx
    .updateTable('framework_review')
    .set((eb) => ({
      decision,
      decided_by_actor_id: actor.id,
      decided_at: sql<Date>`now()`,
      note: note === '' ? eb.ref('note') : note,
    }))
    .where('id', '=', id)
    .execute();
}

export async function setStatus(
  trx: Transaction<DB>,
  versionId: number,
  status: 'draft' | 'in-review',
): Promise<void> {
  await trx.updateTable('framework_version').set({ status }).where('id', '=', versionId).execute();
}

export async function organisationIsActive(db: Kysely<DB>, id: number): Promise<boolean> {
  const { rows } = await sql<{ active: boolean }>`
    select coalesce(valid_to > current_date, true) as active from organisation where id = ${id}`.execute(
    db,
  );
  return rows[0]?.active ?? false;
}

/** The same organisation, or one that took the other's place. */
export async function isOfOrganisation(
  db: Kysely<DB>,
  id: number,
  other: number,
): Promise<boolean> {
  if (id === other) return true;
  const { rows } = await sql<{ same: boolean }>`
    with recursive line as (
      select ${other}::int4 as id
      union
      select s.successor_id from organisation_succession s join line on s.predecessor_id = line.id
       where s.undone_at is null)
    select exists (select from line where id = ${id}) as same`.execute(db);
  return rows[0]!.same;
}
