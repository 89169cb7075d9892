import { createHash, randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Pair } from './compared-frameworks.ts';
import type { BulkPreview, Relation } from './contract.ts';
import { listPairs, writeVerdicts } from './pair-queries.ts';
import { revisionOf, standing, type PairRows } from './pairs.ts';
import { inverted } from './relation.ts';

/** What an acceptance of everything above a confidence would do. */
export async function previewBulk(db: Kysely<DB>, pair: Pair, above: number): Promise<BulkPreview> {
  const { chosen, conflicting } = choose(await listPairs(db, pair), above);
  const byRelation = { exact: 0, broader: 0, narrower: 0, related: 0 };
  for (const one of chosen) byRelation[standing(one).relation] += 1;
  return { pairs: chosen.length, byRelation, conflicting, fingerprint: fingerprintOf(chosen) };
}

/** Accepts exactly what the preview showed. Throws crosswalk-preview-outdated where it would be something else now. */
export async function acceptBulk(
  trx: Transaction<DB>,
  actor: Actor,
  pair: Pair,
  { above, fingerprint }: { above: number; fingerprint: string },
): Promise<{ batch: string; accepted: number }> {
  const { chosen } = choose(await listPairs(trx, pair, sql`for update of x`), above);
  if (chosen.length === 0 || fingerprintOf(chosen) !== fingerprint) {
    throw new Problem('crosswalk-preview-outdated');
  }
  const batch = randomUUID();
  const verdicts = chosen.flatMap((one) => {
    const { relation } = standing(one);
    return one.rows.map(({ id, revision, turned }) => ({
      ...{ id, revision, status: 'accepted' as const },
      relation: turned ? inverted(relation) : relation,
    }));
  });
  await writeVerdicts(trx, actor, batch, verdicts);
  await record(trx, actor, {
    action: 'crosswalks-accepted',
    subjectKind: 'crosswalk',
    subjectId: batch,
    detail: { from: pair.from.code, to: pair.to.code, kind: pair.kind, above, n: chosen.length },
  });
  return { batch, accepted: chosen.length };
}

/** Undecided pairs that are sure enough; an exact match that would not be the only one of its item waits for a person. */
function choose(pairs: readonly PairRows[], above: number) {
  const exact = exactMatches(pairs, above);
  const sure = pairs.filter((pair) => isWaiting(pair) && isSure(pair, above));
  const chosen = sure.filter(
    (pair) =>
      standing(pair).relation !== 'exact' ||
      (exact.get(`from ${pair.from}`) === 1 && exact.get(`to ${pair.to}`) === 1),
  );
  return { chosen, conflicting: sure.length - chosen.length };
}

/** How many exact matches each item would have. */
function exactMatches(pairs: readonly PairRows[], above: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    const { relation, status } = standing(pair);
    const counted = status === 'accepted' || (isWaiting(pair) && isSure(pair, above));
    if (relation !== 'exact' || !counted) continue;
    for (const key of [`from ${pair.from}`, `to ${pair.to}`]) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

const isWaiting = (pair: PairRows) => standing(pair).status === 'proposed';
const isSure = (pair: PairRows, above: number) => (standing(pair).confidence ?? 0) >= above;

function fingerprintOf(pairs: readonly PairRows[]): string {
  const words = pairs.map((pair) => {
    const { relation }: { relation: Relation } = standing(pair);
    return `${pair.from} ${pair.to} ${relation} ${revisionOf(pair)}`;
  });
  return createHash('sha256').update(words.sort().join('\n')).digest('hex').slice(0, 32);
}
