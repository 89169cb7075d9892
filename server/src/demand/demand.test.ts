import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import exceljs from 'exceljs';
import type { ProblemBody } from '#src/http/contract.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import type { Platform } from '#src/platform.ts';
import { advertisementsFile, type TestAdvertisement } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { importFile } from '#src/testing/import-file.ts';
import type {
  AdvertisementDetail,
  AdvertisementPage,
  DemandTable,
  ProvinceDemand,
} from './contract.ts';

/** Five jobs of four employers, one of them posted twice and one held by lint (its text is a headline). */
const ADVERTISEMENTS: TestAdvertisement[] = [
  {
    title: 'Kỹ sư dữ liệu',
    employer: 'Công ty Sao Mai Giả Tưởng',
    tags: ['SQL', 'Python'],
    place: 'Cầu Giấy, Hà Nội',
    postedAt: '03/11/2025 09:00',
    requirements:
      'Chào bạn. Công việc cần SQL hằng ngày để trả lời câu hỏi của các phòng ban. Báo cáo được viết bằng tiếng nói dễ hiểu cho người không làm kỹ thuật.',
  },
  {
    title: 'Kỹ sư vận hành',
    employer: 'Công ty Bến Sông Hư Cấu',
    tags: ['K8s', 'Nấu ăn'],
    place: 'Thủ Dầu Một, Bình Dương',
    postedAt: '04/11/2025 09:00',
  },
  {
    title: 'Kỹ sư vận hành',
    employer: 'CÔNG TY BẾN SÔNG HƯ CẤU',
    tags: ['K8s', 'SQL'],
    place: 'Thủ Dầu Một, Bình Dương',
    postedAt: '20/11/2025 09:00',
  },
  {
    title: 'Chuyên viên phân tích',
    employer: 'Công ty Đồi Thông Hư Cấu',
    tags: ['SQL'],
    place: 'Bình Dương',
    postedAt: '10/06/2025 09:00',
  },
  {
    title: 'Nhân viên 100%_thử việc',
    employer: 'Công ty Đồi Thông Hư Cấu',
    tags: ['Docker'],
    place: 'Đà Nẵng',
    postedAt: '05/11/2025 09:00',
  },
  {
    title: 'Tuyển gấp lập trình viên',
    employer: 'Công ty Gió Mới Hư Cấu',
    tags: ['Python'],
    place: 'Hà Nội',
    postedAt: '06/11/2025 09:00',
    requirements: 'Biết Python.',
  },
];

test('a share counts each vacancy once, with what it stands on beside it', async (t) => {
  const { get } = await filledApp(t);
  const { base, rows, region } = await get<DemandTable>('/api/demand');
  assert.equal(region, null);
  assert.deepEqual(base, {
    period: { from: '2025-06-10', to: '2025-11-20' },
    advertisements: 5,
    vacancies: 4,
    employers: 3,
    held: 1,
    tagMass: 8,
    reach: 7 / 8,
    sources: ['itviec'],
  });
  const shares = rows.map(({ competency, vacancies, vacanciesByText, share, shareByText }) => [
    competency.code,
    vacancies,
    share.value,
    vacanciesByText,
    shareByText,
  ]);
  assert.deepEqual(shares.filter(([code]) => /^(DB.SQL|IN\.|PL\.)/.test(String(code))).sort(), [
    ['DB.SQL', 3, 3 / 4, 1, 1 / 4],
    ['IN.DOCKER', 1, 1 / 4, 0, 0],
    ['IN.KUBERNETES', 1, 1 / 4, 0, 0],
    ['PL.PYTHON', 1, 1 / 4, 0, 0],
  ]);
  for (const { share } of rows) assert.ok(share.low <= share.value && share.value <= share.high);
  const counts = rows.map(({ vacancies }) => vacancies);
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => b - a),
  );
});

