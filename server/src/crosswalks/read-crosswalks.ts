import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { listAccepted } from './accepted.ts';
import type { CrosswalkLink, EndKind } from './contract.ts';
import { readEnds } from './read-ends.ts';
import { CLOSENESS, inverted } from './relation.ts';

/**
 * The accepted crosswalks of a competency or a role, each seen from it and with the labels of both ends;
 * the closest first. Ends that stand in drafts alone are left out: whatever comes back is public.
 * Undefined where there is nothing of this UUID.
 */
export async function crosswalksOfUuid(
  db: Kysely<DB>,
  uuid: string,
): Promise<CrosswalkLink[] | undefined> {
  const { rows } = await sql<{ kind: EndKind; id: number }>`
    select 'competency' as kind, id from competency where uuid = ${uuid}
    union all
    select 'role', id from role where uuid = ${uuid}`.execute(db);
  const found = rows[0];
  return found && linksOf(db, found.kind, found.id);
}

async function linksOf(db: Kysely<DB>, kind: EndKind, id: number): Promise<CrosswalkLink[]> {
  const accepted = await listAccepted(db, kind, [id]);
  const ends = await readEnds(db, kind, [id, ...accepted.flatMap(({ from, to }) => [from, to])]);
  return accepted
    .flatMap(({ uuid, from, to, relation, confidence, source, note }) => {
      const [item, other] = [ends.get(id), ends.get(from === id ? to : from)];
      if (!item || !other) return [];
      const seen = from === id ? relation : inverted(relation);
      return [{ uuid, relation: seen, confidence, source, note, item, other }];
    })
    .sort((a, b) => CLOSENESS[a.relation] - CLOSENESS[b.relation]);
}
