import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { RetentionRule } from './retention.ts';

/** The rules for all organisations and those of these (all of them where none are named). */
export async function listRetentionRules(
  db: Kysely<DB>,
  organisationIds?: readonly number[],
): Promise<RetentionRule[]> {
  const { rows } = await sql<RetentionRule>`
    select id, organisation_id as "organisationId", holding, months, obligatory, basis, source,
           valid_from as "validFrom", valid_to as "validTo"
      from retention_rule
     where ${
       organisationIds === undefined
         ? sql`true`
         : sql`organisation_id is null or organisation_id = any (${[...organisationIds]}::int4[])`
     }
     order by organisation_id nulls first, holding, valid_from, id`.execute(db);
  return rows;
}

export async function insertRetentionRule(
  trx: Transaction<DB>,
  actor: Actor,
  rule: Omit<RetentionRule, 'id' | 'validTo'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('retention_rule')
    .values({
      organisation_id: rule.organisationId,
      holding: rule.holding,
      months: rule.months,
      obligatory: rule.obligatory,
      basis: rule.basis,
      source: rule.source,
      valid_from: rule.validFrom,
      recorded_by_actor_id: actor.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function lockRetentionRule(
  trx: Transaction<DB>,
  id: number,
): Promise<
  { organisationId: number | null; validFrom: string; validTo: string | null } | undefined
> {
  return trx
    .selectFrom('retention_rule')
    .select(['organisation_id as organisationId', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function setRetentionRuleEnd(
  trx: Transaction<DB>,
  id: number,
  validTo: string,
): Promise<void> {
  await trx.updateTable('retention_rule').set({ valid_to: validTo }).where('id', '=', id).execute();
}
