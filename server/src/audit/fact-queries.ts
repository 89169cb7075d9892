import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { FactFilter } from './contract.ts';
import { periodOf } from './period.ts';
import type { Coverage } from './seal-queries.ts';

export interface FactRow {
  id: number;
  at: Date;
  actorId: number;
  organisationId: number | null;
  purpose: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: unknown;
  sealed: boolean;
}

/** Facts of these organisations from the newest on, with ids below `before`. */
export async function listFacts(
  db: Kysely<DB>,
  filter: FactFilter,
  organisations: 'all' | readonly number[],
  coverage: Coverage,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<FactRow[]> {
  const { from, until } = periodOf(filter);
  // a forged id may be beyond what a number holds
  let query = db
    .selectFrom('audit_fact')
    .where('id', '<', before ?? Number.MAX_SAFE_INTEGER)
    .where('id', '>', -Number.MAX_SAFE_INTEGER);
  if (organisations !== 'all') {
    query = query.where('organisation_id', '=', sql<number>`any (${organisations}::int4[])`);
  }
  if (filter.organisation !== undefined) {
    query = query.where('organisation_id', '=', filter.organisation);
  }
  if (filter.actor !== undefined) query = query.where('actor_id', '=', filter.actor);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.subjectKind !== undefined)
    query = query.where('subject_kind', '=', filter.subjectKind);
  if (filter.subjectId !== undefined) query = query.where('subject_id', '=', filter.subjectId);
  if (from) query = query.where('at', '>=', from);
  if (until) query = query.where('at', '<', until);
  return query
    .select([
      'id',
      'at',
      'actor_id as actorId',
      'organisation_id as organisationId',
      'purpose',
      'action',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'detail',
      sql<boolean>`id <= ${coverage.settledThrough} or ${coverage.covered}::int8multirange @> id`.as(
        'sealed',
      ),
    ])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface ActorRow {
  id: number;
  kind: string;
  name: string | null;
  /** the latest first */
  organisationIds: number[];
}

/** Who the actors are, and for whom they act or acted; to be read in the platform's scope. */
export async function listActors(
  trx: Transaction<DB>,
  ids: readonly number[],
): Promise<ActorRow[]> {
  const { rows } = await sql<ActorRow>`
    select a.id, a.kind, coalesce(account.name, client.name) as name,
      case when client.organisation_id is null then array[]::int4[]
        else array[client.organisation_id] end || array(
        select g.organisation_id from role_grant g where g.person_id = a.person_id
         group by g.organisation_id order by max(g.granted_at) desc) as "organisationIds"
    from actor a
      left join account on account.person_id = a.person_id
      left join api_client client on client.id = a.api_client_id
    where a.id = any (${ids}::int4[])`.execute(trx);
  return rows;
}

export async function listOrganisationNames(db: Kysely<DB>, ids: readonly number[]) {
  return db
    .selectFrom('organisation_text')
    .select(['organisation_id as id', 'language', 'value'])
    .where('field', '=', 'name')
    .where('organisation_id', '=', sql<number>`any (${ids}::int4[])`)
    .execute();
}
