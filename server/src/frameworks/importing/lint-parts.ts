import type { RowFinding } from '#src/imports/importer.ts';
import { plain } from '#src/languages/plain.ts';
import { findCycles } from './find-cycles.ts';
import type { ItemRow } from './framework-row.ts';

/** As much of an item or a role as shows what is wrong between them. */
export type Part = Pick<ItemRow, 'sourceId' | 'code' | 'parent' | 'uuid'> & {
  /** the row of a file; of a version any number that tells its parts apart */
  rowNumber: number;
  type: 'item' | 'role';
  kind: string;
  labels: { language: string; value: string }[];
  /** sourceIds of items that it points at */
  targets: string[];
  /** scale and level of every level that it names */
  levels: { scale: string; level: number }[];
};

export type Found = { rowNumber: number; finding: RowFinding };

/**
 * What only the whole shows: identifiers, codes and labels that stand twice, cycles, references that lead
 * nowhere, levels beyond their scale. In steps: whoever looks through many parts lets others have their
 * turn between them.
 */
export function* lintParts(
  parts: readonly Part[],
  levels: ReadonlyMap<string, ReadonlySet<number>>,
): Generator<Found[]> {
  for (const type of ['item', 'role'] as const) {
    yield* lintTree(parts.filter((part) => part.type === type));
  }
  const items = new Set(parts.flatMap((part) => (part.type === 'item' ? [part.sourceId] : [])));
  for (const some of inSteps(parts)) {
    yield some.flatMap((part) => [...lintTargets(part, items), ...lintLevels(part, levels)]);
  }
}

const STEP = 200;

function* inSteps<One>(all: readonly One[]): Generator<One[]> {
  for (let from = 0; from < all.length; from += STEP) yield all.slice(from, from + STEP);
}

function* lintTree(parts: readonly Part[]): Generator<Found[]> {
  const seen: Seen = { bySource: new Map(), byCode: new Map(), byLabel: new Map() };
  for (const some of inSteps(parts)) yield some.flatMap((part) => lintNames(part, seen));
  for (const some of inSteps(parts)) {
    yield some.flatMap((part) =>
      part.parent !== null && !seen.bySource.has(part.parent)
        ? [warning(part, 'framework-parent-unknown', { value: part.parent }, 'parent')]
        : [],
    );
  }
  const rings = findCycles(new Map(parts.map(({ sourceId, parent }) => [sourceId, parent])));
  yield rings.flatMap((ring) => {
    const path = [...ring, ring[0]!].map((id) => seen.bySource.get(id)?.code ?? id).join(' → ');
    const detail = { value: path.slice(0, 200) };
    return ring.map((id) =>
      error(seen.bySource.get(id)!, 'framework-parent-cycle', detail, 'parent'),
    );
  });
}

/** The first part of each name. */
interface Seen {
  bySource: Map<string, Part>;
  byCode: Map<string, Part>;
  byLabel: Map<string, Part>;
}

function lintNames(part: Part, { bySource, byCode, byLabel }: Seen): Found[] {
  const found: Found[] = [];
  const earlier = bySource.get(part.sourceId);
  if (earlier) found.push(error(part, 'framework-identifier-twice', { row: earlier.rowNumber }));
  else bySource.set(part.sourceId, part);
  const sameCode = byCode.get(part.code);
  if (sameCode && !earlier) {
    const detail = { value: part.code, row: sameCode.rowNumber };
    found.push(error(part, 'framework-code-twice', detail, 'code'));
  } else byCode.set(part.code, part);
  for (const { language, value } of part.labels) {
    const key = `${part.kind} ${language} ${plain(value)}`;
    const same = byLabel.get(key);
    if (same && same !== part) {
      const detail = { value: value.slice(0, 80), row: same.rowNumber };
      found.push(warning(part, 'framework-label-twice', detail, `label (${language})`));
    } else byLabel.set(key, part);
  }
  return found;
}

function lintTargets(part: Part, items: ReadonlySet<string>): Found[] {
  const unknown = part.targets.filter((target) => !items.has(target));
  const itself = part.type === 'item' && part.targets.includes(part.sourceId);
  const detail = { count: unknown.length, value: unknown[0]! };
  return [
    ...(unknown.length > 0 ? [warning(part, 'framework-reference-unknown', detail)] : []),
    ...(itself ? [warning(part, 'framework-relation-to-itself', {})] : []),
  ];
}

function lintLevels(part: Part, known: ReadonlyMap<string, ReadonlySet<number>>): Found[] {
  const wrong = part.levels.find(({ scale, level }) => !known.get(scale)?.has(level));
  if (!wrong) return [];
  return known.get(wrong.scale)?.size
    ? [error(part, 'framework-level-unknown', { value: wrong.level, scale: wrong.scale }, 'level')]
    : [error(part, 'framework-scale-unknown', { scale: wrong.scale }, 'level')];
}

export function error(
  { rowNumber }: Pick<Part, 'rowNumber'>,
  code: RowFinding['code'],
  detail: RowFinding['detail'],
  column: string | null = null,
): Found {
  return { rowNumber, finding: { code, severity: 'error', column, detail } };
}

export function warning(
  { rowNumber }: Pick<Part, 'rowNumber'>,
  code: RowFinding['code'],
  detail: RowFinding['detail'],
  column: string | null = null,
): Found {
  return { rowNumber, finding: { code, severity: 'warning', column, detail } };
}
