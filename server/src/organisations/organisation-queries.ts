import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import type { LocalText } from '#src/languages/contract.ts';
import type { OrganisationKind, Tier } from './contract.ts';
import type { SuccessionEdge } from './tree-rules.ts';

export interface OrganisationEntry {
  id: number;
  kind: OrganisationKind;
  name: LocalText;
  fictional: boolean;
  parentId: number | null;
  tier: Tier | null;
  regionId: number | null;
  externalCode: string | null;
  validFrom: string | null;
  validTo: string | null;
  ended: boolean;
}

/** All of them: some thousands of short rows, which are searched and ordered for people in the program. */
export async function listOrganisations(db: Kysely<DB>): Promise<OrganisationEntry[]> {
  const { rows } = await sql<
    Omit<OrganisationEntry, 'name'> & { names: { language: string; value: string }[] }
  >`
    select o.id, o.kind, o.fictional, o.parent_id as "parentId", o.tier, o.region_id as "regionId",
      o.external_code as "externalCode", o.valid_from as "validFrom", o.valid_to as "validTo",
      coalesce(o.valid_to <= current_date, false) as ended,
      coalesce((select jsonb_agg(jsonb_build_object('language', t.language, 'value', t.value))
        from organisation_text t where t.organisation_id = o.id and t.field = 'name'), '[]') as names
      from organisation o order by o.id`.execute(db);
  return rows.map(({ names, ...row }) => ({ ...row, name: localText(names) }));
}

export interface RegionEntry {
  id: number;
  code: string;
  name: LocalText;
  validTo: string | null;
  successorId: number | null;
}

/** Regions of every vintage, each with the one that took its place. */
export async function listRegionNames(db: Kysely<DB>): Promise<RegionEntry[]> {
  const { rows } = await sql<
    Omit<RegionEntry, 'name'> & { names: { language: string; value: string }[] }
  >`
    select r.id, r.code, r.valid_to as "validTo",
      (select s.successor_id from region_succession s where s.predecessor_id = r.id
        order by s.share desc limit 1) as "successorId",
      coalesce((select jsonb_agg(jsonb_build_object('language', t.language, 'value', t.value))
        from region_text t where t.region_id = r.id and t.field = 'name'), '[]') as names
      from region r`.execute(db);
  return rows.map(({ names, ...row }) => ({ ...row, name: localText(names) }));
}

export interface SuccessionRow extends SuccessionEdge {
  onDate: string;
  basis: string;
  source: string | null;
  undone: boolean;
}

/** Every succession that was recorded, those undone included. */
export async function listSuccessions(db: Kysely<DB>): Promise<SuccessionRow[]> {
  const rows = await db
    .selectFrom('organisation_succession')
    .select([
      'predecessor_id as predecessorId',
      'successor_id as successorId',
      'kind',
      'on_date as onDate',
      'basis',
      'source',
      'undone_at',
    ])
    .orderBy('recorded_at')
    .execute();
  return rows.map(({ undone_at, ...row }) => ({ ...row, undone: undone_at !== null }));
}

export interface OrganisationColumns {
  kind: OrganisationKind;
  tier: Tier | null;
  parentId: number | null;
  regionId: number | null;
  externalCode: string | null;
  validFrom: string | null;
}

export async function updateOrganisation(
  trx: Transaction<DB>,
  id: number,
  set: Partial<OrganisationColumns> & { validTo?: string | null },
): Promise<void> {
  await trx
    .updateTable('organisation')
    .set({
      kind: set.kind,
      tier: set.tier,
      parent_id: set.parentId,
      region_id: set.regionId,
      external_code: set.externalCode,
      valid_from: set.validFrom,
      valid_to: set.validTo,
    })
    .where('id', '=', id)
    .execute();
}

export async function insertSuccessions(
  trx: Transaction<DB>,
  actorId: number,
  predecessorId: number,
  wanted: {
    successorIds: readonly number[];
    kind: SuccessionEdge['kind'];
    onDate: string;
    basis: string;
    source: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('organisation_succession')
    .values(
      wanted.successorIds.map((successorId) => ({
        predecessor_id: predecessorId,
        successor_id: successorId,
        kind: wanted.kind,
        on_date: wanted.onDate,
        basis: wanted.basis,
        source: wanted.source,
        recorded_by_actor_id: actorId,
      })),
    )
    .execute();
}

/** Those of one predecessor that stand; says how many. */
export async function undoSuccessionRows(
  trx: Transaction<DB>,
  actorId: number,
  predecessorId: number,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('organisation_succession')
    .set({ undone_at: new Date(), undone_by_actor_id: actorId })
    .where('predecessor_id', '=', predecessorId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Everybody who holds a role there. */
export async function listHolders(trx: Transaction<DB>, organisationId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('role_grant')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}