test('a link that people rejected counts neither as demand nor as reach', async (t) => {
  const { get, post } = await filledApp(t);
  const sql = (await get<DemandTable>('/api/demand')).rows.find(
    ({ competency }) => competency.code === 'DB.SQL',
  )!;
  const reply = await post('/api/review/decisions', {
    normalised: 'sql',
    competencyId: sql.competency.id,
    verdict: 'reject',
  });
  assert.equal(reply.statusCode, 200);
  const { base, rows } = await get<DemandTable>('/api/demand');
  assert.ok(!rows.some(({ competency }) => competency.code === 'DB.SQL'));
  assert.equal(base.reach, 4 / 8);
  assert.equal(base.vacancies, 4);
});

test('figures are presented by the provinces of today, whenever an advertisement was posted', async (t) => {
  const { get } = await filledApp(t);
  assert.deepEqual(await get<ProvinceDemand[]>('/api/demand/provinces'), [
    { regionCode: 'VN-P79', advertisements: 3, vacancies: 2 },
    { regionCode: 'VN-P01', advertisements: 1, vacancies: 1 },
    { regionCode: 'VN-P48', advertisements: 1, vacancies: 1 },
  ]);
  const { base, rows, region } = await get<DemandTable>('/api/demand?region=VN-P79');
  assert.equal(region?.name.vi, 'Hồ Chí Minh');
  assert.deepEqual([base.advertisements, base.vacancies, base.held], [3, 2, 0]);
  assert.equal(rows.find(({ competency }) => competency.code === 'DB.SQL')?.share.value, 1);
  const page = await get<AdvertisementPage>('/api/advertisements?region=VN-P79');
  assert.deepEqual(
    page.items.map((item) => [item.postedOn, item.region.code, item.region.name.en]),
    ['2025-11-20', '2025-11-04', '2025-06-10'].map((day) => [day, 'VN-P79', 'Ho Chi Minh']),
  );
  const hanoi = await get<DemandTable>('/api/demand?region=VN-P01');
  assert.equal(hanoi.base.held, 1);
});

test('a region that is none of today is not found, and a region without advertisements has an empty table', async (t) => {
  const { get, inject } = await filledApp(t);
  for (const code of ['VN-63-57', 'NOWHERE']) {
    assert.equal((await inject(`/api/demand?region=${code}`)).statusCode, 404, code);
  }
  const { base, rows } = await get<DemandTable>('/api/demand?region=VN-P91');
  assert.deepEqual(rows, []);
  assert.deepEqual([base.vacancies, base.reach, base.period.from], [0, null, null]);
});

test('a period includes both its days', async (t) => {
  const { get } = await filledApp(t);
  const advertisements = async (query: string) =>
    (await get<DemandTable>(`/api/demand?${query}`)).base.advertisements;
  assert.equal(await advertisements('from=2025-11-03&to=2025-11-05'), 3);
  assert.equal(await advertisements('from=2025-11-04'), 3);
  assert.equal(await advertisements('to=2025-06-10'), 1);
  assert.equal(await advertisements('to=2025-06-09'), 0);
});

test('the list of advertisements is filtered by words, competency, province and status, newest first', async (t) => {
  const { get } = await filledApp(t);
  const titles = async (query: string) => {
    const { items, total } = await get<AdvertisementPage>(`/api/advertisements?${query}`);
    assert.equal(total, items.length, query);
    return items.map(({ title, postedOn }) => `${postedOn} ${title}`);
  };
  assert.equal((await titles('')).length, 6);
  assert.deepEqual(await titles('q=VẬN HÀNH'), [
    '2025-11-20 Kỹ sư vận hành',
    '2025-11-04 Kỹ sư vận hành',
  ]);
  assert.deepEqual(await titles('q=gió mới'), ['2025-11-06 Tuyển gấp lập trình viên']);
  assert.deepEqual(await titles('status=held'), ['2025-11-06 Tuyển gấp lập trình viên']);
  assert.deepEqual(await titles('competency=PL.PYTHON&status=counted'), [
    '2025-11-03 Kỹ sư dữ liệu',
  ]);
  assert.deepEqual(await titles('competency=DB.SQL&region=VN-P79'), [
    '2025-11-20 Kỹ sư vận hành',
    '2025-06-10 Chuyên viên phân tích',
  ]);
  const second = await get<AdvertisementPage>('/api/advertisements?page=2&size=4');
  assert.deepEqual([second.total, second.items.length, second.page], [6, 2, 2]);
});

