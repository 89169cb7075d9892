import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { contentHash, type ScaleRow } from '../importing/framework-row.ts';

/**
 * Says of a scale whether it stands already and belongs to nobody, or to another framework: an export
 * carries the scales that its levels need, and an import must not make them anew under its own name.
 */
export async function sharedScales(
  db: Kysely<DB>,
  frameworkId: number | undefined,
): Promise<(row: ScaleRow) => boolean> {
  const { rows } = await sql<{
    code: string;
    owner: number | null;
    hash: string | null;
    levels: number[];
  }>`
    select distinct on (s.code) s.code, s.framework_id as owner, s.content_sha256 as hash,
           array(select l.level from level l where l.level_scale_id = s.id order by l.level) as levels
      from level_scale s
     order by s.code, s.edition desc`.execute(db);
  const standing = new Map(rows.map((row) => [row.code, row]));
  return (row) => {
    const known = standing.get(row.code);
    if (!known || known.owner === (frameworkId ?? -1)) return false;
    if (known.hash !== null) return known.hash === contentHash(row);
    return (
      String(known.levels) === String(row.levels.map(({ level }) => level).sort((a, b) => a - b))
    );
  };
}
