import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { CaseSubscriptionTable, DB } from '#src/db/types.ts';
import type { TextRow } from '#src/languages/local-text.ts';
import type { SubscriptionChange } from './contract.ts';

export type SubscriptionRow = Selectable<CaseSubscriptionTable>;

/** A subscription with what came of it. */
export interface Listed extends SubscriptionRow {
  followed: Followed | null;
  /** how the run stands that the last change made */
  runStatus: string | null;
}

export interface Followed {
  code: string;
  published: boolean;
  titles: TextRow[];
}

/** Those of an organisation, or one of them; each with the framework that has come from there. */
export async function listSubscriptions(
  db: Kysely<DB>,
  organisationId: number,
  id?: number,
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select s.*, (select r.status from import_run r where r.id = s.import_run_id) as "runStatus", (
        select json_build_object('code', f.code, 'published', v.status in ('published', 'superseded'),
                 'titles', coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value))
                                       from framework_version_text t
                                      where t.framework_version_id = v.id and t.field = 'title'), '[]'))
          from framework f join framework_version v on v.framework_id = f.id
         where f.id = coalesce(s.framework_id,
                 (select framework_id from framework_version w where w.import_run_id = s.import_run_id limit 1))
         order by v.status = 'published' desc, v.id desc limit 1) as followed
      from case_subscription s
     where s.owner_organisation_id = ${organisationId} ${id === undefined ? sql`` : sql`and s.id = ${id}`}
     order by s.id`.execute(db);
  return rows;
}

export async function findSubscription(
  db: Kysely<DB>,
  id: number,
): Promise<SubscriptionRow | undefined> {
  return db.selectFrom('case_subscription').where('id', '=', id).selectAll().executeTakeFirst();
}

export interface SealedCredentials {
  tokenUrl: string | null;
  clientId: string | null;
  sealedSecret: string | null;
}

export async function insertSubscription(
  trx: Transaction<DB>,
  row: {
    organisationId: number;
    actorId: number;
    url: string;
    everyHours: number;
    appliesItself: boolean;
  } & SealedCredentials,
): Promise<SubscriptionRow | undefined> {
  return trx
    .insertInto('case_subscription')
    .values({
      owner_organisation_id: row.organisationId,
      created_by_actor_id: row.actorId,
      url: row.url,
      every_hours: row.everyHours,
      applies_itself: row.appliesItself,
      token_url: row.tokenUrl,
      client_id: row.clientId,
      sealed_secret: row.sealedSecret,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function updateSubscription(
  trx: Transaction<DB>,
  id: number,
  { everyHours, appliesItself, enabled }: Omit<SubscriptionChange, 'credentials'>,
  sealed: SealedCredentials | undefined,
): Promise<void> {
  await trx
    .updateTable('case_subscription')
    .set({
      ...{ every_hours: everyHours, applies_itself: appliesItself, enabled },
      next_check_at: sql<Date>`case when every_hours = ${everyHours} then next_check_at
        else coalesce(checked_at, now()) + make_interval(hours => ${everyHours}::int4) end`,
      ...(sealed && {
        ...{ token_url: sealed.tokenUrl, client_id: sealed.clientId },
        sealed_secret: sealed.sealedSecret,
      }),
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteSubscription(trx: Transaction<DB>, id: number): Promise<void> {
  await trx.deleteFrom('case_subscription').where('id', '=', id).execute();
}

/** Takes one that is due, for this process alone: its next time is set before it is asked for. */
export async function takeDue(db: Kysely<DB>): Promise<SubscriptionRow | undefined> {
  const { rows } = await sql<SubscriptionRow>`
    update case_subscription s
       set next_check_at = now() + make_interval(hours => s.every_hours)
     where s.id = (select id from case_subscription
                    where enabled and next_check_at <= now()
                    order by next_check_at limit 1 for update skip locked)
    returning s.*`.execute(db);
  return rows[0];
}

export interface Outcome {
  result: string;
  detail: Record<string, string | number>;
  importRunId?: string;
  frameworkId?: number | null;
  etag?: string | null;
  contentSha256?: string;
}

export async function noteOutcome(db: Kysely<DB>, id: number, outcome: Outcome): Promise<void> {
  await db
    .updateTable('case_subscription')
    .set({
      checked_at: sql<Date>`now()`,
      next_check_at: sql<Date>`now() + make_interval(hours => every_hours)`,
      result: outcome.result,
      result_detail: JSON.stringify(outcome.detail),
      ...(outcome.importRunId === undefined ? {} : { import_run_id: outcome.importRunId }),
      ...(outcome.frameworkId === undefined ? {} : { framework_id: outcome.frameworkId }),
      ...(outcome.etag === undefined ? {} : { etag: outcome.etag }),
      ...(outcome.contentSha256 === undefined ? {} : { content_sha256: outcome.contentSha256 }),
    })
    .where('id', '=', id)
    .execute();
}
