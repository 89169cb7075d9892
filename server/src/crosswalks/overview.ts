import { sql, type Kysely } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { mayEditCrosswalks } from './access.ts';
import { listCompared } from './compared-frameworks.ts';
import type { CrosswalkOverview, EndKind } from './contract.ts';
import { findNewestOpenRun } from './seek-queries.ts';

interface PairCount {
  fromId: number;
  toId: number;
  kind: EndKind;
  accepted: number;
  waiting: number;
  rejected: number;
}

/** What the actor can compare, and how far that has come; the pair that waits for most stands first. */
export async function readOverview(db: Kysely<DB>, actor: Actor): Promise<CrosswalkOverview> {
  const compared = await listCompared(db, actor);
  const sizes = await countItems(
    db,
    compared.map(({ versionId }) => versionId),
  );
  const codes = new Map(compared.map(({ id, code }) => [id, code]));
  const decides = mayEditCrosswalks(actor);
  const pairs = (await countPairs(db)).flatMap(({ fromId, toId, waiting, rejected, ...count }) => {
    const [from, to] = [codes.get(fromId), codes.get(toId)];
    if (!from || !to || (!decides && count.accepted === 0)) return [];
    const own = decides ? { waiting, rejected } : { waiting: null, rejected: null };
    return [{ from, to, ...count, ...own }];
  });
  return {
    frameworks: compared.map(({ code, title, version, versionId }) => ({
      ...{ code, title, version },
      competencies: sizes.get(versionId)?.competencies ?? 0,
      roles: sizes.get(versionId)?.roles ?? 0,
    })),
    pairs: pairs.sort((a, b) => (b.waiting ?? 0) - (a.waiting ?? 0) || b.accepted - a.accepted),
    run: decides ? ((await findNewestOpenRun(db)) ?? null) : null,
  };
}

async function countItems(db: Kysely<DB>, versionIds: readonly number[]) {
  const { rows } = await sql<{ id: number; competencies: number; roles: number }>`
    select v.id,
           (select count(*)::int4 from competency_version c
             where c.framework_version_id = v.id and c.kind <> 'area') as competencies,
           (select count(*)::int4 from role_version r
             where r.framework_version_id = v.id and r.kind <> 'group') as roles
      from framework_version v where v.id = any(${[...versionIds]}::int4[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** By two frameworks and kind, whichever way round sources wrote them; what a person or source decided counts as decided. */
async function countPairs(db: Kysely<DB>): Promise<PairCount[]> {
  const ofKind = (kind: EndKind) => sql`
    select ${kind} as kind, least(a.framework_id, b.framework_id) as "fromId",
           greatest(a.framework_id, b.framework_id) as "toId",
           least(a.id, b.id) as one, greatest(a.id, b.id) as other,
           bool_or(x.status = 'accepted') as accepted, bool_or(x.status = 'rejected') as rejected
      from crosswalk x
      join ${sql.table(kind)} a on a.id = x.${sql.ref(`from_${kind}_id`)}
      join ${sql.table(kind)} b on b.id = x.${sql.ref(`to_${kind}_id`)}
     group by 2, 3, 4, 5`;
  const { rows } = await sql<PairCount>`
    select kind, "fromId", "toId", count(*) filter (where accepted)::int4 as accepted,
           count(*) filter (where not accepted and rejected)::int4 as rejected,
           count(*) filter (where not accepted and not rejected)::int4 as waiting
      from (${ofKind('competency')} union all ${ofKind('role')}) pairs
     group by 1, 2, 3`.execute(db);
  return rows;
}
