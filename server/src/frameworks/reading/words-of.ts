import { sql, type RawBuilder } from 'kysely';

/** The texts of one field of an item in a version, as Words. `id` and `version` are SQL of the caller. */
export const itemWords = (id: string, version: RawBuilder<unknown>, field: string) =>
  textWords('competency_text', 'competency_id', id, version, field);

export const roleWords = (id: string, version: RawBuilder<unknown>, field: string) =>
  textWords('role_text', 'role_id', id, version, field);

const textWords = (
  table: string,
  owner: string,
  id: string,
  version: RawBuilder<unknown>,
  field: string,
) => sql`
  coalesce((select json_object_agg(t.language, t.value order by t.language) from ${sql.table(table)} t
             where t.${sql.ref(owner)} = ${sql.ref(id)} and t.framework_version_id = ${version}
               and t.field = ${sql.lit(field)}), '{}'::json)`;

/** An item as others name it, of `alias`, a row of competency_version. */
export const itemRef = (alias: string) => sql`
  json_build_object('id', ${sql.ref(`${alias}.competency_id`)}, 'code', ${sql.ref(`${alias}.code`)},
    'kind', ${sql.ref(`${alias}.kind`)},
    'label', ${itemWords(`${alias}.competency_id`, sql.ref(`${alias}.framework_version_id`), 'label')})`;

export const roleRef = (alias: string) => sql`
  json_build_object('id', ${sql.ref(`${alias}.role_id`)}, 'code', ${sql.ref(`${alias}.code`)},
    'kind', ${sql.ref(`${alias}.kind`)},
    'label', ${roleWords(`${alias}.role_id`, sql.ref(`${alias}.framework_version_id`), 'label')})`;

/** The level that `alias`.level_scale_id and `alias`.level name, or null. */
export const levelRef = (alias: string) => sql`
  (select json_build_object('scale', s.code, 'level', l.level, 'code', l.code,
            'label', coalesce((select json_object_agg(t.language, t.value) from level_text t
                        where t.level_scale_id = l.level_scale_id and t.level = l.level
                          and t.field = 'label'), '{}'))
     from level l join level_scale s on s.id = l.level_scale_id
    where l.level_scale_id = ${sql.ref(`${alias}.level_scale_id`)} and l.level = ${sql.ref(`${alias}.level`)})`;
