import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { Compared, Pair } from './compared-frameworks.ts';
import type { EndKind, ProposalRun } from './contract.ts';
import { SOURCES, type Method } from './methods.ts';
import type { DescribedItem } from './engine/pool.ts';
import type { NamedItem } from './lexical/forms.ts';
import type { Proposal } from './lexical/propose-pairs.ts';

/** Every item of a version with its labels and the other names that are in force. */
export async function listNamedItems(
  db: Kysely<DB>,
  kind: EndKind,
  versionId: number,
): Promise<NamedItem[]> {
  const id = sql.ref(`${kind}_id`);
  const aliases =
    kind === 'competency'
      ? sql`select competency_id, form, language from lexicon_entry
             where status = 'approved' and removed_in_revision_id is null`
      : sql`select role_id, title as form, language from role_title
             where framework_version_id = ${versionId}`;
  const { rows } = await sql<NamedItem>`
    select v.${id} as id, v.kind in ('area', 'group') as "isGroup",
           coalesce(json_agg(json_build_object('form', n.form, 'language', n.language, 'isLabel', n.label))
             filter (where n.form is not null), '[]') as names
      from ${sql.table(`${kind}_version`)} v
      left join (
        select t.${id} as id, t.value as form, t.language, true as label from ${sql.table(`${kind}_text`)} t
         where t.framework_version_id = ${versionId} and t.field = 'label'
        union all
        select a.${id}, a.form, a.language, false from (${aliases}) a) n on n.id = v.${id}
     where v.framework_version_id = ${versionId}
     group by v.${id}, v.kind
     order by v.${id}`.execute(db);
  return rows;
}

