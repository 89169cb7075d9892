import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Field, TextLink } from './contract.ts';
import type { Form } from './forms.ts';
import { buildPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import { readStandingDecisions } from './standing-decisions.ts';

/** The index in force, with what a link must record about where it came from. */
export interface LinkIndex {
  index: PhraseIndex;
  lexiconRevisionId: number;
  frameworkVersionOf(competencyId: number): number;
}

const cache = new WeakMap<object, { state: string; linkIndex: LinkIndex }>();

/** The index of the published frameworks, the lexicon in force and people's decisions; built anew only when one of them moved. */
export async function currentIndex(db: Kysely<DB>): Promise<LinkIndex> {
  const state = await indexState(db);
  const known = cache.get(db);
  if (known?.state === state) return known.linkIndex;
  const linkIndex = await readIndex(db);
  if (!db.isTransaction) cache.set(db, { state, linkIndex });
  return linkIndex;
}

async function indexState(db: Kysely<DB>): Promise<string> {
  const rows = await db
    .selectFrom('input_revision')
    .select(['input', 'revision'])
    .where('input', 'in', ['frameworks', 'review'])
    .orderBy('input')
    .execute();
  return rows.map((row) => `${row.input}:${row.revision}`).join(' ');
}

async function readIndex(db: Kysely<DB>): Promise<LinkIndex> {
  const versions = await db
    .selectFrom('competency_version')
    .innerJoin(
      'framework_version',
      'framework_version.id',
      'competency_version.framework_version_id',
    )
    .where('framework_version.status', '=', 'published')
    .select(['competency_version.competency_id as id', 'framework_version.id as versionId'])
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
    .where('competency_id', 'in', [...versionOf.keys()])
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
      frameworkVersionIds: [...new Set(versionOf.values())].sort((a, b) => a - b),
      lexiconRevision: lexiconRevisionId,
      decisions: await readStandingDecisions(db),
    }),
    lexiconRevisionId,
    frameworkVersionOf(competencyId) {
      const id = versionOf.get(competencyId);
      if (id === undefined)
        throw new Error(`competency ${competencyId} is in no published framework`);
      return id;
    },
  };
}

/**
 * The same index, which also finds what people have rejected. Links that are kept are made with it:
 * they bear the verdict and count nowhere, so that a rejection can be shown and taken back at once,
 * also in texts that came after it.
 */
export function withRejected(linkIndex: LinkIndex): LinkIndex {
  return { ...linkIndex, index: { ...linkIndex.index, rejected: new Set<string>() } };
}

/** The columns that a link has in every room. */
export function linkColumns(linkIndex: LinkIndex, link: TextLink) {
  return {
    competency_id: link.competencyId,
    framework_version_id: linkIndex.frameworkVersionOf(link.competencyId),
    lexicon_revision_id: linkIndex.lexiconRevisionId,
    span_start: link.start,
    span_end: link.end,
    surface: link.surface,
    normalised: link.normalised,
    method: link.method,
    form: link.form,
    level_scale_id: null,
    level: null,
    linker_version: linkIndex.index.version,
  };
}
