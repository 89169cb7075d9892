import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { breathe, everyFew } from '#src/imports/progress.ts';
import type { FoundText } from './contract.ts';
import type { Entry, Form } from './entry.ts';

export interface PublishedFramework {
  id: number;
  versionId: number;
  code: string;
  inUse: boolean;
  titles: FoundText[];
}

/** The frameworks with the version of each that is published now. */
export async function listPublished(db: Kysely<DB>): Promise<PublishedFramework[]> {
  const { rows } = await sql<PublishedFramework>`
    select f.id, v.id as "versionId", f.code, f.in_use as "inUse",
           coalesce((select json_agg(json_build_object('text', t.value, 'language', t.language))
             from framework_version_text t
            where t.framework_version_id = v.id and t.field = 'title'), '[]') as titles
      from framework f join framework_version v on v.framework_id = f.id
     where v.status = 'published' order by f.id`.execute(db);
  return rows;
}

/** The frameworks themselves. */
export function frameworkEntries(published: readonly PublishedFramework[]): Entry[] {
  return published.map(({ id, code, titles }) => ({
    ...{ type: 'framework', id, code, kind: null, framework: null, programme: null, levels: [] },
    forms: [...titles.map(asLabel), codeForm(code)],
  }));
}

/** The items and roles of the published version of a framework under all their names. */
export async function listFrameworkEntries(
  db: Kysely<DB>,
  framework: PublishedFramework,
): Promise<Entry[]> {
  const { versionId, code, inUse, titles } = framework;
  const of = { code, titles, inUse };
  const items = await readRows(
    sql<Row>`select competency_id as id, code, kind from competency_version
              where framework_version_id = ${versionId} order by competency_id`,
    sql<FormRow>`
      select competency_id as id, language, value as text, 'label' as "as" from competency_text
       where framework_version_id = ${versionId} and field = 'label'
      union all
      select e.competency_id, e.language, e.form, 'alias' from lexicon_entry e
        join competency_version v on v.competency_id = e.competency_id and v.framework_version_id = ${versionId}
       where e.status = 'approved' and e.removed_in_revision_id is null`,
    db,
  );
  const roles = await readRows(
    sql<Row>`select role_id as id, code, kind from role_version
              where framework_version_id = ${versionId} order by role_id`,
    sql<FormRow>`
      select role_id as id, language, value as text, 'label' as "as" from role_text
       where framework_version_id = ${versionId} and field = 'label'
      union all
      select role_id, language, title, 'alias' from role_title where framework_version_id = ${versionId}`,
    db,
  );
  const levels = await readLevels(db, versionId);
  return [
    ...items.map((row): Entry => ({
      ...{ type: 'competency', ...row, framework: of, programme: null },
      levels: levels.get(row.id) ?? [],
    })),
    ...roles.map((row): Entry => ({
      type: 'role',
      ...row,
      framework: of,
      programme: null,
      levels: [],
    })),
  ];
}

/** Current programmes with their courses. */
export async function listProgrammeEntries(db: Kysely<DB>): Promise<Entry[]> {
  const { rows: programmes } = await sql<Row & { versionId: number }>`
    select p.id, v.id as "versionId", p.code, null as kind
      from programme p join programme_version v on v.programme_id = p.id
     where v.status = 'current' order by p.id`.execute(db);
  const { rows: names } = await sql<FormRow>`
    select p.id, t.language, t.value as text, 'label' as "as"
      from programme p join programme_version v on v.programme_id = p.id and v.status = 'current'
      join programme_version_text t on t.programme_version_id = v.id and t.field = 'name'`.execute(
    db,
  );
  const { rows: courses } = await sql<Row & { programmeId: number; programmeCode: string }>`
    select c.id, c.code, null as kind, p.id as "programmeId", p.code as "programmeCode"
      from course c join programme_version v on v.id = c.programme_version_id and v.status = 'current'
      join programme p on p.id = v.programme_id order by c.id`.execute(db);
  const { rows: titles } = await sql<FormRow>`
    select c.id, t.language, t.value as text, 'label' as "as"
      from course c join programme_version v on v.id = c.programme_version_id and v.status = 'current'
      join course_text t on t.course_id = c.id and t.field = 'title'`.execute(db);
  const nothing = { kind: null, framework: null, levels: [] };
  const named = await withForms(programmes, names);
  const titled = await withForms(courses, titles);
  return [
    ...named.map(({ id, code, forms }): Entry => ({
      ...{ type: 'programme', id, code, forms, programme: null, ...nothing },
    })),
    ...titled.map(({ id, code, forms, programmeId, programmeCode }): Entry => ({
      ...{ type: 'course', id, code, forms, ...nothing },
      programme: { id: programmeId, code: programmeCode },
    })),
  ];
}

/** Organisations that stand today. */
export async function listOrganisationEntries(db: Kysely<DB>): Promise<Entry[]> {
  const rows = await readRows(
    sql<Row>`select id, external_code as code, kind from organisation
              where valid_to is null or valid_to > current_date order by id`,
    sql<FormRow>`select organisation_id as id, language, value as text, 'label' as "as"
                   from organisation_text where field = 'name'`,
    db,
  );
  return rows.map((row): Entry => ({
    type: 'organisation',
    ...row,
    framework: null,
    programme: null,
    levels: [],
  }));
}

interface Row {
  id: number;
  code: string | null;
  kind: string | null;
}
type FormRow = Form & { id: number };

async function readRows(
  rows: ReturnType<typeof sql<Row>>,
  forms: ReturnType<typeof sql<FormRow>>,
  db: Kysely<DB>,
): Promise<(Row & { forms: Form[] })[]> {
  const { rows: owners } = await rows.execute(db);
  const { rows: names } = await forms.execute(db);
  return withForms(owners, names);
}

/** Each with its names: labels first, an alias that only repeats one left out, the code last. */
async function withForms<Owner extends Row>(owners: readonly Owner[], names: readonly FormRow[]) {
  const byOwner = Map.groupBy(names, ({ id }) => id);
  const all: (Owner & { forms: Form[] })[] = [];
  const isDue = everyFew();
  for (const owner of owners) {
    const own = byOwner.get(owner.id) ?? [];
    const labels = own.filter(({ as }) => as === 'label');
    const known = new Set(labels.map(({ text }) => text));
    const aliases = own.filter(({ as, text }) => as === 'alias' && !known.has(text));
    const forms = [...labels, ...aliases].map(({ text, language, as }) => ({ text, language, as }));
    all.push({ ...owner, forms: owner.code === null ? forms : [...forms, codeForm(owner.code)] });
    if (isDue()) await breathe();
  }
  return all;
}

const asLabel = ({ text, language }: FoundText): Form => ({ text, language, as: 'label' });
const codeForm = (code: string): Form => ({ text: code, language: '', as: 'code' });

async function readLevels(db: Kysely<DB>, versionId: number): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ id: number; levels: string[] }>`
    select o.id, array_agg(distinct o.level::text) || coalesce(array_agg(distinct l.code)
             filter (where l.code is not null), '{}') as levels
      from (select competency_id as id, level_scale_id, level from competency_level
             where framework_version_id = ${versionId}
            union
            select competency_id, level_scale_id, level from competency_version
             where framework_version_id = ${versionId} and level is not null) o
      join level l on l.level_scale_id = o.level_scale_id and l.level = o.level
     group by o.id`.execute(db);
  return new Map(rows.map(({ id, levels }) => [id, levels]));
}
