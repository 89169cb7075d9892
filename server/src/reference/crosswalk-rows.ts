import type { SourceRows } from '#src/crosswalks/importing/write-source-rows.ts';
import { nameKey } from '#src/languages/plain.ts';
import type { Reference } from './read-reference.ts';

/** Under this name the installation keeps what the reference says of other frameworks. */
export const REFERENCE_SOURCE = 'nhip-reference';

/** Names of technologies that O*NET lists are facts that a tool carries itself; they need no row of a file. */
const BY_NAME = { framework: 'onet', relation: 'exact', confidence: 1, source: 'name' } as const;

/** All that the reference says of other frameworks, by framework: its files, and the O*NET names of its tools. */
export function crosswalkRows({
  framework,
  areas,
  crosswalks,
}: Reference): Map<string, SourceRows> {
  const written = crosswalks.flatMap(({ framework: to, rows }) =>
    rows.map((row) => ({ ...row, framework: to })),
  );
  const named = areas.flatMap(({ competencies }) =>
    competencies.flatMap(({ code, onet }) =>
      onet === undefined ? [] : [{ ...BY_NAME, code, target: onet, note: '' }],
    ),
  );
  const pairOf = (row: { framework: string; code: string; target: string }) =>
    `${row.framework} ${row.code} ${nameKey(row.target)}`;
  const listed = new Set(written.map(pairOf));
  const rows = [...written, ...named.filter((row) => !listed.has(pairOf(row)))].map((row) => ({
    framework: row.framework,
    row: {
      kind: 'competency' as const,
      from: { framework: framework.code, names: [row.code], label: null },
      to: { framework: row.framework, names: namesOf(row.framework, row.target), label: null },
      ...{ relation: row.relation, source: REFERENCE_SOURCE, status: 'accepted' as const },
      // the column is a real: what is read back is compared with what is written
      confidence: Number(row.confidence.toFixed(4)),
      note: row.note.trim() === '' ? null : row.note.trim(),
      extra: { method: row.source },
    },
  }));
  return new Map(
    [...Map.groupBy(rows, (one) => one.framework)].map(([to, list]) => [
      to,
      {
        ...{ source: REFERENCE_SOURCE, from: framework.code, to },
        rows: list.map(({ row }) => row),
      },
    ]),
  );
}

/** A technology has no identifier in O*NET but its name. */
function namesOf(framework: string, target: string): string[] {
  return framework === 'onet' ? [`tool/${nameKey(target)}`, target] : [target];
}
