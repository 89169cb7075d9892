import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { CrosswalkEnd, EndKind } from './contract.ts';

/** Versions that everybody may see. */
export const PUBLIC_VERSION = sql.raw(`status in ('published', 'superseded')`);

/**
 * Competencies or roles by their ids, each as the newest public version that has it words it; those that
 * stand in drafts alone are left out.
 */
export async function readEnds(
  db: Kysely<DB>,
  kind: EndKind,
  ids: readonly number[],
): Promise<Map<number, CrosswalkEnd>> {
  if (ids.length === 0) return new Map();
  const [thing, version, text, id] = (
    kind === 'competency'
      ? ['competency', 'competency_version', 'competency_text', 'competency_id']
      : ['role', 'role_version', 'role_text', 'role_id']
  ).map((name) => sql.ref(name)) as [Ref, Ref, Ref, Ref];
  const words = sql`coalesce(json_object_agg(t.language, t.value), '{}')`;
  const { rows } = await sql<CrosswalkEnd>`
    select distinct on (c.id) ${kind} as kind, c.id, c.uuid, v.code,
           fv.status = 'published' as current,
           (select ${words} from ${text} t
             where t.${id} = c.id and t.framework_version_id = fv.id and t.field = 'label') as label,
           json_build_object('code', f.code, 'inUse', f.in_use, 'title',
             (select ${words} from framework_version_text t
               where t.framework_version_id = fv.id and t.field = 'title')) as framework
      from ${thing} c
      join ${version} v on v.${id} = c.id
      join framework_version fv on fv.id = v.framework_version_id and fv.${PUBLIC_VERSION}
      join framework f on f.id = fv.framework_id
     where c.id = any(${[...ids]}::int4[])
     order by c.id, fv.status = 'published' desc, fv.id desc`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

type Ref = ReturnType<typeof sql.ref>;
