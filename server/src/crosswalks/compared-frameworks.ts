import { sql, type Kysely } from 'kysely';
import { actsFor, isMember, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { localText, type TextRow } from '#src/languages/local-text.ts';
import type { EndKind, PairOfFrameworks } from './contract.ts';

/** A framework in the version that is compared: the published one, or the own draft of one that has none. */
export interface Compared {
  id: number;
  code: string;
  title: LocalText;
  version: string;
  versionId: number;
  isPublic: boolean;
}

/** Two frameworks and the kind of what is linked between them. */
export interface Pair {
  kind: EndKind;
  from: Compared;
  to: Compared;
}

interface Row extends Omit<Compared, 'title'> {
  ownerOrganisationId: number;
  titles: TextRow[];
}

/** What the actor may compare: everything published, and the drafts of the own organisation. */
export async function listCompared(
  db: Kysely<DB>,
  actor: Actor,
  { ids, code }: { ids?: readonly number[]; code?: string } = {},
): Promise<Compared[]> {
  const { rows } = await sql<Row>`
    select distinct on (f.id) f.id, f.code, f.owner_organisation_id as "ownerOrganisationId", v.version,
           v.id as "versionId", v.status in ('published', 'superseded') as "isPublic",
           coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value))
                       from framework_version_text t
                      where t.framework_version_id = v.id and t.field = 'title'), '[]') as titles
      from framework f join framework_version v on v.framework_id = f.id
     where ${ids === undefined ? sql`true` : sql`f.id = any(${[...ids]}::int4[])`}
       and ${code === undefined ? sql`true` : sql`f.code = ${code}`}
     order by f.id, array_position(array['published', 'superseded', 'in-review', 'draft'], v.status), v.id desc`.execute(
    db,
  );
  return rows
    .filter((row) => row.isPublic || (isMember(actor) && actsFor(actor, row.ownerOrganisationId)))
    .map(({ titles, ownerOrganisationId: _, ...row }) => ({ ...row, title: localText(titles) }));
}

/** Throws not-found for a framework that is not there or not for the actor, crosswalk-one-framework. */
export async function openPair(
  db: Kysely<DB>,
  actor: Actor,
  { from, to, kind }: PairOfFrameworks,
): Promise<Pair> {
  if (from === to) throw new Problem('crosswalk-one-framework', { code: from });
  return { kind, from: await openOne(db, actor, from), to: await openOne(db, actor, to) };
}

export async function openOne(db: Kysely<DB>, actor: Actor, code: string): Promise<Compared> {
  const [found] = await listCompared(db, actor, { code });
  if (!found) throw new Problem('not-found', { what: code });
  return found;
}

/** The pair of frameworks that two items belong to. Throws as openPair does. */
export async function pairOfEnds(
  db: Kysely<DB>,
  actor: Actor,
  { kind, from, to }: { kind: EndKind; from: number; to: number },
): Promise<Pair> {
  const { rows } = await sql<{ id: number; frameworkId: number }>`
    select id, framework_id as "frameworkId" from ${sql.table(kind)} where id in (${from}, ${to})`.execute(
    db,
  );
  const [one, other] = [from, to].map((id) => rows.find((row) => row.id === id)?.frameworkId);
  const seen = await listCompared(db, actor, { ids: [one ?? 0, other ?? 0] });
  const [first, second] = [one, other].map((id) => seen.find((framework) => framework.id === id));
  if (!first || !second) throw new Problem('not-found', { what: `${kind} ${from} · ${to}` });
  if (first.id === second.id) throw new Problem('crosswalk-one-framework', { code: first.code });
  return { kind, from: first, to: second };
}
