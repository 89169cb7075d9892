import type { QueueQuery, ReviewQueue, TextKind } from './contract.ts';
import type { Surface } from './surfaces.ts';

export type Filters = Pick<QueueQuery, 'kind' | 'language' | 'band' | 'framework'> & {
  competencyId?: number | undefined;
};
type Dimension = keyof ReviewQueue['choices'];

const COUNTS = {
  advertisement: 'advertisements',
  outcome: 'outcomes',
  course: 'courses',
} as const satisfies Record<TextKind, keyof Surface>;

/** How many texts a decision touches; of one kind where only that is asked for. */
export function volumeOf(surface: Surface, kind: TextKind | undefined): number {
  return kind ? surface[COUNTS[kind]] : surface.advertisements + surface.outcomes + surface.courses;
}

/** Those that fit, the most expected errors first: texts touched × uncertainty. Pure. */
export function inOrder(surfaces: readonly Surface[], kind: TextKind | undefined): Surface[] {
  const weight = (one: Surface) => volumeOf(one, kind) * one.uncertainty;
  return surfaces.toSorted(
    (a, b) =>
      weight(b) - weight(a) ||
      (a.normalised < b.normalised ? -1 : 1) ||
      a.competencyId - b.competencyId,
  );
}

export function fits(surface: Surface, filters: Filters, but?: Dimension): boolean {
  const { competencyId } = filters;
  if (competencyId !== undefined && surface.competencyId !== competencyId) return false;
  return DIMENSIONS.every((one) => {
    const wanted = one === but ? undefined : filters[one];
    return wanted === undefined || valuesOf[one](surface).includes(wanted);
  });
}

/** How many of some surfaces each choice of a filter would leave, the others as they are. Pure. */
export function choicesOf(surfaces: readonly Surface[], filters: Filters): ReviewQueue['choices'] {
  const count = (dimension: Dimension) => {
    const counts = new Map<string, number>();
    for (const surface of surfaces) {
      if (!fits(surface, filters, dimension)) continue;
      for (const value of valuesOf[dimension](surface)) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts].map(([value, n]) => ({ value, count: n })).sort((a, b) => b.count - a.count);
  };
  return {
    kind: count('kind'),
    language: count('language'),
    band: count('band'),
    framework: count('framework'),
  };
}

const KINDS = Object.keys(COUNTS) as TextKind[];
const valuesOf: Record<Dimension, (surface: Surface) => readonly string[]> = {
  kind: (surface) => KINDS.filter((kind) => surface[COUNTS[kind]] > 0),
  language: ({ languages }) => languages,
  band: ({ bands }) => bands,
  framework: ({ framework }) => (framework === undefined ? [] : [framework]),
};
const DIMENSIONS = Object.keys(valuesOf) as Dimension[];