test('signs that a database reads as wildcards are searched for as they are written', async (t) => {
  const { get } = await filledApp(t);
  const total = async (q: string) =>
    (await get<AdvertisementPage>(`/api/advertisements?q=${encodeURIComponent(q)}`)).total;
  assert.equal(await total('%'), 1);
  assert.equal(await total('_'), 1);
  assert.equal(await total('100%_thử'), 1);
  assert.equal(await total('K_ sư'), 0);
  assert.equal(await total('\\'), 0);
  assert.equal(await total("' or 1=1 --"), 0);
  assert.equal(await total('   '), 6);
});

test('an advertisement in the list of a competency shows the sentence that names it', async (t) => {
  const { get, inject } = await filledApp(t);
  const { items } = await get<AdvertisementPage>('/api/advertisements?competency=DB.SQL');
  const data = items.find(({ title }) => title === 'Kỹ sư dữ liệu')!;
  assert.equal(
    data.excerpt?.text,
    'Công việc cần SQL hằng ngày để trả lời câu hỏi của các phòng ban.',
  );
  assert.equal(data.excerpt?.text.slice(data.excerpt.start, data.excerpt.end), 'SQL');
  const byTag = items.find(({ title }) => title === 'Chuyên viên phân tích')!;
  assert.equal(byTag.excerpt?.text, 'SQL');
  assert.equal((await inject('/api/advertisements?competency=NO-SUCH')).statusCode, 404);
});

test('an advertisement is shown as it was written, with its links and its other postings', async (t) => {
  const { get, inject } = await filledApp(t);
  const { items } = await get<AdvertisementPage>('/api/advertisements?q=vận hành');
  const [later, earlier] = items;
  const detail = await get<AdvertisementDetail>(`/api/advertisements/${later!.id}`);
  assert.deepEqual(detail.postings, [{ id: earlier!.id, postedOn: '2025-11-04' }]);
  assert.equal(detail.placeWritten, 'Thủ Dầu Một, Bình Dương');
  assert.equal(detail.region.code, 'VN-P79');
  const texts = { title: [detail.title], tag: detail.tags, text: [detail.requirements] };
  assert.ok(detail.links.length >= 2);
  for (const { field, ordinal, start, end, surface } of detail.links) {
    assert.equal(texts[field as 'tag'][ordinal]?.slice(start, end), surface);
  }
  assert.equal((await inject('/api/advertisements/999999')).statusCode, 404);
});

test('a held advertisement counts once a person admits it, and no more when that is taken back', async (t) => {
  const app = await filledApp(t);
  const { id } = (await app.get<AdvertisementPage>('/api/advertisements?status=held')).items[0]!;
  const python = async () => {
    const { base, rows } = await app.get<DemandTable>('/api/demand');
    const row = rows.find(({ competency }) => competency.code === 'PL.PYTHON');
    return [base.vacancies, base.held, row?.vacancies];
  };
  const set = async (status: string) => {
    const reply = await app.post('/api/advertisements/admissions', {
      advertisementIds: [id],
      status,
    });
    return reply.json<{ changed: number[] }>().changed;
  };
  const revision = (await inputRevisions(app.platform.db)).demand;
  assert.deepEqual(await python(), [4, 1, 1]);
  assert.deepEqual(await set('counted'), [id]);
  assert.deepEqual(await python(), [5, 0, 2]);
  assert.deepEqual(await set('counted'), []);
  assert.deepEqual(await set('excluded'), [id]);
  assert.deepEqual(await python(), [4, 0, 1]);
  assert.deepEqual(await set('held'), [id]);
  assert.deepEqual(await python(), [4, 1, 1]);
  assert.equal((await inputRevisions(app.platform.db)).demand, revision + 3);

  const { rows } = await app.database.pool.query(
    `select action, detail ->> 'before' as before from audit_fact
      where subject_kind = 'advertisement' and subject_id = $1 order by id`,
    [String(id)],
  );
  assert.deepEqual(rows, [
    { action: 'advertisement-counted', before: 'held' },
    { action: 'advertisement-excluded', before: 'counted' },
    { action: 'advertisement-held', before: 'excluded' },
  ]);
});

