import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Field } from './contract.ts';
import type { Form } from './forms.ts';
import { readIndexSet, type IndexSet } from './index-set.ts';
import { buildPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import { readStandingDecisions } from './standing-decisions.ts';

/** The index in force, with what a link must record about where it came from. */
export interface LinkIndex {
  index: PhraseIndex;
  set: IndexSet;
  lexiconRevisionId: number;
  frameworkVersionOf(competencyId: number): number;
}

const cache = new WeakMap<object, Map<string, { state: string; linkIndex: LinkIndex }>>();
const MOST_KEPT = 3;

/**
 * The index of the published frameworks in use (or of some by their codes), the lexicon in force and
 * people's decisions; built anew only when one of them moved. Throws not-found.
 */
export async function currentIndex(
  db: Kysely<DB>,
  frameworks?: readonly string[],
): Promise<LinkIndex> {
  const known = cache.get(db) ?? new Map();
  const name = frameworks?.toSorted().join(' ') ?? '';
  const state = await indexState(db, frameworks);
  const standing = known.get(name);
  if (standing?.state === state) return standing.linkIndex;
  const linkIndex = await readIndex(db, await readIndexSet(db, frameworks));
  if (db.isTransaction) return linkIndex;
  if (known.size >= MOST_KEPT) known.clear();
  known.set(name, { state, linkIndex });
  cache.set(db, known);
  return linkIndex;
}

/** Changes whenever the index could be another. */
async function indexState(db: Kysely<DB>, frameworks?: readonly string[]): Promise<string> {
  const rows = await db
    .selectFrom('input_revision')
    .select(['input', 'revision'])
    .where('input', 'in', ['frameworks', 'review'])
    .orderBy('input')
    .execute();
  const moved = rows.map((row) => `${row.input}:${row.revision}`).join(' ');
  // a framework that is not in use moves no input
  return frameworks === undefined ? moved : `${moved} ${(await readIndexSet(db, frameworks)).key}`;
}

async function readIndex(db: Kysely<DB>, set: IndexSet): Promise<LinkIndex> {
  const frameworkVersionIds = set.versions.map(({ id }) => id);
  const versions = await db
    .selectFrom('competency_version')
    .where('framework_version_id', '=', anyOf(frameworkVersionIds))
    .select(['competency_id as id', 'framework_version_id as versionId'])
    .execute();
  const versionOf = new Map(versions.map((row) => [row.id, row.versionId]));
  const entries = await db
    .selectFrom('lexicon_entry')
    .select([
      'competency_id as competencyId',
      'form',
      'language',
      'case_sensitive as caseSensitive',
      'fields',
    ])
    .where('status', '=', 'approved')
    .where('removed_in_revision_id', 'is', null)
    .where('competency_id', 'in', (eb) =>
      eb
        .selectFrom('competency_version')
        .where('framework_version_id', '=', anyOf(frameworkVersionIds))
        .select('competency_id'),
    )
    .execute();
  const forms: Form[] = entries.map((entry) => ({
    ...entry,
    language: entry.language as Form['language'],
    fields: entry.fields as Field[] | null,
  }));
  const revision = await db
    .selectFrom('lexicon_revision')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  const lexiconRevisionId = Number(revision.id);
  return {
    index: buildPhraseIndex(forms, {
      frameworkVersionIds,
      lexiconRevision: lexiconRevisionId,
      decisions: (await readStandingDecisions(db)).filter(({ competencyId }) =>
        versionOf.has(competencyId),
      ),
    }),
    set,
    lexiconRevisionId,
    frameworkVersionOf(competencyId) {
      const id = versionOf.get(competencyId);
      if (id === undefined)
        throw new Error(`competency ${competencyId} is in no published framework`);
      return id;
    },
  };
}

/** Also of a list that is empty, and of one that is long. */
function anyOf(ids: readonly number[]) {
  return sql<number>`any(${[...ids]}::int4[])`;
}

/**
 * The same index, which also finds what people have rejected. Links that are kept are made with it:
 * they bear the verdict and count nowhere, so that a rejection can be shown and taken back at once,
 * also in texts that came after it.
 */
export function withRejected(linkIndex: LinkIndex): LinkIndex {
  return { ...linkIndex, index: { ...linkIndex.index, rejected: new Set<string>() } };
}
