import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { StagedAdvertisement } from '../advertisement.ts';
import { COLUMNS, type Cells } from './columns.ts';
import type { RegionFinder } from './place.ts';
import { readAdvertisement } from './read-advertisement.ts';

const REQUIREMENTS = `Tối thiểu 3 năm kinh nghiệm lập trình Java và Spring Boot.
Hiểu rõ cơ sở dữ liệu quan hệ, biết tối ưu câu lệnh SQL trên dữ liệu lớn.
Giao tiếp tiếng Anh tốt bằng văn bản.`;
const GOOD: Partial<Cells> = {
  job_names: 'Kỹ sư Java',
  company_names: 'Công ty Sao Mai Giả Tưởng',
  salaries: '20-25 triệu VND',
  kind_jobs: 'Hybrid (flexible between home and office)',
  array_skills: "['Java', 'Spring Boot']",
  locate_names: 'Tầng 3, Cầu Giấy, Hà Nội',
  exp_skills: REQUIREMENTS,
  domain_arr: "['Banking']",
  post_dates_formatted: '05/11/2026 15:05',
  level: 'Senior',
  city: 'Ha Noi',
};
const findRegion: RegionFinder = (place) => {
  const codes = [/nội|noi/i, /nẵng|nang/i, /remote/i];
  const names = ['VN-P01', 'VN-P48', 'remote'];
  const index = codes.findIndex((pattern) => pattern.test(place));
  return { regionId: index + 10, code: names[index] ?? 'unknown' };
};

function read(change: Partial<Cells> = {}) {
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Cells;
  const cells = { ...empty, ...GOOD, ...change };
  return readAdvertisement(
    { number: 7, line: 20, fault: null, cells },
    { today: '2026-11-20', findRegion },
  );
}
const content = (change: Partial<Cells> = {}) => read(change).payload as StagedAdvertisement;
const findings = (change: Partial<Cells>) =>
  read(change).problems.map(({ severity, code, column }) => [severity, code, column]);

test('A row of the file is read in our words', () => {
  const { problems, payload, key, held } = read();
  assert.deepEqual(problems, []);
  assert.equal(held, false);
  assert.match(key ?? '', /^[0-9a-f]{64}$/);
  const { textKey, ...rest } = payload as StagedAdvertisement;
  assert.match(textKey, /^[0-9a-f]{64}$/);
  assert.deepEqual(rest, {
    title: 'Kỹ sư Java',
    employerName: 'Công ty Sao Mai Giả Tưởng',
    positionName: null,
    requirements: REQUIREMENTS,
    tags: ['Java', 'Spring Boot'],
    domains: ['Banking'],
    workMode: 'hybrid',
    seniority: 'senior',
    placeWritten: 'Tầng 3, Cầu Giấy, Hà Nội',
    postedOn: '2026-11-05',
    postedTime: '15:05:00',
    salaryWritten: '20-25 triệu VND',
    salary: { low: 20_000_000, high: 25_000_000, currency: 'VND' },
    employerKey: 'sao mai gia tuong',
    titleKey: 'ky su java',
    regionId: 10,
  });
});

test('A row without a title, employer, text or date is rejected, cell by cell', () => {
  assert.deepEqual(findings({ job_names: ' ', company_names: '', exp_skills: '\n' }), [
    ['error', 'title-missing', 'job_names'],
    ['error', 'employer-missing', 'company_names'],
    ['error', 'requirements-missing', 'exp_skills'],
  ]);
  assert.deepEqual(findings({ post_dates_formatted: '' }), [
    ['error', 'date-missing', 'post_dates_formatted'],
  ]);
  assert.equal(read({ job_names: '' }).key, null);
  assert.equal(
    (read({ job_names: '' }).payload as StagedAdvertisement).employerName,
    GOOD.company_names,
  );
});

test('A row with nothing but names is blank', () => {
  const blank = { array_skills: '', locate_names: '', exp_skills: '', post_dates_formatted: '' };
  assert.deepEqual(findings(blank), [['error', 'blank-row', null]]);
});

test('Dates in the future, before 2000, and dates that do not exist are rejected', () => {
  const code = (post_dates_formatted: string) => findings({ post_dates_formatted })[0]?.[1];
  assert.equal(code('22/11/2026 08:00'), 'date-in-future');
  assert.equal(code('21/11/2026 08:00'), undefined);
  assert.equal(code('31/12/1999 08:00'), 'date-too-old');
  assert.equal(code('31/11/2026 08:00'), 'date-unreadable');
  assert.equal(code('tuần trước'), 'date-unreadable');
});

