import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import {
  frameworkEntries,
  listFrameworkEntries,
  listOrganisationEntries,
  listProgrammeEntries,
  listPublished,
} from './entry-queries.ts';
import type { Entry } from './entry.ts';

/** A part of what can be found that is read and indexed by itself. */
export interface SegmentSource {
  name: string;
  /** changes whenever the part does */
  state: string;
  /** code, when it is one framework */
  framework: string | null;
  read(): Promise<Entry[]>;
}

/** A short text that changes whenever anything that can be found does; cheap enough to ask for often. */
export async function wholeState(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ frameworks: string; programmes: string; organisations: string }>`
    select (select concat_ws(' ', string_agg(v.id || ' ' || f.in_use, ',' order by v.id),
                     (select max(id) from lexicon_revision))
              from framework_version v join framework f on f.id = v.framework_id
             where v.status = 'published') as frameworks,
           (select revision::text from input_revision where input = 'programmes') as programmes,
           ${organisationsHash} as organisations`.execute(db);
  return JSON.stringify(rows[0]);
}

const organisationsHash = sql<string>`
  (select md5(string_agg(concat_ws('|', o.id, o.kind, o.external_code, o.valid_to, t.language, t.value), ','
                order by o.id, t.language))
     from organisation o join organisation_text t on t.organisation_id = o.id and t.field = 'name')
  || ' ' || current_date`;

/** Every part with the state it is in. */
export async function listSegments(db: Kysely<DB>): Promise<SegmentSource[]> {
  const published = await listPublished(db);
  const revisions = await lexiconRevisions(db);
  const whole = JSON.parse(await wholeState(db)) as Record<string, string>;
  return [
    ...published.map((framework) => ({
      name: `framework ${framework.id}`,
      state: hash([framework, revisions.get(framework.id)]),
      framework: framework.code,
      read: () => listFrameworkEntries(db, framework),
    })),
    {
      ...{ name: 'frameworks', state: hash(published), framework: null },
      read: () => Promise.resolve(frameworkEntries(published)),
    },
    {
      ...{ name: 'programmes', state: whole.programmes!, framework: null },
      read: () => listProgrammeEntries(db),
    },
    {
      ...{ name: 'organisations', state: whole.organisations!, framework: null },
      read: () => listOrganisationEntries(db),
    },
  ];
}

/** The newest revision that touched the forms of each framework. */
async function lexiconRevisions(db: Kysely<DB>): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; revision: number }>`
    select c.framework_id as id,
           max(greatest(e.added_in_revision_id, e.removed_in_revision_id))::int4 as revision
      from lexicon_entry e join competency c on c.id = e.competency_id group by 1`.execute(db);
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
