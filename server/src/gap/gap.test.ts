import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import exceljs from 'exceljs';
import { Measure } from '#src/measures/contract.ts';
import { advertisementsFile, type TestAdvertisement } from '#src/testing/advertisements-file.ts';
import { testApp } from '#src/testing/app.ts';
import { exampleDocument } from '#src/testing/example-programme.ts';
import { importFile } from '#src/testing/import-file.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { CoverageReport, Overview } from './contract.ts';
import { coverageReportByCode } from './coverage-report.ts';

const institution = 'Trường Đại học Thử nghiệm';

async function installation(t: TestContext, kind: 'demo' | 'main' = 'main') {
  const app = await testApp(t, { kind });
  const { platform, commandLine } = app;
  return {
    ...app,
    advertise: (advertisements: readonly TestAdvertisement[]) =>
      importFile(platform, commandLine, {
        kind: 'advertisements',
        content: advertisementsFile(advertisements),
      }),
    teach: (document = exampleDocument()) =>
      importFile(platform, commandLine, {
        kind: 'programme',
        content: JSON.stringify(document),
        institution,
      }),
    overview: async (query = '') => Overview.parse(await app.get(`/api/overview${query}`)),
    coverage: async () => CoverageReport.parse(await app.get('/api/coverage?programme=1')),
  };
}

/** 20 vacancies ask for Python; 20 for SQL, of which 10 for Docker too: 50 askings. */
const forty: TestAdvertisement[] = Array.from({ length: 40 }, (_, index) => ({
  title: `Vị trí ${index}`,
  employer: `Nhà tuyển dụng ${index % 8}`,
  tags: index < 20 ? ['Python'] : index < 30 ? ['SQL'] : ['SQL', 'Docker'],
  place: index % 4 === 3 ? 'Đà Nẵng' : 'Hà Nội',
}));

test('an empty installation refuses all four answers, each with its reason', async (t) => {
  const { overview } = await installation(t);
  const { answers, programme, massByState, waiting } = await overview();
  assert.deepEqual(
    Object.values(answers).map(({ refusal }) => refusal?.code),
    ['no-demand', 'no-dated-hops', 'history-too-short', 'no-opening-stock'],
  );
  assert.equal(programme, null);
  assert.equal(massByState, null);
  assert.deepEqual(waiting, { imports: 0, heldAdvertisements: 0, linksToReview: 0 });
});

test('demand without a programme is shown, and the coverage is refused for want of a programme', async (t) => {
  const { advertise, overview } = await installation(t);
  await advertise(forty);
  const { answers, demand, provinces } = await overview();
  assert.equal(answers.coverage.refusal?.code, 'no-programme');
  assert.equal(demand.vacancies, 40);
  assert.ok(provinces.every(({ coverage }) => coverage === null));
});

test('ten advertisements are too few to say how much is covered', async (t) => {
  const { advertise, teach, coverage } = await installation(t);
  await teach();
  await advertise(forty.slice(15, 25));
  const { answers, rows } = await coverage();
  assert.deepEqual(answers.coverage.refusal, {
    code: 'too-few-advertisements',
    detail: { advertisements: 10, needed: 30 },
  });
  assert.equal(answers.coverage.estimate, null);
  assert.ok(rows.length > 0);
});

test('the coverage of forty advertisements is what can be computed by hand', async (t) => {
  const { advertise, teach, coverage } = await installation(t);
  await teach();
  await advertise(forty);
  const { answers, rows, massByState, demand, syllabi } = await coverage();
  // SQL is said by an outcome of a required course: 20 ÷ 50
  const { estimate } = answers.coverage;
  assert.equal(estimate!.value, 0.4);
  assert.ok(estimate!.intervalLow! < 0.4 && 0.4 < estimate!.intervalHigh!);
  assert.deepEqual(massByState, {
    taught: 20 / 50,
    'title-only': 20 / 50,
    'syllabus-missing': 10 / 50,
    'not-found': 0,
  });
  assert.deepEqual(
    rows.map(({ competency, vacancies, state }) => [competency.label.en, vacancies, state]).sort(),
    [
      ['Docker and containers', 10, 'syllabus-missing'],
      ['Python', 20, 'title-only'],
      ['SQL', 20, 'taught'],
    ],
  );
  assert.equal(demand.reach, 1);
  assert.deepEqual([syllabi.courses, syllabi.withOutcomes], [4, 1]);
});

