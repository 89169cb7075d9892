import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { FrameworkDocument } from './contract.ts';
import type { ReadableVersion } from './find-version.ts';
import { inReadingOrder } from './reading-order.ts';
import { itemWords } from './words-of.ts';

type Row = Omit<FrameworkDocument[number], 'depth' | 'levels'> & { parent: number | null };
type LevelRow = FrameworkDocument[number]['levels'][number] & { id: number };

/** All items of a version with their words and levels, or those below one, as a document. Throws not-found. */
export async function readDocument(
  db: Kysely<DB>,
  { versionId, code }: ReadableVersion,
  under?: string,
): Promise<FrameworkDocument> {
  const version = sql`${versionId}::int4`;
  const { rows } = await sql<Row>`
    select v.competency_id as id, v.parent_competency_id as parent, v.code, v.kind,
           ${itemWords('v.competency_id', version, 'label')} as label,
           ${itemWords('v.competency_id', version, 'definition')} as definition
      from competency_version v where v.framework_version_id = ${versionId}
     order by v.sequence, v.code, v.competency_id`.execute(db);
  const { rows: levels } = await sql<LevelRow>`
    select o.competency_id as id, s.code as scale, l.level, l.code,
           coalesce((select json_object_agg(t.language, t.value) from level_text t
             where t.level_scale_id = l.level_scale_id and t.level = l.level and t.field = 'label'), '{}') as label,
           coalesce((select json_object_agg(t.language, t.value) from competency_level_text t
             where t.competency_id = o.competency_id and t.framework_version_id = ${versionId}
               and t.level_scale_id = o.level_scale_id and t.level = o.level), '{}') as says
      from competency_level o
      join level_scale s on s.id = o.level_scale_id
      join level l on l.level_scale_id = o.level_scale_id and l.level = o.level
     where o.framework_version_id = ${versionId}
     order by s.code, l.level`.execute(db);
  const levelsOf = Map.groupBy(levels, ({ id }) => id);
  const depths: number[] = [];
  const whole = inReadingOrder(rows).map(({ row: { parent: _, ...row }, parent }, place) => {
    depths[place] = parent < 0 ? 0 : depths[parent]! + 1;
    const own = (levelsOf.get(row.id) ?? []).map(({ id: __, ...level }) => level);
    return { ...row, depth: depths[place]!, levels: own };
  });
  if (under === undefined) return whole;
  const first = whole.findIndex((entry) => entry.code === under);
  if (first < 0) throw new Problem('not-found', { what: `${code} ${under}` });
  const next = whole.findIndex(({ depth }, place) => place > first && depth <= whole[first]!.depth);
  return whole
    .slice(first, next < 0 ? undefined : next)
    .map((entry) => ({ ...entry, depth: entry.depth - whole[first]!.depth }));
}
