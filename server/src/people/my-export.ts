import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';
import { readAccessLog } from './access-log.ts';
import type { AccessLog, MyConsents, MyHoldings } from './contract.ts';
import type { Holding } from './holding.ts';
import { readConsents } from './my-consents.ts';
import { readHoldings } from './my-holdings.ts';

/** Everything about a person in one document; its shape is the contract's, so that a machine reads it too. */
export interface MyExport extends MyHoldings {
  madeAt: string;
  consents: MyConsents['consents'];
  accessLog: Pick<AccessLog, 'total' | 'items'>;
}

/** A log that is longer than this is read page by page on the screen. */
const LONGEST_LOG = 20_000;

export async function readExport(
  trx: ScopedTransaction,
  actor: Actor,
  holdings: readonly Holding[],
): Promise<MyExport> {
  const held = await readHoldings(trx, actor, holdings);
  const { consents } = await readConsents(trx, actor);
  const log = await readAccessLog(trx, actor.personIds, { page: 1, size: LONGEST_LOG });
  return {
    madeAt: new Date().toISOString(),
    ...held,
    consents,
    accessLog: { total: log.total, items: log.items },
  };
}