export async function countItems(db: Kysely<DB>, { kind, from }: Pair): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int4 as count from ${sql.table(`${kind}_version`)}
     where framework_version_id = ${from.versionId}`.execute(db);
  return rows[0]!.count;
}

/** The same items with what describes them, whatever the language. */
export async function listDescribedItems(
  db: Kysely<DB>,
  kind: EndKind,
  versionId: number,
): Promise<DescribedItem[]> {
  const id = sql.ref(`${kind}_id`);
  const { rows } = await sql<{ id: number; descriptions: string[] }>`
    select ${id} as id, json_agg(value order by language) as descriptions
      from ${sql.table(`${kind}_text`)}
     where framework_version_id = ${versionId} and field = 'definition'
     group by ${id}`.execute(db);
  const descriptions = new Map(rows.map((row) => [row.id, row.descriptions]));
  return (await listNamedItems(db, kind, versionId)).map((item) => ({
    ...item,
    descriptions: descriptions.get(item.id) ?? [],
  }));
}

export interface Written {
  added: number;
  changed: number;
  removed: number;
}

/**
 * Makes the undecided proposals of the method exactly these. What a person or another source has said of two
 * items already is left alone, whichever way round; an undecided proposal of the other method stands beside.
 */
export async function writeProposals(
  trx: Transaction<DB>,
  { kind, from, to }: Pair,
  by: { method: Method; actorId: number; organisationId: number },
  proposals: readonly Proposal[],
): Promise<Written> {
  const [a, b] = [sql.ref(`from_${kind}_id`), sql.ref(`to_${kind}_id`)];
  const source = SOURCES[by.method];
  const programs = Object.values(SOURCES);
  const wanted = sql`
    jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb)
      as w ("from" int4, "to" int4, relation text, confidence real, grounds jsonb)`;
  const own = sql`x.source = ${source} and x.status = 'proposed' and x.decided_by_actor_id is null`;
  const between = sql`
    exists (select from ${sql.table(kind)} one, ${sql.table(kind)} other
             where one.id = x.${a} and other.id = x.${b}
               and ((one.framework_id = ${from.id} and other.framework_id = ${to.id})
                 or (one.framework_id = ${to.id} and other.framework_id = ${from.id})))`;
  // the other way round first: from now on it reads as this search does
  const removed = await sql`
    delete from crosswalk x where ${own} and ${between}
       and not exists (select from ${wanted} where w."from" = x.${a} and w."to" = x.${b})`.execute(
    trx,
  );
  const changed = await sql`
    update crosswalk x
       set relation = w.relation, confidence = w.confidence, grounds = w.grounds, revision = x.revision + 1
      from ${wanted}
     where ${own} and w."from" = x.${a} and w."to" = x.${b}
       and (x.relation, x.confidence, x.grounds) is distinct from (w.relation, w.confidence, w.grounds)`.execute(
    trx,
  );
  const added = await sql`
    insert into crosswalk (${a}, ${b}, relation, confidence, source, grounds, status,
                           owner_organisation_id, proposed_by_actor_id)
    select w."from", w."to", w.relation, w.confidence, ${source}, w.grounds, 'proposed',
           ${by.organisationId}, ${by.actorId}
      from ${wanted}
     where not exists (select from crosswalk x
                        where ((x.${a} = w."from" and x.${b} = w."to") or (x.${a} = w."to" and x.${b} = w."from"))
                          and not (x.source <> ${source} and x.source = any(${programs}) and x.status = 'proposed'
                                   and x.decided_by_actor_id is null))`.execute(trx);
  const count = ({ numAffectedRows }: { numAffectedRows?: bigint }) => Number(numAffectedRows ?? 0);
  return { added: count(added), changed: count(changed), removed: count(removed) };
}

export interface RunRow extends ProposalRun {
  fromId: number;
  toId: number;
  actorId: number;
  organisationId: number;
}

const runs = sql`
  select r.id, f.code as from, t.code as to, r.kind,
         case when r.method like 'engine%' then 'engine' else 'lexical' end as method, r.status, r.done, r.total,
         jsonb_build_object('added', 0, 'changed', 0, 'removed', 0) || r.counts as counts,
         f.id as "fromId", t.id as "toId", r.actor_id as "actorId",
         r.owner_organisation_id as "organisationId"
    from crosswalk_proposal_run r
    join framework f on f.id = r.from_framework_id
    join framework t on t.id = r.to_framework_id`;

export async function findRun(db: Kysely<DB>, id: number): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`${runs} where r.id = ${id}`.execute(db);
  return rows[0];
}

/** The search under way between two frameworks, whichever way round it was asked for. */
export async function findOpenRun(
  db: Kysely<DB>,
  { kind, from, to }: { kind: EndKind; from: Pick<Compared, 'id'>; to: Pick<Compared, 'id'> },
): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    ${runs} where r.status in ('waiting', 'running') and r.kind = ${kind}
       and least(f.id, t.id) = ${Math.min(from.id, to.id)}
       and greatest(f.id, t.id) = ${Math.max(from.id, to.id)}`.execute(db);
  return rows[0];
}

export async function findNewestOpenRun(db: Kysely<DB>): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    ${runs} where r.status in ('waiting', 'running') order by r.id desc limit 1`.execute(db);
  return rows[0];
}

export async function insertRun(
  trx: Transaction<DB>,
  actor: Actor,
  { kind, from, to }: Pair,
  method: Method,
): Promise<number> {
  const { id } = await trx
    .insertInto('crosswalk_proposal_run')
    .values({
      ...{ from_framework_id: from.id, to_framework_id: to.id, kind, method },
      ...{ status: 'waiting', total: null, ended_at: null },
      ...{ owner_organisation_id: actor.organisationId, actor_id: actor.id },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRun(
  db: Kysely<DB>,
  id: number,
  { counts, ...change }: Partial<Pick<ProposalRun, 'status' | 'done' | 'total' | 'counts'>>,
): Promise<void> {
  const ended = change.status === 'done' || change.status === 'failed';
  await db
    .updateTable('crosswalk_proposal_run')
    .set({
      ...change,
      ...(counts ? { counts: JSON.stringify(counts) } : {}),
      ...(ended ? { ended_at: new Date() } : {}),
    })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'running'])
    .execute();
}
