import { basename } from 'node:path';
import { error, type Finding } from './findings.ts';
import { CROSSWALK_RELATIONS, CrosswalkRow } from './shape.ts';
import type { CrosswalkSource, Placed } from './source.ts';

export const CROSSWALK_COLUMNS = [
  'code',
  'relation',
  'target',
  'confidence',
  'source',
  'note',
] as const;

/** One file of crosswalks: a header, then a row for each; lines that begin with # are comments. */
export function readCrosswalk(file: string, text: string, findings: Finding[]): CrosswalkSource {
  const rows: Placed<CrosswalkRow>[] = [];
  let header: string | undefined;
  text.split(/\r?\n/).forEach((line, at) => {
    const place = { file, line: at + 1 };
    if (line.trim() === '' || line.startsWith('#')) return;
    if (header === undefined) {
      header = line;
      const expected = CROSSWALK_COLUMNS.join('\t');
      if (line !== expected) {
        findings.push(error(place, 'crosswalk-header', { value: CROSSWALK_COLUMNS.join(' ⇥ ') }));
      }
      return;
    }
    const cells = line.split('\t');
    if (cells.length !== CROSSWALK_COLUMNS.length) {
      const detail = { count: cells.length, expected: CROSSWALK_COLUMNS.length };
      findings.push(error(place, 'crosswalk-cells', detail));
      return;
    }
    const named = Object.fromEntries(CROSSWALK_COLUMNS.map((name, cell) => [name, cells[cell]!]));
    const parsed = CrosswalkRow.safeParse(named);
    if (parsed.success) rows.push({ value: parsed.data, place, placeOf: () => place });
    else findings.push(...parsed.error.issues.map((issue) => cellFinding(place, issue, named)));
  });
  return { framework: basename(file, '.tsv'), rows };
}

function cellFinding(
  place: { file: string; line: number },
  { path }: { path: PropertyKey[] },
  named: Record<string, string>,
): Finding {
  const name = String(path[0]);
  const value = named[name]!.slice(0, 60);
  if (value === '') return error(place, 'key-missing', { name });
  switch (name) {
    case 'relation':
      return error(place, 'value-unknown', {
        ...{ name, value, allowed: CROSSWALK_RELATIONS.join(', ') },
      });
    case 'code':
      return error(place, 'code-malformed', { name, value });
    default:
      return error(place, 'format-wrong', { name, value, expected: '0…1' });
  }
}