test('Text that is far too long is an error of its cell', () => {
  assert.deepEqual(findings({ exp_skills: 'x'.repeat(50_001) }), [
    ['error', 'text-too-long', 'exp_skills'],
  ]);
});

test('Formulas and scripts are kept as plain text with a warning', () => {
  const change = {
    job_names: '=HYPERLINK("http://example.org")',
    exp_skills: `${REQUIREMENTS}\n<script>alert(1)</script>`,
  };
  assert.deepEqual(findings(change), [
    ['warning', 'formula-in-cell', 'job_names'],
    ['warning', 'markup-in-text', 'exp_skills'],
  ]);
  assert.equal(content(change).title, change.job_names);
  assert.ok(content(change).requirements.endsWith('<script>alert(1)</script>'));
});

test('NUL and other control characters are left out with a warning', () => {
  const change = { job_names: 'Kỹ\u0000 sư\u0001 Java' };
  assert.deepEqual(findings(change), [['warning', 'control-characters', 'job_names']]);
  assert.equal(content(change).title, 'Kỹ sư Java');
});

test('Garbled letters are warned about and kept as they are', () => {
  const garbled = 'Ká»¹ sÆ° pháº§n má»m';
  assert.deepEqual(findings({ job_names: garbled }), [['warning', 'garbled-letters', 'job_names']]);
  assert.equal(content({ job_names: garbled }).title, garbled);
});

test('Requirements that are no more than a headline are held for a person', () => {
  const row = read({ exp_skills: 'Phát triển ứng dụng di động cho iOS và Android' });
  assert.equal(row.held, true);
  assert.deepEqual(
    row.problems.map(({ severity, code }) => [severity, code]),
    [['hold', 'requirements-too-short']],
  );
});

test('The address decides the region; a city column that contradicts it is warned about', () => {
  assert.equal(content({ city: 'Da Nang' }).regionId, 10);
  assert.deepEqual(findings({ city: 'Da Nang' }), [['warning', 'place-contradiction', 'city']]);
  assert.equal(content({ locate_names: 'Khu công nghệ cao', city: 'Da Nang' }).regionId, 11);
});

test('Remote work without a place is the region "remote"; a place that nobody knows is "unknown" with a warning', () => {
  const nowhere = { locate_names: 'Overseas', city: 'Other' };
  const remote = { ...nowhere, kind_jobs: "Remote (don't have to come to the office)" };
  assert.equal(content(remote).regionId, 12);
  assert.deepEqual(findings(nowhere), [['warning', 'place-unknown', 'locate_names']]);
});

test('Derived columns of the file are never read', () => {
  const { payload } = read({
    salary_numeric: '1.0',
    job_group: 'Data / AI',
    salaries: '1,000 USD',
  });
  const { salary } = payload as StagedAdvertisement;
  assert.deepEqual(salary, { low: 1_000, high: 1_000, currency: 'USD' });
  assert.ok(!JSON.stringify(payload).includes('Data / AI'));
});

test('The same posting has the same key and hash however its cells are spaced and composed', () => {
  const spaced = read({
    job_names: '  Kỹ  sư Java ',
    exp_skills: REQUIREMENTS.normalize('NFD').replaceAll('\n', ' \r\n'),
    post_dates_formatted: '2026-11-05 15:05:00',
  });
  assert.equal(spaced.key, read().key);
  assert.equal(spaced.contentSha256, read().contentSha256);
  assert.notEqual(read({ salaries: '30 triệu' }).contentSha256, read().contentSha256);
  assert.equal(read({ salaries: '30 triệu' }).key, read().key);
});

test('Broken rows say what is wrong and where', () => {
  const around = { today: '2026-11-20', findRegion };
  const cells = {
    number: 3,
    line: 9,
    fault: 'cells',
    found: 2,
    expected: 14,
    label: 'Kỹ sư',
  } as const;
  assert.deepEqual(readAdvertisement(cells, around).problems, [
    {
      code: 'broken-row',
      severity: 'error',
      column: null,
      detail: { line: 9, found: 2, expected: 14 },
    },
  ]);
  const quotes = { number: 4, line: 10, fault: 'quotes' } as const;
  assert.deepEqual(readAdvertisement(quotes, around).problems, [
    { code: 'broken-quotes', severity: 'error', column: null, detail: { line: 10 } },
  ]);
});
