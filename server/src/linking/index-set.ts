import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';

/** What links are made from: published versions of frameworks, and the lexicon as it is now. */
export interface IndexSet {
  versions: { id: number; framework: string; version: string }[];
  /** The newest revision that moved a form of these frameworks; null: none is listed. */
  lexiconRevisionId: number | null;
  /** SHA-256; the same as long as versions and forms are. */
  key: string;
}

/**
 * All frameworks in use, or some published ones by their codes. Published versions never change and
 * every change of a form makes a revision, so their identities stand for their content.
 *
 * Throws not-found where no published framework has a code.
 */
export async function readIndexSet(
  db: Kysely<DB>,
  frameworks?: readonly string[],
): Promise<IndexSet> {
  const wanted = frameworks ? sql`f.code = any(${[...frameworks]}::text[])` : sql`f.in_use`;
  const { rows } = await sql<{
    id: number;
    framework: string;
    version: string;
    uuid: string;
    hash: string | null;
  }>`
    select v.id, f.code as framework, v.version, f.uuid, v.content_sha256 as hash
      from framework f join framework_version v on v.framework_id = f.id and v.status = 'published'
     where ${wanted} order by v.id`.execute(db);
  const missing = frameworks?.find((code) => rows.every(({ framework }) => framework !== code));
  if (missing !== undefined) throw new Problem('not-found', { what: missing });
  const revision = await newestRevision(
    db,
    rows.map(({ id }) => id),
  );
  const identity = [rows.map(({ id, uuid, version, hash }) => [id, uuid, version, hash]), revision];
  return {
    versions: rows.map(({ id, framework: code, version }) => ({ id, framework: code, version })),
    lexiconRevisionId: revision?.id ?? null,
    key: createHash('sha256').update(JSON.stringify(identity)).digest('hex'),
  };
}

async function newestRevision(
  db: Kysely<DB>,
  versionIds: readonly number[],
): Promise<{ id: number; at: string } | undefined> {
  const { rows } = await sql<{ id: number; at: string }>`
    select id, at::text as at from lexicon_revision where id = (
      select max(greatest(e.added_in_revision_id, coalesce(e.removed_in_revision_id, 0)))
        from lexicon_entry e
       where e.status = 'approved' and e.competency_id in (
         select competency_id from competency_version
          where framework_version_id = any(${[...versionIds]}::int4[])))`.execute(db);
  return rows[0];
}
