import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import type { CompetencyRef } from '#src/frameworks/contract.ts';
import type { QueueQuery, ReviewItem, ReviewQueue } from './contract.ts';
import { listReplacements } from './decision-queries.ts';
import { readExamples } from './examples.ts';
import { findProposal } from './follow-in-lexicon.ts';
import { choicesOf, fits, inOrder, type Filters } from './narrow.ts';
import { listDecided, type DecidedRow } from './surface-queries.ts';
import { currentSurfaces, goneSurface, surfaceKey, type Surface } from './surfaces.ts';

type Refs = ReadonlyMap<number, CompetencyRef>;

/**
 * Surfaces by expected errors, narrowed by the filters; what is decided, the latest first, also where no text
 * holds it any more.
 */
export async function readQueue(db: Kysely<DB>, query: QueueQuery): Promise<ReviewQueue> {
  const refs = await competencyRefs(db);
  const filters = filtersOf(query, refs);
  const known = await currentSurfaces(db);
  const standing = new Map((await listDecided(db)).map((row) => [surfaceKey(row), row]));
  // what the frameworks in use hold no longer has no name to ask about
  const all = [...known.values()].filter(({ competencyId }) => refs.has(competencyId));
  const open = all.filter(({ key }) => !standing.has(key));
  const fitting = all.filter((surface) => fits(surface, filters));
  const undecided = open.filter((surface) => fits(surface, filters));
  const listed =
    query.undecided === false
      ? decidedOf(standing, known, refs, filters)
      : inOrder(query.undecided ? undecided : fitting, query.kind);
  const from = (query.page - 1) * query.size;
  const page = listed.slice(from, from + query.size);
  return {
    total: fitting.length,
    decided: query.undecided === false ? listed.length : fitting.length - undecided.length,
    ...{ page: query.page, size: query.size },
    items: await itemsOf(db, page, standing, refs, query),
    choices: choicesOf(open, filters),
  };
}

function filtersOf({ competency, ...query }: QueueQuery, refs: Refs): Filters {
  const { kind, language, band, framework } = query;
  const id = [...refs.values()].find(({ code }) => code === competency)?.id ?? -1;
  const competencyId = competency === undefined ? undefined : id;
  return { kind, language, band, framework, competencyId };
}

function decidedOf(
  standing: ReadonlyMap<string, DecidedRow>,
  known: ReadonlyMap<string, Surface>,
  refs: Refs,
  filters: Filters,
): Surface[] {
  return [...standing]
    .toSorted(([, a], [, b]) => b.id - a.id)
    .map(([key, row]) => known.get(key) ?? goneSurface(row))
    .filter((one) => refs.has(one.competencyId) && fits(one, filters));
}

async function itemsOf(
  db: Kysely<DB>,
  surfaces: readonly Surface[],
  standing: ReadonlyMap<string, DecidedRow>,
  refs: Refs,
  { kind }: QueueQuery,
): Promise<ReviewItem[]> {
  const examples = await readExamples(db, surfaces, refs, kind);
  const decisions = surfaces.flatMap(({ key }) => standing.get(key) ?? []);
  const replaced = decisions.filter(
    ({ act, verdict }) => act === 'replace' && verdict === 'reject',
  );
  const replacements = await listReplacements(
    db,
    replaced.map(({ id }) => id),
  );
  const items: ReviewItem[] = [];
  for (const surface of surfaces) {
    const { key, competencyId, uncertainty: _, framework: __, languages: ___, ...shown } = surface;
    const decision = standing.get(key);
    const replacement = refs.get(replacements.get(decision?.id ?? 0) ?? 0) ?? null;
    items.push({
      ...shown,
      competency: refs.get(competencyId)!,
      examples: examples.get(key) ?? [],
      decision: decision ? await decisionOf(db, decision, replacement) : null,
    });
  }
  return items;
}

async function decisionOf(
  db: Kysely<DB>,
  row: DecidedRow,
  replacement: CompetencyRef | null,
): Promise<NonNullable<ReviewItem['decision']>> {
  const { id, verdict, act, decidedAt } = row;
  const proposal = verdict === 'accept' ? await findProposal(db, row) : null;
  return { id, verdict, act, decidedAt: decidedAt.toISOString(), replacement, proposal };
}
