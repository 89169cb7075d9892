import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { maySetRulesForAll, ownsRule } from './access.ts';
import type { NewRetentionRule } from './contract.ts';
import {
  insertRetentionRule,
  lockRetentionRule,
  setRetentionRuleEnd,
} from './retention-queries.ts';

/** A dated rule with its ground; for the actor's organisation, or for all. Throws not-allowed. */
export async function addRetentionRule(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewRetentionRule,
): Promise<number> {
  if (wanted.forEveryOrganisation && !maySetRulesForAll(actor)) {
    throw new Problem('not-allowed', { what: 'retention-rules' });
  }
  const organisationId = wanted.forEveryOrganisation ? null : actor.organisationId;
  const id = await insertRetentionRule(trx, actor, { ...wanted, organisationId });
  const { holding, months, obligatory, validFrom, forEveryOrganisation } = wanted;
  await record(trx, actor, {
    action: 'retention-rule-added',
    subjectKind: 'retention-rule',
    subjectId: id,
    detail: { holding, months, obligatory, validFrom, forEveryOrganisation },
  });
  return id;
}

/** The rule holds no more from that day on. Throws not-found, retention-rule-ended. */
export async function endRetentionRule(
  trx: Transaction<DB>,
  actor: Actor,
  { id, on }: { id: number; on: string },
): Promise<void> {
  const rule = await lockRetentionRule(trx, id);
  if (!rule || !ownsRule(actor, rule)) throw new Problem('not-found', { what: `#${id}` });
  if (rule.validTo !== null || on < rule.validFrom) throw new Problem('retention-rule-ended');
  await setRetentionRuleEnd(trx, id, on);
  await record(trx, actor, {
    action: 'retention-rule-ended',
    subjectKind: 'retention-rule',
    subjectId: id,
    detail: { on },
  });
}
