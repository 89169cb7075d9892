import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { readEnds } from '../read-ends.ts';
import type { Compared, Pair } from '../compared-frameworks.ts';
import type { Conflict, CrosswalkReport, Relation } from '../contract.ts';
import { listItems, type Item } from '../item-queries.ts';
import { listPairs } from '../pair-queries.ts';
import { standing } from '../pairs.ts';
import { conflictsOf, type AcceptedPair } from './conflicts.ts';
import { coverageOf } from './coverage.ts';

/** How far two frameworks cover each other by what is accepted, and what of it cannot all be true. */
export async function readReport(db: Kysely<DB>, pair: Pair): Promise<CrosswalkReport> {
  const sides = {
    from: await listItems(db, pair.kind, pair.from.versionId),
    to: await listItems(db, pair.kind, pair.to.versionId),
  };
  const accepted = await listAccepted(db, pair);
  const found = conflictsOf(accepted, sides);
  const named = new Map([...sides.from, ...sides.to].map((item) => [item.id, item]));
  const others = found.flatMap(({ items }) => items.map(({ id }) => id));
  const gone = await readEnds(
    db,
    pair.kind,
    others.filter((id) => !named.has(id)),
  );
  const side = (which: 'from' | 'to') => sideOf(pair[which], sides[which], accepted, which);
  return {
    kind: pair.kind,
    accepted: accepted.length,
    from: side('from'),
    to: side('to'),
    conflicts: found.map(({ items, ...conflict }) => ({
      ...conflict,
      items: items.map(({ id, side: which }): Conflict['items'][number] => {
        const { code, label } = named.get(id) ?? gone.get(id) ?? UNKNOWN;
        return { id, side: which, code, label: { vi: label.vi ?? null, en: label.en ?? null } };
      }),
    })),
  };
}

const UNKNOWN = { code: '?', label: { vi: null, en: null } };

export async function listAccepted(db: Kysely<DB>, pair: Pair): Promise<AcceptedPair[]> {
  return (await listPairs(db, pair)).flatMap((rows) => {
    const { relation, status } = standing(rows);
    return status === 'accepted' ? [{ from: rows.from, to: rows.to, relation }] : [];
  });
}

function sideOf(
  { code, title, version }: Compared,
  items: readonly Item[],
  accepted: readonly AcceptedPair[],
  side: 'from' | 'to',
): CrosswalkReport['from'] {
  const reached = new Map<number, Set<Relation>>();
  for (const pair of accepted) {
    const relations = reached.get(pair[side]) ?? new Set();
    reached.set(pair[side], relations.add(pair.relation));
  }
  const { whole, areas } = coverageOf(items, reached);
  return {
    framework: { code, title, version },
    ...whole,
    areas: areas.flatMap(({ area, ...reach }) =>
      area === null ? [] : [{ ...reach, code: area.code, label: area.label }],
    ),
  };
}
