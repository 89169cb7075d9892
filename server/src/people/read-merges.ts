import type { Actor } from '#src/actors/actor.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { asPlatform, mayAnswer, MERGE_LOOK } from './merge-facts.ts';
import { listParties, type MergeParty } from './merge-parties.ts';
import { listMergeRows, type MergeRow } from './merge-queries.ts';
import { isTold, mergeState } from './merge-rules.ts';
import { recordAccess } from './record-access.ts';

/** `parties` are shown to whom the answer belongs, who could not give it otherwise. */
export type MergeWithRight = MergeRow & { parties: MergeParty[] | null };

/** The person's own merges, or for an operator all. To be shown the parties is a look at them. */
export async function listMerges(
  trx: ScopedTransaction,
  actor: Actor,
  of: 'mine' | 'all',
): Promise<MergeWithRight[]> {
  return asPlatform(trx, actor, async () => {
    const rows = await rowsFor(trx, actor, of);
    const mine: MergeRow[] = [];
    for (const row of rows) {
      if (mergeState(row) === 'proposed' && (await mayAnswer(trx, actor, row))) mine.push(row);
    }
    const ids = mine.flatMap(({ personId, intoPersonId }) => [personId, intoPersonId]);
    await recordAccess(trx, actor, { ...MERGE_LOOK, personIds: ids });
    const parties = await listParties(trx, ids);
    return rows.map((row) => ({
      ...row,
      parties: mine.includes(row)
        ? [parties.get(row.personId)!, parties.get(row.intoPersonId)!]
        : null,
    }));
  });
}

async function rowsFor(
  trx: ScopedTransaction,
  { personIds }: Actor,
  of: 'mine' | 'all',
): Promise<MergeRow[]> {
  if (of === 'all') return listMergeRows(trx, 'all');
  return (await listMergeRows(trx, { personIds })).filter((row) => isTold(row, personIds));
}
