import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { FrameworkOf } from './contract.ts';

export interface ReadableVersion extends FrameworkOf {
  frameworkId: number;
  versionId: number;
}

/**
 * A version that everybody may read, by its name or the published one (else the newest superseded).
 * Drafts are never found here. Throws not-found.
 */
export async function getReadableVersion(
  db: Kysely<DB>,
  framework: string,
  version?: string,
): Promise<ReadableVersion> {
  const { rows } = await sql<ReadableVersion>`
    select f.id as "frameworkId", v.id as "versionId", f.code, f.source, f.uri, f.in_use as "inUse",
           v.version, v.status, v.published_on::text as "publishedOn", v.licence,
           ${aboutWords('title')} as title, ${aboutWords('note')} as note
      from framework f join framework_version v on v.framework_id = f.id
     where f.code = ${framework} and v.status in ('published', 'superseded')
       and (${version ?? null}::text is null or v.version = ${version ?? null})
     order by v.status = 'published' desc, v.id desc limit 1`.execute(db);
  if (!rows[0])
    throw new Problem('not-found', { what: [framework, version].filter(Boolean).join(' ') });
  return rows[0];
}

/** The texts of `v`, a row of framework_version, as Words. */
export const aboutWords = (field: 'title' | 'description' | 'note') => sql`
  coalesce((select json_object_agg(t.language, t.value order by t.language)
              from framework_version_text t
             where t.framework_version_id = v.id and t.field = ${sql.lit(field)}), '{}')`;
