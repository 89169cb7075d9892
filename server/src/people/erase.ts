import { destroyPersonKey } from '#src/audit/person-key.ts';
import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { ERASURE_SENTENCE } from './contract.ts';
import { dateOf } from './dates.ts';
import { erasurePlan, type ErasurePlan, type HeldNow } from './erasure-plan.ts';
import type { Holding } from './holding.ts';
import { closeMergesOf } from './merge-queries.ts';
import { lockPersons } from './person-queries.ts';
import { listRetentionRules } from './retention-queries.ts';

/** What the deed would do today; changes nothing. */
export async function planErasure(
  trx: ScopedTransaction,
  personIds: readonly number[],
  holdings: readonly Holding[],
): Promise<ErasurePlan> {
  return planOf(trx, await listAll(trx, personIds, holdings));
}

/**
 * Erases a person, under every id that they have had: all that goes on ends, what no obligation keeps
 * goes, and the key of the hashes in the audit is destroyed. The sentence has been typed by the person.
 *
 * Throws erasure-not-confirmed, and what `organisations` throws where nobody would be left in charge.
 */
export async function erasePerson(
  trx: ScopedTransaction,
  actor: Actor,
  holdings: readonly Holding[],
  confirmation: string,
): Promise<ErasurePlan> {
  if (!isTyped(confirmation)) throw new Problem('erasure-not-confirmed');
  return eraseEverything(trx, actor, holdings, actor.personIds);
}

/** The same for people whom nobody asks any more, since nobody holds anything of them. */
export async function eraseEverything(
  trx: ScopedTransaction,
  actor: Actor,
  holdings: readonly Holding[],
  personIds: readonly number[],
): Promise<ErasurePlan> {
  await lockPersons(trx, personIds);
  for (const { holding, items } of await listAll(trx, personIds, holdings)) {
    if (items.length > 0) await holding.end?.(trx, actor, items);
  }
  await closeMergesOf(trx, personIds);
  const held = await listAll(trx, personIds, holdings);
  const plan = await planOf(trx, held);
  await recordErasure(trx, actor, personIds, plan);
  await carryOut(trx, actor, held, plan);
  for (const personId of personIds) await destroyPersonKey(trx, personId);
  return plan;
}

async function listAll(
  trx: ScopedTransaction,
  personIds: readonly number[],
  holdings: readonly Holding[],
): Promise<HeldNow[]> {
  const held: HeldNow[] = [];
  for (const holding of holdings) {
    held.push({ holding, items: await holding.list(trx, personIds) });
  }
  return held;
}

async function planOf(trx: ScopedTransaction, held: readonly HeldNow[]): Promise<ErasurePlan> {
  return erasurePlan(held, await listRetentionRules(trx), dateOf(new Date()));
}

async function carryOut(
  trx: ScopedTransaction,
  actor: Actor,
  held: readonly HeldNow[],
  plan: ErasurePlan,
): Promise<void> {
  for (const { holding } of held) {
    const groups = plan.erased.filter((group) => group.holding === holding.code);
    const items = groups.flatMap((group) => group.items);
    if (items.length > 0) await holding.erase?.(trx, actor, items);
  }
}

/** The deed itself leaves numbers: how much of what, and what stays until when on which ground. */
async function recordErasure(
  trx: ScopedTransaction,
  actor: Actor,
  personIds: readonly number[],
  plan: ErasurePlan,
): Promise<void> {
  const counted = (groups: ErasurePlan['erased']) =>
    groups.map(({ items, ...group }) => ({ ...group, count: items.length }));
  for (const personId of personIds) {
    await trx
      .insertInto('erasure')
      .values({
        person_id: personId,
        erased: JSON.stringify(counted(plan.erased)),
        kept: JSON.stringify(counted(plan.kept)),
      })
      .execute();
    await record(trx, actor, {
      action: 'person-erased',
      subjectKind: 'person',
      subjectId: personId,
      detail: { kept: plan.kept.length },
    });
  }
}

function isTyped(confirmation: string): boolean {
  const typed = confirmation.normalize('NFC').replace(/\s+/g, ' ').trim().toUpperCase();
  return Object.values(ERASURE_SENTENCE).includes(typed);
}
