import { mayImportFrameworks } from '#src/frameworks/access.ts';
import type { Importer, ParsedRow, RowFinding } from '#src/imports/importer.ts';
import { Problem } from '#src/errors.ts';
import type { Relation } from '../contract.ts';
import { applyRows } from './apply-rows.ts';
import { diffRows, lintRows, rowDifferences } from './compare-rows.ts';
import { csvBelow } from './csv-below.ts';
import { rowHash, rowKey, rowLabel, type CrosswalkImportRow } from './crosswalk-row.ts';

export const OFFICIAL_SOURCE = 'esco-onet-2022';
export const NESTA_SOURCE = 'nesta-esco-onet-2020';
const FORMAT = 'esco-onet-crosswalk';

/**
 * The file reads from the O*NET occupation: 'Chief Executives' broadMatch 'airport chief executive' says that
 * the former is the broader one. closeMatch is nearer than related, but not the same: kept as related, and
 * as it was written in `extra`.
 */
const RELATIONS: Readonly<Record<string, Relation>> = {
  exactMatch: 'exact',
  exactISCO: 'exact',
  closeMatch: 'related',
  broadMatch: 'broader',
  narrowMatch: 'narrower',
};

/** The crosswalk of the ESCO secretariat and O*NET (September 2022), and Nesta's of 2020 as proposals. */
export const officialCrosswalkImporter: Importer = {
  kind: 'crosswalk',
  format: FORMAT,
  input: null,
  defaultSource: null,
  unpackedLimitBytes: 64 * 2 ** 20,
  access: mayImportFrameworks,

  detect(head) {
    const text = head.toString('utf8');
    return isOfficial(text) || isNesta(text);
  },

  async *parse(content) {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    const text = Buffer.concat(parts).toString('utf8');
    const read = isNesta(text.slice(0, 1_000)) ? nestaRow : officialRow;
    const heading = read === nestaRow ? 'onet_code' : 'O*NET Id';
    const table = csvBelow(text, heading);
    if (!table) throw new Problem('file-not-in-format', { format: FORMAT, what: heading });
    const { columns, rows } = table;
    let rowNumber = 0;
    for (const { line, cells = [] } of rows) {
      rowNumber += 1;
      const cell = (name: string) => (cells[columns.indexOf(name)] ?? '').trim();
      const broken = cells.length === columns.length ? [] : [rowBroken(line)];
      yield parsed(rowNumber, line, read(cell), broken);
    }
  },

  finishStaging: lintRows,
  diff: (trx, run) => diffRows(trx, run, { whole: true }),
  differences: rowDifferences,
  apply: (trx, run, actor, onProgress) => applyRows(trx, run, actor, onProgress),
  label: rowLabel,
};

const isOfficial = (text: string) => /ESCO-O\*NET Crosswalk|O\*NET Id,O\*NET Title/.test(text);
const isNesta = (text: string) => /^\ufeff?id,esco_occupation,.*concept_uri/.test(text);

interface Read {
  row: CrosswalkImportRow;
  problems: RowFinding[];
}

function officialRow(cell: (name: string) => string): Read {
  const matchType = cell('Type of Match');
  const relation = RELATIONS[matchType];
  const row = occupations(
    { code: cell('O*NET Id'), title: cell('O*NET Title') },
    { uri: cell('ESCO or ISCO URI'), title: cell('ESCO or ISCO Title') },
  );
  return {
    row: {
      ...row,
      ...{ relation: relation ?? 'related', confidence: null, source: OFFICIAL_SOURCE },
      ...{ status: 'accepted', extra: { matchType } },
    },
    problems: relation ? [] : [unknownRelation(matchType)],
  };
}

/** How near two texts are is no relation between occupations: a person says which one it is. */
function nestaRow(cell: (name: string) => string): Read {
  const similarity = Number(cell('semantic_similarity'));
  const row = occupations(
    { code: cell('onet_code'), title: cell('onet_occupation') },
    { uri: cell('concept_uri'), title: cell('esco_occupation') },
  );
  const confidence = similarity >= 0 && similarity <= 1 ? Math.fround(similarity) : null;
  return {
    row: {
      ...row,
      ...{ relation: 'related', source: NESTA_SOURCE, status: 'proposed' },
      confidence: confidence === null ? null : Number(confidence.toFixed(4)),
      extra: { nestaConfidence: cell('confidence') },
    },
    problems: [],
  };
}

function occupations(
  onet: { code: string; title: string },
  esco: { uri: string; title: string },
): Pick<CrosswalkImportRow, 'kind' | 'from' | 'to' | 'note'> {
  return {
    kind: 'role',
    from: { framework: 'onet', names: [onet.code], label: onet.title || null },
    to: { framework: 'esco', names: [esco.uri], label: esco.title || null },
    note: null,
  };
}

function parsed(
  rowNumber: number,
  line: number,
  { row, problems }: Read,
  more: RowFinding[],
): ParsedRow {
  const complete = row.from.names[0] && row.to.names[0];
  const all = more.length > 0 || !complete ? [rowBroken(line)] : problems;
  return {
    rowNumber,
    key: complete ? rowKey(row) : null,
    contentSha256: rowHash(row),
    payload: row,
    held: false,
    problems: all,
  };
}

function unknownRelation(value: string): RowFinding {
  const allowed = Object.keys(RELATIONS).join(', ');
  const detail = { value, allowed };
  return { code: 'crosswalk-relation-unknown', severity: 'error', column: 'Type of Match', detail };
}

function rowBroken(line: number): RowFinding {
  return { code: 'crosswalk-row-broken', severity: 'error', column: null, detail: { line } };
}
