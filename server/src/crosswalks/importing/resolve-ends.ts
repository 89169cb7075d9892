import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { EndKind } from '../contract.ts';
import type { CrosswalkImportRow, NamedEnd } from './crosswalk-row.ts';

export interface FoundEnd {
  id: number;
  frameworkId: number;
  /** it stands in an earlier version alone */
  gone: boolean;
}

export type FindEnd = (kind: EndKind, end: NamedEnd) => FoundEnd | undefined;

export interface FoundEnds {
  kind: EndKind;
  from: FoundEnd;
  to: FoundEnd;
}

interface Known extends FoundEnd {
  kind: EndKind;
  framework: string;
  origin: string | null;
  names: (string | null)[];
}

/**
 * Finds the ends that files name, in public frameworks and those of the importing organisation. Read
 * once for all rows: a file names few frameworks and many of their items.
 */
export async function endFinder(
  db: Kysely<DB>,
  ownerOrganisationId: number,
  frameworks: readonly string[],
): Promise<FindEnd> {
  const found = new Map<string, FoundEnd>();
  for (const kind of ['competency', 'role'] as const) {
    for (const row of await listNames(db, kind, ownerOrganisationId, frameworks)) {
      for (const framework of [row.framework, row.origin]) {
        for (const name of row.names) {
          const key = `${kind} ${framework} ${name}`;
          // the first to bear a name keeps it: rows come with those in force before those that are gone
          if (framework && name && !found.has(key)) found.set(key, row);
        }
      }
    }
  }
  return (kind, { framework, names }) =>
    names.map((name) => found.get(`${kind} ${framework} ${name}`)).find((end) => end !== undefined);
}

async function listNames(
  db: Kysely<DB>,
  kind: EndKind,
  ownerOrganisationId: number,
  frameworks: readonly string[],
): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select ${kind} as kind, c.id, c.framework_id as "frameworkId", f.code as framework, f.source as origin,
           array[c.uuid::text, c.uri, c.source_id, now_.code] as names, now_.code is null as gone
      from ${sql.table(kind)} c
      join framework f on f.id = c.framework_id
      left join lateral (
        select v.code from ${sql.table(`${kind}_version`)} v
          join framework_version fv on fv.id = v.framework_version_id
         where v.${sql.ref(`${kind}_id`)} = c.id
           and (fv.status = 'published' or not exists (
             select from framework_version p where p.framework_id = f.id and p.status = 'published'))
         order by fv.id desc limit 1) now_ on true
     where (f.code = any(${[...frameworks]}::text[]) or f.source = any(${[...frameworks]}::text[]))
       and (f.owner_organisation_id = ${ownerOrganisationId}
            or exists (select from framework_version p
                        where p.framework_id = f.id and p.status in ('published', 'superseded')))
     order by now_.code is null, c.id`.execute(db);
  return rows;
}

/** Both ends under one kind: the one that the file says, else competencies before roles. */
export function findEnds(row: CrosswalkImportRow, find: FindEnd): FoundEnds | undefined {
  for (const kind of row.kind ? [row.kind] : (['competency', 'role'] as const)) {
    const [from, to] = [find(kind, row.from), find(kind, row.to)];
    if (from && to) return { kind, from, to };
  }
  return undefined;
}

/** The end of a row that was not found, for the words of a finding. */
export function missingEnd(row: CrosswalkImportRow, find: FindEnd): NamedEnd {
  const kinds = row.kind ? [row.kind] : (['competency', 'role'] as const);
  return kinds.some((kind) => find(kind, row.from)) ? row.to : row.from;
}
