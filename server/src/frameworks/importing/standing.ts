import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { readDefinitions } from '../read-version.ts';
import { scaleHashes } from '../scale-queries.ts';
import {
  findFramework,
  listVersions,
  type FrameworkMark,
  type VersionMark,
} from '../version-queries.ts';
import { contentHash, type FrameworkRow } from './framework-row.ts';

/** What a file is compared with: the framework that it describes, and the version that it would change. */
export interface Standing {
  about: FrameworkRow;
  framework: FrameworkMark | undefined;
  /** 'draft': an open draft, or the published version that a new draft would begin with */
  base: VersionMark | undefined;
  versions: VersionMark[];
}

/** Undefined while no row of the file says what framework it is (such a file is refused in staging). */
export async function findStanding(
  db: Kysely<DB>,
  run: Run,
  into: 'published' | 'draft',
): Promise<Standing | undefined> {
  const row = await db
    .selectFrom('import_row')
    .where('import_run_id', '=', run.id)
    .where('key', '=', 'framework')
    .select('payload')
    .executeTakeFirst();
  if (!row) return undefined;
  const about = row.payload as unknown as FrameworkRow;
  const framework = await findFramework(db, about);
  const versions = framework ? await listVersions(db, framework.id) : [];
  const published = versions.find(({ status }) => status === 'published');
  const draft = versions.find(({ status }) => status === 'draft' || status === 'in-review');
  return { about, framework, versions, base: into === 'draft' ? (draft ?? published) : published };
}

/** The hash of everything that stands in a version, by the key of the row that would bring it. */
export async function standingHashes(
  db: Kysely<DB>,
  { framework, base }: Standing,
): Promise<Map<string, string | null>> {
  const hashes = new Map<string, string | null>();
  if (!framework || !base) return hashes;
  hashes.set('framework', base.aboutSha256);
  for (const [code, hash] of await scaleHashes(db, framework.id)) hashes.set(`scale ${code}`, hash);
  for (const row of await readDefinitions(db, base.id)) {
    hashes.set(`definition ${row.uuid}`, contentHash(row));
  }
  const { rows } = await sql<{ key: string; hash: string | null }>`
    select 'item ' || c.source_id as key, v.content_sha256 as hash
      from competency_version v join competency c on c.id = v.competency_id
     where v.framework_version_id = ${base.id}
    union all
    select 'role ' || r.source_id, v.content_sha256
      from role_version v join role r on r.id = v.role_id
     where v.framework_version_id = ${base.id}`.execute(db);
  for (const { key, hash } of rows) hashes.set(key, hash);
  return hashes;
}

/** The ids of what stands under keys such as 'item T0011'. */
export async function standingIds(
  db: Kysely<DB>,
  frameworkId: number,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; id: number }>`
    select 'item ' || source_id as key, id from competency
     where framework_id = ${frameworkId} and 'item ' || source_id = any(${[...keys]}::text[])
    union all
    select 'role ' || source_id, id from role
     where framework_id = ${frameworkId} and 'role ' || source_id = any(${[...keys]}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
