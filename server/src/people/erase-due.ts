import type { Kysely } from 'kysely';
import { record } from '#src/audit/record.ts';
import { inScope, platformScope, type ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';
import { dateOf } from './dates.ts';
import { isHeldByAnybody, listPeopleWithEndedRows } from './due-queries.ts';
import { eraseEverything } from './erase.ts';
import type { HeldItem, Holding } from './holding.ts';
import { lockPersons, personGroup } from './person-queries.ts';
import { listRetentionRules } from './retention-queries.ts';
import { isDue, mustStay, termOf, type RetentionRule } from './retention.ts';

const BATCH = 500;

/**
 * Erases what has ended and whose time has come by the rules in force that day, and of people who asked
 * to be erased all that no obligation keeps any longer. Whom nobody holds any more loses their name too. One person, one transaction; a second run, or
 * another process at the same time, finds nothing left to do. Returns how many rows went.
 */
export async function eraseDue(
  db: Kysely<DB>,
  system: Actor,
  holdings: readonly Holding[],
  { today = dateOf(new Date()), signal }: { today?: string; signal?: AbortSignal } = {},
): Promise<number> {
  let erased = 0;
  for (let after = 0; !signal?.aborted;) {
    const ids = await inScope(db, platformScope, (trx) =>
      listPeopleWithEndedRows(trx, { after, limit: BATCH, today }),
    );
    for (const personId of ids) {
      if (signal?.aborted) return erased;
      erased += await inScope(db, platformScope, (trx) =>
        eraseDueOf(trx, system, holdings, { personId, today }),
      );
    }
    if (ids.length < BATCH) break;
    after = ids.at(-1)!;
  }
  return erased;
}

async function eraseDueOf(
  trx: ScopedTransaction,
  system: Actor,
  holdings: readonly Holding[],
  { personId, today }: { personId: number; today: string },
): Promise<number> {
  const group = await personGroup(trx, personId);
  const persons = await lockPersons(trx, group);
  const person = persons.find((one) => one.personId === personId);
  if (!person) return 0;
  const rules = await listRetentionRules(trx);
  let count = 0;
  for (const holding of holdings.filter(({ fate }) => fate === 'erased')) {
    const items = await holding.list(trx, [personId]);
    const due = items.filter((item) =>
      hasCome(item, holding, rules, { today, erased: person.erasedAt !== null }),
    );
    if (due.length === 0) continue;
    await holding.erase?.(trx, system, due);
    await recordDue(trx, system, holding, due);
    count += due.length;
  }
  if (count > 0 && person.erasedAt === null && !(await isHeldByAnybody(trx, group))) {
    await eraseEverything(trx, system, holdings, group);
  }
  return count;
}

function hasCome(
  item: HeldItem,
  { code }: Holding,
  rules: readonly RetentionRule[],
  { today, erased }: { today: string; erased: boolean },
): boolean {
  if (item.endedOn === null || item.endedOn > today) return false;
  const term = termOf(rules, { ...item, holding: code }, today);
  return isDue(term, today) || (erased && !mustStay(term, today));
}

async function recordDue(
  trx: ScopedTransaction,
  system: Actor,
  { code }: Holding,
  due: readonly HeldItem[],
): Promise<void> {
  for (const organisationId of new Set(due.map((item) => item.organisationId))) {
    const items = due.filter((item) => item.organisationId === organisationId);
    await record(trx, system, {
      action: 'holding-erased-on-time',
      subjectKind: 'person',
      subjectId: items[0]!.personId,
      organisationId: organisationId ?? undefined,
      detail: { holding: code, count: items.length },
    });
  }
}