test('every row opens down to the words that it rests on', async (t) => {
  const { advertise, teach, coverage } = await installation(t);
  await teach();
  await advertise(forty);
  const { rows } = await coverage();
  const row = (name: string) => rows.find(({ competency }) => competency.label.en === name)!;
  const [outcome] = row('SQL').outcomes;
  assert.deepEqual([outcome!.course!.code, outcome!.outcomeCode], ['DAT1002', 'CLO1']);
  assert.equal(outcome!.statement, 'Viết được câu lệnh SQL để truy vấn dữ liệu');
  const said = outcome!.spans.map(({ start, end }) => outcome!.statement.slice(start, end));
  assert.ok(said.every((words) => words.includes('SQL')));
  assert.deepEqual(
    row('Python').courses.map(({ code, syllabus }) => [code, syllabus]),
    [['DAT1001', 'missing']],
  );
  assert.deepEqual(
    row('Docker and containers').courses.map(({ code, syllabus }) => [code, syllabus]),
    [['DAT2001E', 'without-outcomes']],
  );
});

test('the first screen shows the answers, the largest holes and the provinces that can be told', async (t) => {
  const { advertise, teach, overview } = await installation(t);
  await teach();
  await advertise(forty);
  const screen = await overview();
  assert.equal(screen.programme?.code, '7489999');
  assert.equal(screen.answers.coverage.estimate?.value, 0.4);
  assert.deepEqual(
    screen.largestUncovered.map(({ competency }) => competency.label.en),
    ['Python', 'Docker and containers'],
  );
  assert.deepEqual(
    screen.provinces.map(({ advertisements, coverage }) => [advertisements, coverage !== null]),
    [
      [30, true],
      [10, false],
    ],
  );
  assert.deepEqual(screen.answers.lag.refusal, {
    code: 'history-too-short',
    detail: { months: 1, needed: 24 },
  });
  assert.deepEqual(await overview(`?programme=${screen.programme!.id}`), screen);
});

test('a figure is kept while its inputs stand, and computed anew when one moves', async (t) => {
  const { advertise, teach, overview, get, platform } = await installation(t);
  const stored = async () => {
    const rows = await platform.db
      .selectFrom('measure')
      .select('detail')
      .where('definition', '=', 'coverage-gap')
      .execute();
    return { figures: rows.length, withRows: rows.filter(({ detail }) => detail !== null).length };
  };
  await teach();
  await advertise(forty);
  const [first, second] = await Promise.all([overview(), overview()]);
  assert.deepEqual(first, second);
  assert.deepEqual(await stored(), { figures: 1, withRows: 1 });
  const figure = async () => Measure.parse(await get(`/api/measures/${first.answers.coverage.id}`));
  assert.deepEqual(await figure(), first.answers.coverage);
  const richer = exampleDocument();
  richer.syllabi[0]!.clos.push({ id: 'CLO3', text: 'Lập trình Python', group: null, line: null });
  await teach(richer);
  assert.equal((await figure()).stale, true);
  const later = await overview();
  assert.equal(later.answers.coverage.estimate?.value, 0.8);
  assert.equal(later.answers.coverage.stale, false);
  assert.deepEqual(await stored(), { figures: 2, withRows: 1 });
});

