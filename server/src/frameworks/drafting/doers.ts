import { sql, type Kysely } from 'kysely';
import { scopeOf, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { enterScope } from '#src/db/scope.ts';
import { localText, type TextRow } from '#src/languages/local-text.ts';
import type { Doer } from './contract.ts';

export interface Did {
  actorId: number;
  organisationId: number;
}

/**
 * Who did things: colleagues by the name that the organisation has for them, people of other organisations
 * by their organisation alone.
 */
export async function readDoers(
  db: Kysely<DB>,
  reader: Actor,
  did: readonly Did[],
): Promise<(did: Did) => Doer> {
  const actorIds = [...new Set(did.map(({ actorId }) => actorId))];
  const organisationIds = [...new Set(did.map(({ organisationId }) => organisationId))];
  const names = await readNames(db, reader, actorIds);
  const { rows } = await sql<{ id: number; names: TextRow[] }>`
    select organisation_id as id, json_agg(json_build_object('language', language, 'value', value)) as names
      from organisation_text where field = 'name' and organisation_id = any(${organisationIds}::int4[])
     group by organisation_id`.execute(db);
  const organisations = new Map(rows.map((row) => [row.id, localText(row.names)]));
  return ({ actorId, organisationId }) => ({
    actorId,
    self: actorId === reader.id,
    name: names.get(`${actorId} ${organisationId}`) ?? null,
    organisation: organisations.get(organisationId) ?? { vi: null, en: null },
  });
}

async function readNames(
  db: Kysely<DB>,
  reader: Actor,
  actorIds: readonly number[],
): Promise<Map<string, string>> {
  const read = async (
    trx: Parameters<Parameters<ReturnType<Kysely<DB>['transaction']>['execute']>[0]>[0],
  ) => {
    await enterScope(trx, scopeOf(reader));
    const { rows } = await sql<{ actorId: number; organisationId: number; name: string }>`
      select a.id as "actorId", f.organisation_id as "organisationId", f.full_name as name
        from actor a join affiliation f on f.person_id = a.person_id
       where a.id = any(${[...actorIds]}::int4[])
         and f.organisation_id = any(${[...reader.organisationIds]}::int4[])`.execute(trx);
    return new Map(rows.map((row) => [`${row.actorId} ${row.organisationId}`, row.name]));
  };
  return db.isTransaction ? read(db as Parameters<typeof read>[0]) : db.transaction().execute(read);
}
