import type { ParsedRow, RowFinding } from '#src/imports/importer.ts';
import {
  contentSha256,
  sourceKey,
  textKey,
  type AdvertisementContent,
  type StagedAdvertisement,
} from '../advertisement.ts';
import { employerKey, titleKey } from '../employer-key.ts';
import { SHORTEST_REQUIREMENTS } from '../lint-rules.ts';
import { error, isBlank, readCells, warning } from './cells.ts';
import type { Cells, Column } from './columns.ts';
import type { CsvRecord } from './csv-records.ts';
import { readPlace, type RegionFinder } from './place.ts';
import { lastAcceptedDay, readPostedAt, type PostedAt } from './posted-at.ts';
import { readPythonList } from './python-list.ts';
import { readSalary } from './salary.ts';

const FIRST_DAY = '2000-01-01';

export interface Surroundings {
  /** YYYY-MM-DD; later postings lie in the future (clocks may differ by a day) */
  today: string;
  findRegion: RegionFinder;
}

/** A row of the file in our words, with everything that is wrong or doubtful about its cells. */
export function readAdvertisement(record: CsvRecord, around: Surroundings): ParsedRow {
  if (record.fault !== null) return brokenRow(record);
  const { cells, problems } = readCells(record.cells);
  if (isBlank(cells)) return rejected(record.number, cells, [error('blank-row', null)]);
  const posted = readDate(cells, around.today, problems);
  problems.push(...missing(cells));
  if (posted === undefined || problems.some((problem) => problem.severity === 'error')) {
    return rejected(record.number, cells, problems);
  }
  const content = readContent(cells, posted, problems);
  const isRemote = content.workMode === 'remote';
  const place = readPlace(cells, posted.day, isRemote, around.findRegion);
  problems.push(...place.problems, ...tooShort(content.requirements));
  const payload: StagedAdvertisement = {
    ...content,
    employerKey: employerKey(content.employerName),
    titleKey: titleKey(content.title),
    regionId: place.regionId,
    textKey: textKey(content.requirements),
  };
  return {
    rowNumber: record.number,
    key: sourceKey(content),
    contentSha256: contentSha256(content),
    payload,
    held: problems.some((problem) => problem.severity === 'hold'),
    problems,
  };
}

function readContent(cells: Cells, posted: PostedAt, problems: RowFinding[]): AdvertisementContent {
  return {
    title: oneLine(cells.job_names),
    employerName: oneLine(cells.company_names),
    positionName: oneLine(cells.position_names) || null,
    requirements: cells.exp_skills,
    tags: readList(cells, 'array_skills', problems),
    domains: readList(cells, 'domain_arr', problems),
    workMode: readWorkMode(cells.kind_jobs, problems),
    seniority: cells.level.toLowerCase() || null,
    placeWritten: oneLine(cells.locate_names),
    postedOn: posted.day,
    postedTime: posted.time,
    salaryWritten: oneLine(cells.salaries) || null,
    salary: readSalary(cells.salaries) ?? null,
  };
}

function readDate(cells: Cells, today: string, problems: RowFinding[]): PostedAt | undefined {
  const value = cells.post_dates_formatted;
  const posted = readPostedAt(value);
  if (posted === undefined) {
    const code = value === '' ? 'date-missing' : 'date-unreadable';
    problems.push(error(code, 'post_dates_formatted', { value: value.slice(0, 40) }));
  } else if (posted.day > lastAcceptedDay(today)) {
    problems.push(error('date-in-future', 'post_dates_formatted', { value, today }));
  } else if (posted.day < FIRST_DAY) {
    problems.push(error('date-too-old', 'post_dates_formatted', { value }));
  }
  return posted;
}

function missing(cells: Cells): RowFinding[] {
  const required: [Column, RowFinding['code']][] = [
    ['job_names', 'title-missing'],
    ['company_names', 'employer-missing'],
    ['exp_skills', 'requirements-missing'],
  ];
  return required
    .filter(([column]) => cells[column] === '')
    .map(([column, code]) => error(code, column));
}

function readList(
  cells: Cells,
  column: 'array_skills' | 'domain_arr',
  problems: RowFinding[],
): string[] {
  const { items, listed } = readPythonList(cells[column]);
  if (!listed) problems.push(warning('tags-not-a-list', column));
  return items.map(oneLine);
}

function readWorkMode(written: string, problems: RowFinding[]): AdvertisementContent['workMode'] {
  if (written === '') return null;
  if (/hybrid/i.test(written)) return 'hybrid';
  if (/remote/i.test(written)) return 'remote';
  if (/office|on-?site/i.test(written)) return 'on-site';
  problems.push(warning('work-mode-unknown', 'kind_jobs', { value: written.slice(0, 80) }));
  return null;
}

function tooShort(requirements: string): RowFinding[] {
  const detail = { length: requirements.length, limit: SHORTEST_REQUIREMENTS };
  return detail.length < detail.limit
    ? [{ code: 'requirements-too-short', severity: 'hold', column: 'exp_skills', detail }]
    : [];
}

function brokenRow(record: Exclude<CsvRecord, { fault: null }>): ParsedRow {
  const { number, line } = record;
  const [problem, title] =
    record.fault === 'quotes'
      ? [error('broken-quotes', null, { line }), '']
      : [
          error('broken-row', null, { line, found: record.found, expected: record.expected }),
          record.label,
        ];
  return { ...empty(number), payload: { title, employerName: '' }, problems: [problem] };
}

function rejected(rowNumber: number, cells: Cells, problems: RowFinding[]): ParsedRow {
  const short = (text: string) => oneLine(text).slice(0, 300);
  const payload = { title: short(cells.job_names), employerName: short(cells.company_names) };
  return { ...empty(rowNumber), payload, problems };
}

function empty(rowNumber: number): Omit<ParsedRow, 'payload' | 'problems'> {
  return { rowNumber, key: null, contentSha256: null, held: false };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
