import type { Kysely, Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { nameKey } from '#src/languages/plain.ts';
import { localText } from '#src/languages/local-text.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { OrganisationRef } from './contract.ts';

export interface NewOrganisation {
  kind: DB['organisation']['kind'];
  name: string;
  language?: 'vi' | 'en';
  fictional?: boolean;
}

/** The id of the organisation of that name (case and spaces folded); made and recorded when it is new. */
export async function ensureOrganisation(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewOrganisation,
): Promise<number> {
  const inserted = await trx
    .insertInto('organisation')
    .values({
      kind: wanted.kind,
      name_key: nameKey(wanted.name),
      fictional: wanted.fictional ?? false,
    })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) {
    const found = await findOrganisationByName(trx, wanted.name);
    if (found === undefined) throw new Error('an organisation vanished between two statements');
    return found;
  }
  await trx
    .insertInto('organisation_text')
    .values({
      organisation_id: inserted.id,
      field: 'name',
      language: wanted.language ?? 'vi',
      value: wanted.name.normalize('NFC').replace(/\s+/g, ' ').trim(),
      origin: 'person',
    })
    .execute();
  await record(trx, actor, {
    action: 'organisation-added',
    subjectKind: 'organisation',
    subjectId: inserted.id,
    organisationId: inserted.id,
  });
  return inserted.id;
}

export async function findOrganisationByName(
  db: Kysely<DB>,
  name: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row?.id;
}

export async function getOrganisationRef(db: Kysely<DB>, id: number): Promise<OrganisationRef> {
  const { fictional } = await db
    .selectFrom('organisation')
    .select('fictional')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const names = await db
    .selectFrom('organisation_text')
    .select(['language', 'value'])
    .where('organisation_id', '=', id)
    .where('field', '=', 'name')
    .execute();
  return { id, name: localText(names), fictional };
}

/** A new organisation under names of its own. Throws organisation-name-taken. */
export async function insertNamed(
  trx: Transaction<DB>,
  kind: NewOrganisation['kind'],
  name: Names,
): Promise<number> {
  const inserted = await trx
    .insertInto('organisation')
    .values({ kind, name_key: nameKey(name.vi) })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) throw new Problem('organisation-name-taken');
  await writeNames(trx, inserted.id, name);
  return inserted.id;
}

/** `keepKey`: the owner is found by its kind, whatever it is called. Throws organisation-name-taken. */
export async function rename(
  trx: Transaction<DB>,
  id: number,
  name: Names,
  { keepKey }: { keepKey: boolean },
): Promise<void> {
  if (!keepKey) {
    const holder = await findOrganisationByName(trx, name.vi);
    if (holder !== undefined && holder !== id) throw new Problem('organisation-name-taken');
    await trx
      .updateTable('organisation')
      .set({ name_key: nameKey(name.vi) })
      .where('id', '=', id)
      .execute();
  }
  await trx.deleteFrom('organisation_text').where('organisation_id', '=', id).execute();
  await writeNames(trx, id, name);
}

interface Names {
  vi: string;
  en: string | null;
}

async function writeNames(trx: Transaction<DB>, id: number, name: Names): Promise<void> {
  const values = Object.entries(name).flatMap(([language, value]) =>
    value === null
      ? []
      : [
          {
            organisation_id: id,
            field: 'name' as const,
            language,
            value: value.normalize('NFC').replace(/\s+/g, ' ').trim(),
            origin: 'person' as const,
          },
        ],
  );
  await trx.insertInto('organisation_text').values(values).execute();
}

/** The owner of a new installation, before any actor exists to record it. */
export async function insertFirstOrganisation(
  trx: Transaction<DB>,
  kind: 'demo' | 'main',
): Promise<void> {
  const names = {
    demo: ['Bản minh họa', 'Demonstration'],
    main: ['Đơn vị vận hành', 'Platform owner'],
  };
  const { id } = await trx
    .insertInto('organisation')
    .values({ kind: 'platform-owner', name_key: 'platform-owner', fictional: kind === 'demo' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('organisation_text')
    .values(
      (['vi', 'en'] as const).map((language, index) => ({
        organisation_id: id,
        field: 'name',
        language,
        value: names[kind][index]!,
        origin: 'person',
      })),
    )
    .execute();
}