test('what a person rejects counts no more, from the next look on', async (t) => {
  const { advertise, teach, coverage, post } = await installation(t);
  await teach();
  await advertise(forty);
  const { rows } = await coverage();
  const sql = rows.find(({ competency }) => competency.label.en === 'SQL')!;
  const [outcome] = sql.outcomes;
  const [{ start, end }] = outcome!.spans as [{ start: number; end: number }];
  const normalised = outcome!.statement.slice(start, end).toLowerCase();
  const reply = await post('/api/review/decisions', {
    normalised,
    competencyId: sql.competency.id,
    verdict: 'reject',
  });
  assert.equal(reply.statusCode, 200, reply.body);
  const after = await coverage();
  const still = after.rows.find(({ competency }) => competency.label.en === 'SQL');
  assert.notEqual(still?.outcomes.length, sql.outcomes.length);
});

test('the command line asks by code and institution, and is told which of them is unknown', async (t) => {
  const { teach, platform, commandLine, get } = await installation(t);
  await teach();
  const ask = (wanted: { institution: string; code: string }) =>
    coverageReportByCode(platform, commandLine, wanted);
  const report = await ask({ institution: '  trường đại học  THỬ NGHIỆM', code: '7489999' });
  assert.deepEqual(report, await get('/api/coverage?programme=1'));
  await assert.rejects(
    ask({ institution: 'Trường khác', code: '7489999' }),
    isProblem('organisation-unknown'),
  );
  await assert.rejects(ask({ institution, code: '7480201' }), isProblem('programme-unknown'));
});

test('a programme or measure that is not there is not found', async (t) => {
  const { inject } = await installation(t);
  const status = async (url: string) => (await inject(url)).statusCode;
  assert.equal(await status('/api/coverage?programme=7'), 404);
  assert.equal(await status('/api/overview?programme=7'), 404);
  assert.equal(await status('/api/coverage'), 400);
  assert.equal(await status('/api/measures/00000000-0000-4000-8000-000000000000'), 404);
  assert.equal(await status('/api/measures/1'), 400);
});

test('the workbook holds summary, rows, evidence and answers, and no cell is a formula', async (t) => {
  const { advertise, teach, inject } = await installation(t, 'demo');
  const document = exampleDocument();
  document.syllabi[0]!.clos[0]!.text = '=SUM(1+1) viết câu lệnh SQL';
  await teach(document);
  await advertise(forty);
  const reply = await inject('/api/coverage/export.xlsx?programme=1&language=vi');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(reply.rawPayload.buffer as ArrayBuffer);
  const texts = workbook.worksheets.map((sheet) => {
    const cells: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        assert.notEqual(cell.type, exceljs.ValueType.Formula);
        cells.push(cell.text);
      }),
    );
    return cells.join('\n');
  });
  assert.deepEqual(
    workbook.worksheets.map(({ name }) => name),
    ['Tóm tắt', 'Năng lực', 'Căn cứ', 'Câu trả lời'],
  );
  for (const text of texts) assert.match(text, /DỮ LIỆU MINH HỌA/);
  assert.match(texts[0]!, /40,0\u00a0% nhu cầu được dạy/);
  assert.match(texts[0]!, /n = 40 vị trí tuyển dụng/);
  assert.match(texts[2]!, /viết câu lệnh SQL/);
  assert.match(texts[3]!, /ít nhất 24 tháng/);
});

test('the table for other programs says what it rests on before it begins', async (t) => {
  const { advertise, teach, inject } = await installation(t);
  const named = exampleDocument();
  named.programmes[0]!.courses[0]!.vi = '=cmd|calc Python';
  await teach(named);
  await advertise(forty);
  const { body, headers } = await inject('/api/coverage/export.csv?programme=1&language=en');
  assert.match(String(headers['content-disposition']), /nhip-coverage-7489999\.csv/);
  assert.ok(body.startsWith('\ufeff'));
  assert.match(body, /Reach: the lexicon recognises 100\.0% of the skill tags\./);
  assert.match(body, /2\/4 courses have a syllabus here, 1\/4 have learning outcomes/);
  assert.match(body, /Diffusion lag L50: Cannot be told yet/);
  assert.match(body, /\r\nCode,Competency,Area,Vacancies,/);
  assert.ok(!/(^|,)"?[=+@]/m.test(body));
});