test('an admission that names an unknown advertisement, or another organisation’s, changes nothing', async (t) => {
  const app = await filledApp(t);
  const { id } = (await app.get<AdvertisementPage>('/api/advertisements?status=held')).items[0]!;
  const admit = (advertisementIds: number[]) =>
    app.post('/api/advertisements/admissions', { advertisementIds, status: 'counted' });
  assert.equal((await admit([id, 999_999])).json<ProblemBody>().code, 'not-found');
  await app.database.pool.query(
    `with other as (insert into organisation (kind, name_key) values ('enterprise', 'other') returning id)
     update advertisement set owner_organisation_id = other.id from other where advertisement.id = $1`,
    [id],
  );
  assert.equal((await admit([id])).statusCode, 404);
  const { total } = await app.get<AdvertisementPage>('/api/advertisements?status=held');
  assert.equal(total, 1);
});

test('the workbook opens, with n, reach, period, region and unit above its table', async (t) => {
  const app = await filledApp(t);
  const reply = await app.inject('/api/demand/export.xlsx?language=en&region=VN-P79');
  assert.match(reply.headers['content-disposition'] as string, /nhip-demand\.xlsx/);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(reply.rawPayload as never);
  const sheet = workbook.worksheets[0]!;
  const lines = Array.from(sheet.getSheetValues(), (row) =>
    Array.isArray(row) ? row.slice(1) : [],
  );
  const preface = lines.map(([first]) => String(first)).join('\n');
  assert.match(preface, /Unit: vacancy/);
  assert.match(preface, /Region: Ho Chi Minh\./);
  assert.match(preface, /n = 2 vacancies \(3 advertisements, 2 employers\)/);
  assert.match(preface, /posted from 2025-06-10 to 2025-11-20; lexicon reach 80%/);
  assert.doesNotMatch(preface, /DEMONSTRATION/);
  const table = lines.slice(lines.findIndex(([first]) => first === 'Code'));
  assert.deepEqual(table[1]!.slice(0, 4), ['DB.SQL', 'SQL', 2, 1]);
});

test('the CSV opens in both languages, and in the demonstration says so first', async (t) => {
  const app = await filledApp(t, 'demo');
  const vi = (await app.inject('/api/demand/export.csv')).body;
  assert.ok(vi.startsWith('\ufeff'));
  const lines = vi.slice(1).split('\r\n');
  assert.match(lines[0]!, /^DỮ LIỆU MINH HỌA/);
  assert.match(vi, /Địa bàn: tất cả các tỉnh, thành phố/);
  assert.match(vi, /n = 4 vị trí \(5 tin, 3 nhà tuyển dụng\)/);
  assert.match(vi, /độ phủ từ vựng 87,5%/);
  assert.match(vi, /1 tin chờ người duyệt/);
  assert.ok(lines.some((line) => line.startsWith('DB.SQL,SQL,3,0.75,')));
  const en = (await app.inject('/api/demand/export.csv?language=en')).body;
  assert.match(en, /^\ufeffDEMONSTRATION DATA/);
});

async function filledApp(t: TestContext, kind: Platform['kind'] = 'main'): Promise<TestApp> {
  const app = await testApp(t, { kind });
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile(ADVERTISEMENTS),
  });
  return app;
}
