import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import {
  readAbout,
  readDefinitions,
  readItems,
  readRoles,
  readScales,
  type Selection,
} from '#src/frameworks/read-version.ts';
import type { PartRow } from '../bundle.ts';
import { languageOfFramework, type DocumentWriting } from '../document.ts';
import type { CaseVersion, CFAssociation } from '../wire.ts';
import type { PackageSource } from '../write-package.ts';
import { crosswalkAssociations } from './crosswalk-associations.ts';
import { endOfRow } from './end-of-row.ts';
import {
  listChangeTimes,
  listEnds,
  listSuccessions,
  type Published,
  type SuccessionRow,
} from './published.ts';

const PAGE = 500;

export interface VersionSource extends PackageSource {
  writing: DocumentWriting;
  /** some rows of the version, with the times at which they changed */
  rows(type: 'item' | 'role', ids: readonly number[]): Promise<PartRow[]>;
}

/** One public version of a framework as the source of a package. */
export async function versionSource(
  db: Kysely<DB>,
  published: Published,
  { version, base }: { version: CaseVersion; base: string },
): Promise<VersionSource> {
  const { versionId } = published;
  const { about, scales } = await headOf(db, published);
  const language = languageOfFramework(about);
  const changedAt = new Map<string, string>();
  const idOf = new Map<string, number>();
  const read = async (type: 'item' | 'role', selection: Selection) => {
    const reader = type === 'item' ? readItems : readRoles;
    const found = (await reader(db, versionId, selection)) as (PartRow & Stored)[];
    const ids = found.map(({ id }) => id);
    const times = await listChangeTimes(db, published, type, ids);
    for (const { id, sourceId } of found) {
      changedAt.set(`${type} ${sourceId}`, times.get(id) ?? published.changedAt);
      idOf.set(`${type} ${sourceId}`, id);
    }
    return found;
  };
  return {
    about,
    scales,
    definitions: () => readDefinitions(db, versionId),
    successions: async () =>
      (await listSuccessions(db, versionId)).map((row) =>
        successionOf(row, base, published.changedAt),
      ),
    rows: async (type, ids) => (await read(type, { ids })).map(ownFields),
    async *pages() {
      for (const type of ['item', 'role'] as const) {
        let next: Promise<(PartRow & Stored)[]> | undefined = read(type, { after: 0, limit: PAGE });
        while (next) {
          const page: (PartRow & Stored)[] = await next;
          const last = page.at(-1);
          // the database reads on while this page is written
          next =
            last && page.length === PAGE ? read(type, { after: last.id, limit: PAGE }) : undefined;
          next?.catch(() => undefined);
          if (last) yield page.map(ownFields);
          for (const { sourceId } of page) {
            changedAt.delete(`${type} ${sourceId}`);
            idOf.delete(`${type} ${sourceId}`);
          }
        }
      }
    },
    async ends({ items, roles }) {
      const [some, others] = [
        await listEnds(db, published, 'item', items),
        await listEnds(db, published, 'role', roles),
      ];
      return [
        ...some.map((row) => endOfRow('item', row, base, language)),
        ...others.map((row) => endOfRow('role', row, base, language)),
      ];
    },
    async crosswalks(rows) {
      // they are no part of a version: what was superseded stays as it was published
      if (published.status === 'superseded') return [];
      const found: CFAssociation[] = [];
      for (const type of ['item', 'role'] as const) {
        const own = rows.filter((row) => row.type === type);
        const ids = own.map(({ sourceId }) => idOf.get(`${type} ${sourceId}`)!);
        if (ids.length > 0) found.push(...(await crosswalkAssociations(db, type, ids, base)));
      }
      return found;
    },
    changedAt: (row) => changedAt.get(`${row.type} ${row.sourceId}`) ?? published.changedAt,
    writing: {
      ...{ version, base, identifier: published.identifier, status: published.status },
      ...{ creator: published.creator, changedAt: published.changedAt },
    },
  };
}

type Head = Pick<PackageSource, 'about' | 'scales'>;

const MOST_HEADS = 64;
const heads = new WeakMap<Kysely<DB>, Map<string, Head>>();

/** What every answer about a version begins with; it never changes while the state is the same. */
async function headOf(db: Kysely<DB>, { versionId, state }: Published): Promise<Head> {
  const kept = heads.get(db) ?? new Map<string, Head>();
  heads.set(db, kept);
  const known = kept.get(state);
  if (known) return known;
  const head = { about: await readAbout(db, versionId), scales: await readScales(db, versionId) };
  kept.set(state, head);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_HEADS) break;
    kept.delete(oldest);
  }
  return head;
}

/** What the tables say of a row beside what it says itself does not leave with it. */
function ownFields(row: PartRow): PartRow {
  const { id: _, contentSha256: __, revision: ___, ...own } = row as PartRow & Stored;
  return own as PartRow;
}

interface Stored {
  id: number;
  contentSha256: string | null;
  revision: number;
}

function successionOf(
  { kind, weight, reason, from, to }: SuccessionRow,
  base: string,
  at: string,
): CFAssociation {
  const identifier = nameUuid(from.uuid, `succession ${to.uuid}`);
  const node = ({ uuid, uri, code, label }: SuccessionRow['from']) => ({
    ...{ title: label ?? code, identifier: uuid },
    uri: uri ?? `${base}/CFItems/${uuid}`,
  });
  return {
    identifier,
    associationType: 'replacedBy',
    uri: `${base}/CFAssociations/${identifier}`,
    originNodeURI: node(from),
    destinationNodeURI: node(to),
    lastChangeDateTime: at,
    ...(reason === '' ? {} : { notes: reason }),
    extensions: { nhip: { succession: { kind, weight } } },
  };
}
