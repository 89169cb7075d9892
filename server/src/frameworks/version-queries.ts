import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { FrameworkRow } from './importing/framework-row.ts';

export interface FrameworkMark {
  id: number;
  uuid: string;
  code: string;
  ownerOrganisationId: number;
  inUse: boolean;
}

export interface VersionMark {
  id: number;
  frameworkId: number;
  version: string;
  status: 'draft' | 'in-review' | 'published' | 'superseded';
  contentSha256: string | null;
  aboutSha256: string | null;
}

/** By its UUID, else by its code: a file may know only one of the two. */
export async function findFramework(
  db: Kysely<DB>,
  named: { uuid: string; code: string },
): Promise<FrameworkMark | undefined> {
  return db
    .selectFrom('framework')
    .where((eb) => eb.or([eb('uuid', '=', named.uuid), eb('code', '=', named.code)]))
    .select([
      'id',
      'uuid',
      'code',
      'owner_organisation_id as ownerOrganisationId',
      'in_use as inUse',
    ])
    .orderBy((eb) => eb('uuid', '=', named.uuid), 'desc')
    .executeTakeFirst();
}

export async function insertFramework(
  trx: Transaction<DB>,
  framework: {
    uuid: string;
    code: string;
    uri: string | null;
    source: string | null;
    ownerOrganisationId: number;
    inUse: boolean;
  },
): Promise<FrameworkMark> {
  const { id } = await trx
    .insertInto('framework')
    .values({
      uuid: framework.uuid,
      code: framework.code,
      uri: framework.uri,
      source: framework.source,
      owner_organisation_id: framework.ownerOrganisationId,
      in_use: framework.inUse,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, ...framework };
}

/** The newest first. */
export async function listVersions(db: Kysely<DB>, frameworkId: number): Promise<VersionMark[]> {
  const rows = await db
    .selectFrom('framework_version')
    .where('framework_id', '=', frameworkId)
    .select([
      'id',
      'framework_id as frameworkId',
      'version',
      'status',
      'content_sha256 as contentSha256',
      'about_sha256 as aboutSha256',
    ])
    .orderBy('id', 'desc')
    .execute();
  return rows as VersionMark[];
}

/** A new version in the state of a draft, without content. */
export async function insertVersion(
  trx: Transaction<DB>,
  actor: Actor,
  version: {
    frameworkId: number;
    version: string;
    licence: string;
    publishedOn: string | null;
    basedOnVersionId: number | null;
    reason: string;
    importRunId?: string | null;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('framework_version')
    .values({
      framework_id: version.frameworkId,
      version: version.version,
      status: 'draft',
      licence: version.licence,
      published_on: version.publishedOn,
      based_on_version_id: version.basedOnVersionId,
      reason: version.reason,
      created_by_actor_id: actor.id,
      import_run_id: version.importRunId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What a file says about the whole, in the place of what the version said before. */
export async function writeAbout(
  trx: Transaction<DB>,
  versionId: number,
  about: Pick<FrameworkRow, 'licence' | 'publishedOn' | 'texts' | 'extra'>,
  origin: 'source' | 'person',
  aboutSha256: string | null,
): Promise<void> {
  await trx
    .updateTable('framework_version')
    .set({
      licence: about.licence,
      published_on: about.publishedOn,
      extra: JSON.stringify(about.extra),
      about_sha256: aboutSha256,
    })
    .where('id', '=', versionId)
    .execute();
  await trx
    .deleteFrom('framework_version_text')
    .where('framework_version_id', '=', versionId)
    .execute();
  const texts = about.texts.filter(({ value }) => value.trim() !== '');
  if (texts.length === 0) return;
  await trx
    .insertInto('framework_version_text')
    .values(
      texts.map(({ field, language, value }) => ({
        framework_version_id: versionId,
        field,
        language,
        value: value.normalize('NFC'),
        origin,
      })),
    )
    .execute();
}

/**
 * Makes a version the published one: the one before it is superseded, and the codes of the lasting
 * concepts become those of this version. What is published never changes again: its hash is over the
 * hashes of all that stands in it.
 */
export async function publishVersion(
  trx: Transaction<DB>,
  actor: Actor,
  version: { id: number; frameworkId: number; publishedOn: string; contentSha256?: string },
): Promise<void> {
  await trx
    .updateTable('framework_version')
    .set({ status: 'superseded' })
    .where('framework_id', '=', version.frameworkId)
    .where('status', '=', 'published')
    .execute();
  await trx
    .updateTable('framework_version')
    .set({
      status: 'published',
      published_on: version.publishedOn,
      published_by_actor_id: actor.id,
      published_at: sql<Date>`clock_timestamp()`,
      content_sha256: version.contentSha256 ?? contentOf(version.id),
      lexicon_revision_id: sql<number | null>`(select max(id) from lexicon_revision)`,
    })
    .where('id', '=', version.id)
    .execute();
  await sql`
    update competency c set code = v.code
      from competency_version v
     where v.framework_version_id = ${version.id} and v.competency_id = c.id and c.code <> v.code`.execute(
    trx,
  );
}

const contentOf = (versionId: number) => sql<string>`(
  select encode(sha256(convert_to(coalesce(string_agg(key || ' ' || coalesce(hash, ''), E'\n' order by key), ''), 'UTF8')), 'hex')
    from (select 'item ' || c.uuid as key, v.content_sha256 as hash
            from competency_version v join competency c on c.id = v.competency_id
           where v.framework_version_id = ${versionId}
          union all
          select 'role ' || r.uuid, v.content_sha256
            from role_version v join role r on r.id = v.role_id
           where v.framework_version_id = ${versionId}
          union all
          select 'about', about_sha256 from framework_version where id = ${versionId}) parts)`;
