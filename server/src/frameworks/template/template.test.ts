import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { testApp, testPlatform, type TestApp, type TestPlatform } from '#src/testing/app.ts';
import { frameworkRow, itemRow, roleRow, rowsImporter } from '#src/testing/framework-rows.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { memberOf } from '#src/testing/people.ts';
import type { AnyRow } from '../importing/framework-row.ts';
import { writeVersion } from './export-version.ts';
import { templateImporter } from './importer.ts';

const SHEETS = {
  framework: 'Khung - Framework',
  items: 'Năng lực - Competencies',
  levels: 'Thang mức - Levels',
  descriptors: 'Mô tả mức - Level descriptors',
  roles: 'Vai trò - Roles',
  requirements: 'Yêu cầu - Requirements',
};
type Cells = unknown[][];

/** A template as a university fills it in. */
const filledIn = (): Record<string, Cells> => ({
  [SHEETS.framework]: [
    ['Mã', 'nang-luc-so'],
    ['Version', '2026.1'],
    ['Tên khung (vi)', 'Khung năng lực số'],
    ['Title (en)', 'Digital competencies'],
    ['Cơ quan ban hành', 'Trường Đại học Ví Dụ'],
    ['Ngày ban hành', '15/09/2026'],
  ],
  [SHEETS.items]: [
    ['Khung năng lực của trường'],
    [],
    ['TEN (VI)', 'Mã', 'ma cha', 'Loại', 'Label (en)', 'Tên gọi khác (vi)', 'Người phụ trách'],
    ['Lập trình', 'A.1', 'A', 'Kỹ năng', 'Programming', 'viết mã | lập trình ứng dụng', 'Cô Lan'],
    [],
    ['Công nghệ', 'A', '', 'area', 'Technology'],
  ],
  [SHEETS.levels]: [
    ['Thang mức', 'Tên thang (vi)', 'Mức', 'Mã mức', 'Tên mức (vi)'],
    ['ba-muc', 'Ba mức', 1, 'CB', 'Cơ bản'],
    ['ba-muc', '', 2, 'NC', 'Nâng cao'],
  ],
  [SHEETS.descriptors]: [
    ['Mã năng lực', 'Thang mức', 'Mức', 'Mô tả (vi)'],
    ['A.1', 'ba-muc', 'NC', 'Viết được chương trình lớn.'],
  ],
  [SHEETS.roles]: [
    ['Mã', 'Tên (vi)', 'Chức danh khác (en)'],
    ['LTV', 'Lập trình viên', 'Developer | Coder'],
  ],
  [SHEETS.requirements]: [
    ['Mã vai trò', 'Mã năng lực', 'Mức cần thiết', 'Thang mức', 'Mức', 'Trọng số'],
    ['LTV', 'A.1', 'Mong muốn / Desirable', 'ba-muc', 1, '0,5'],
  ],
});

async function workbook(
  sheets: Record<string, Cells>,
  change: (book: exceljs.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const preview = ({ platform, administrator }: TestPlatform, file: Buffer, name = 'khung.xlsx') =>
  runImportOf(platform, administrator, file, name, templateImporter);

async function previewOf(t: TestContext, file: Buffer, name?: string) {
  return preview(await testPlatform(t), file, name);
}

const found = (rows: { problems: { code: string; column: string | null }[] }[]) =>
  rows.flatMap(({ problems }) => problems.map(({ code, column }) => [code, column]));

test('A template that a university filled in comes in whole: headings in either language and any order, a title above, empty rows between, a parent below its child', async (t) => {
  const { rows, counts } = await previewOf(t, await workbook(filledIn()));
  assert.deepEqual(found(rows), [['framework-column-unknown', 'Năng lực - Competencies!G3']]);
  assert.deepEqual([counts.new, counts.rejected], [5, 0]);
  const [about, scale, skill, area, role] = rows.map(
    ({ payload }) => payload as never,
  ) as never as [
    { texts: unknown; publishedOn: string; extra: unknown },
    { levels: { code: string }[] },
    Record<string, unknown>,
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  assert.equal(about.publishedOn, '2026-09-15');
  assert.deepEqual(about.extra, { publisher: 'Trường Đại học Ví Dụ' });
  assert.deepEqual(
    scale.levels.map(({ code }) => code),
    ['CB', 'NC'],
  );
  assert.deepEqual([area.code, area.kind, area.parent], ['A', 'area', null]);
  assert.deepEqual([skill.code, skill.kind, skill.parent], ['A.1', 'skill', 'A']);
  assert.deepEqual(skill.extra, { 'Người phụ trách': 'Cô Lan' });
  assert.deepEqual(skill.aliases, [
    { form: 'lập trình ứng dụng', language: 'vi' },
    { form: 'viết mã', language: 'vi' },
  ]);
  assert.deepEqual(skill.levels, [
    {
      scale: 'ba-muc',
      level: 2,
      texts: [{ language: 'vi', value: 'Viết được chương trình lớn.' }],
    },
  ]);
  assert.deepEqual(role.requirements, [
    { item: 'A.1', necessity: 'desirable', level: { scale: 'ba-muc', level: 1 }, weight: 0.5 },
  ]);
});

test('It goes into a draft; the same file again changes nothing', async (t) => {
  const whole = await testPlatform(t);
  const file = await workbook(filledIn());
  const first = await preview(whole, file);
  await confirmAndApply(whole.platform, whole.administrator, first.id, templateImporter);
  const again = await preview(whole, file, 'again.xlsx');
  assert.deepEqual([again.counts.same, again.counts.changed, again.counts.removed], [5, 0, 0]);
});

test('Every fault of a cell is named by its sheet, column and row', async (t) => {
  const sheets = filledIn();
  sheets[SHEETS.items]!.push(
    ['Trùng mã', 'A.1'],
    ['Loại lạ', 'A.3', '', 'Tài năng'],
    ['', 'B.1', 'Z', '', ''],
    ['<script>alert(1)</script>', 1.1, '', '', 'y'.repeat(10_000)],
    [{ formula: 'HYPERLINK("http://x")', result: 'ok' }, 'B.2'],
    [{ error: '#N/A' }, 'B.3'],
    [{ richText: [{ text: 'Chữ ' }, { font: { bold: true }, text: 'đậm' }] }, 'B.4'],
    ['Ngày', new Date('2026-03-04T00:00:00Z')],
    ['=cmd|calc', 'B.5'],
    ['Không mã', ''],
  );
  sheets[SHEETS.descriptors]!.push(
    ['Q', 'ba-muc', 1, 'Không của ai'],
    ['B.5', 'ba-muc', 9, 'Quá cao'],
  );
  sheets[SHEETS.requirements]!.push(
    ['LTV', 'KHONG-CO', 'Có thể', '', '', 7],
    ['LTV', 'A.1', '', '', '', ''],
  );
  sheets['Ghi chép'] = [['gì đó']];
  const { rows } = await previewOf(t, await workbook(sheets));
  const at = (cell: string) => `${SHEETS.items}!${cell}`;
  assert.deepEqual(
    found(rows).sort(),
    [
      ['framework-cell-date', at('B14')],
      ['framework-cell-error', at('A12')],
      ['framework-cell-number', at('B10')],
      ['framework-column-unknown', at('G3')],
      ['framework-formula', at('A11')],
      ['framework-identifier-twice', at('B7')],
      ['framework-kind-unknown', at('D8')],
      ['framework-label-missing', at('A9')],
      ['framework-label-missing', at('A12')],
      ['framework-label-missing', at('A11')],
      ['framework-level-unknown', `${SHEETS.descriptors}!C4`],
      ['framework-line-lost', `${SHEETS.descriptors}!A3`],
      ['framework-line-twice', `${SHEETS.requirements}!B4`],
      ['framework-markup', at('A10')],
      ['framework-necessity-unknown', `${SHEETS.requirements}!C3`],
      ['framework-sheet-unread', null],
      ['framework-text-long', at('E10')],
      ['framework-value-missing', at('B16')],
      ['framework-weight-bad', `${SHEETS.requirements}!F3`],
    ].sort(),
  );
  const rich = rows.find(({ key }) => key === 'item B.4')!.payload as {
    texts: { value: string }[];
  };
  assert.equal(rich.texts[0]!.value, 'Chữ đậm');
  const formula = rows.find(({ key }) => key === 'item B.5')!.payload as {
    texts: { value: string }[];
  };
  assert.equal(formula.texts[0]!.value, '=cmd|calc');
});

test('Two rows of headings, merged cells and cells that a spreadsheet covers do no harm', async (t) => {
  const sheets = filledIn();
  sheets[SHEETS.items]!.splice(3, 0, ['Label (vi)', 'Code', 'Parent code', 'Kind', 'Tên (en)']);
  const file = await workbook(sheets, (book) => {
    const sheet = book.getWorksheet(SHEETS.items)!;
    sheet.addRow(['Gộp', 'C', 'A', 'skill']);
    sheet.addRow(['Gộp hai', 'D', '', 'skill']);
    sheet.mergeCells('C8:C9');
  });
  const { rows, counts } = await previewOf(t, file);
  assert.deepEqual(found(rows), [
    ['framework-column-unknown', `${SHEETS.items}!G3`],
    ['framework-cell-covered', `${SHEETS.items}!C9`],
  ]);
  assert.deepEqual([counts.new, counts.rejected], [7, 0]);
});

const codeOf = async (t: TestContext, file: Buffer, name?: string): Promise<string> => {
  const whole = await testPlatform(t);
  try {
    await preview(whole, file, name);
    return 'no problem';
  } catch (fault) {
    return (fault as { code: string }).code;
  }
};

/** A workbook whose first sheet is this XML. */
async function withSheetXml(change: (xml: string) => string): Promise<Buffer> {
  const parts = unzipSync(await workbook(filledIn()));
  const name = 'xl/worksheets/sheet1.xml';
  parts[name] = strToU8(change(strFromU8(parts[name]!)));
  return Buffer.from(zipSync(parts));
}

test('A file that is broken, hostile, far too large or in another encoding is refused with one clear reason', async (t) => {
  const good = await workbook(filledIn());
  const bomb = zipSync({ ...unzipSync(good), 'xl/media/x.bin': new Uint8Array(120 * 2 ** 20) });
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const after = (declared: string) => (xml: string) =>
    xml.replace(/^(<\?xml[^>]*\?>)/, `$1${declared}`);
  const manyCells = `<row r="9">${'<c r="A9"><v>1</v></c>'.repeat(1_000_001)}</row></sheetData>`;
  const files: [string, Buffer][] = [
    ['workbook-not-readable', good.subarray(0, good.length - 300)],
    ['workbook-not-readable', Buffer.from('PK\u0003\u0004 no archive at all')],
    ['workbook-not-readable', await withSheetXml((xml) => xml.slice(0, xml.length / 2))],
    ['workbook-not-readable', await withSheetXml(after(laughs))],
    ['workbook-not-readable', await withSheetXml(after(external))],
    ['workbook-too-large', Buffer.from(bomb)],
    ['workbook-too-large', await withSheetXml((xml) => xml.replace('</sheetData>', manyCells))],
    ['file-not-in-format', await workbook({ 'Bảng 1': [['x']], 'Bảng 2': [['y']] })],
    [
      'file-not-in-format',
      await workbook({
        [SHEETS.items]: [
          ['x', 'y'],
          [1, 2],
        ],
      }),
    ],
    ['framework-not-described', await workbook({ [SHEETS.items]: filledIn()[SHEETS.items]! })],
    ['encoding-utf16', Buffer.from('\ufeffMã,Tên (vi)\nA,B', 'utf16le')],
    [
      'encoding-windows-1258',
      Buffer.from('M\xe3,T\xean,L\xe2\xf2p tr\xecnh, \xf0\xf4\xec', 'latin1'),
    ],
    ['csv-not-readable', Buffer.from('Mã,Tên (vi)\nA,"never closed\nB,C')],
    ['file-not-in-format', Buffer.from('a,b\n1,2')],
    ['file-empty', Buffer.from('Mã,Tên (vi)\n')],
  ];
  for (const [code, file] of files) assert.equal(await codeOf(t, file), code);
});

test('A CSV is read with comma, semicolon or tab and with a mark in front; what looks like a formula comes back as it was', async (t) => {
  for (const sign of [',', ';', '\t']) {
    const lines = [
      ['Mã khung', 'Phiên bản khung', 'Tên khung (vi)', 'Mã', 'Tên (vi)'],
      ['khung', '1', 'Khung', 'A', "'=1+1"],
      ['khung', '1', 'Khung', 'B', 'Năng lực B'],
    ];
    const file = Buffer.from(`\ufeff${lines.map((line) => line.join(sign)).join('\r\n')}`);
    const { rows } = await previewOf(t, file, 'khung.csv');
    assert.deepEqual(found(rows), []);
    const [about, first] = rows.map(
      ({ payload }) => payload as { code: string; texts: { value: string }[] },
    );
    assert.deepEqual([about!.code, first!.texts[0]!.value], ['khung', '=1+1']);
  }
});

const standing = (): AnyRow[] => [
  frameworkRow({ code: 'cau', extra: { publisher: 'Viện Cầu', seal: [1, 'hai'] } }),
  {
    ...{ type: 'scale', code: 'cau-3', kind: 'proficiency' },
    texts: [{ field: 'title', language: 'vi', value: 'Ba mức' }],
    levels: [1, 2, 3].map((level) => ({
      ...{ level, code: null },
      texts: [{ field: 'label' as const, language: 'vi', value: `Mức ${level}` }],
    })),
  },
  itemRow('A', { kind: 'area' }),
  itemRow('A1', {
    ...{ parent: 'A', code: '1.10', uri: 'https://cau.example/a1', extra: { weight: 3 } },
    levels: [{ scale: 'cau-3', level: 2, texts: [{ language: 'vi', value: 'Tự làm.' }] }],
    aliases: [{ form: 'welding', language: 'en' }],
  }),
  itemRow('A2', {
    parent: 'A',
    sequence: 2,
    relations: [{ relation: 'precedes', to: 'A1', sequence: 4 }],
  }),
  roleRow('R1', {
    requirements: [{ item: 'A1', necessity: 'essential', weight: 0.3, extra: { a: 1 } }],
  }),
  {
    type: 'definition',
    uuid: '7a3cbb0e-0f6e-4a2e-9d59-3d8f7d0b9a11',
    kind: 'concept',
    body: { title: 'Nhịp' },
    sequence: 1,
  },
];

async function published(t: TestContext): Promise<TestApp> {
  const whole = await testApp(t);
  const run = await runImportOf(whole.platform, whole.administrator, standing());
  await confirmAndApply(whole.platform, whole.administrator, run.id, rowsImporter());
  return whole;
}

test('Anybody can take a published version along as a workbook or a CSV; brought back, neither changes anything', async (t) => {
  const whole = await published(t);
  const stranger = await memberOf(whole, { organisationId: null });
  for (const ending of ['xlsx', 'csv']) {
    const reply = await stranger.inject(`/api/frameworks/cau/versions/1/export.${ending}`);
    assert.equal(reply.statusCode, 200);
    assert.equal(reply.headers['content-disposition'], `attachment; filename="cau-1.${ending}"`);
    const { counts, rows } = await preview(whole, reply.rawPayload, `cau.${ending}`);
    assert.deepEqual(found(rows), []);
    assert.deepEqual({ ...counts, warnings: 0 }, { ...NONE, same: 7 });
  }
});

const NONE = { new: 0, changed: 0, same: 0, removed: 0, rejected: 0, held: 0, warnings: 0 };

test('An export that somebody edits changes what they edited, and keeps what they cannot see', async (t) => {
  const whole = await published(t);
  const reply = await whole.inject('/api/frameworks/cau/versions/1/export.xlsx');
  const book = new exceljs.Workbook();
  await book.xlsx.load(reply.rawPayload as never);
  const sheet = book.getWorksheet(SHEETS.items)!;
  const label = (sheet.getRow(1).values as string[]).indexOf('Tên (vi) / Label (vi)');
  sheet.getRow(3).getCell(label).value = 'Hàn thép';
  const { rows, counts } = await preview(whole, Buffer.from(await book.xlsx.writeBuffer()));
  assert.deepEqual([counts.same, counts.changed], [6, 1]);
  const changed = rows.find(({ change }) => change === 'changed')!.payload as {
    extra: unknown;
    code: string;
  };
  assert.deepEqual([changed.code, changed.extra], ['1.10', { weight: 3 }]);
});

test('A draft is not exported to strangers, and an unknown version is not found', async (t) => {
  const whole = await testApp(t);
  const draft = await runImportOf(
    whole.platform,
    whole.administrator,
    standing(),
    'x.json',
    rowsImporter('draft'),
  );
  await confirmAndApply(whole.platform, whole.administrator, draft.id, rowsImporter('draft'));
  const stranger = await memberOf(whole, { organisationId: null });
  const url = '/api/frameworks/cau/versions/1/export.xlsx';
  assert.equal((await stranger.inject(url)).statusCode, 404);
  assert.equal((await whole.inject(url)).statusCode, 200);
  assert.equal((await whole.inject(url.replace('/1/', '/9/'))).statusCode, 404);
});

test('The empty template has every sheet, lists to choose from and a guide, and says what is missing when it is sent back empty', async (t) => {
  const whole = await testApp(t);
  const reply = await whole.inject('/api/frameworks/template.xlsx');
  const book = new exceljs.Workbook();
  await book.xlsx.load(reply.rawPayload as never);
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    [
      ...[SHEETS.framework, SHEETS.items, SHEETS.descriptors, SHEETS.roles, SHEETS.requirements],
      ...[SHEETS.levels, 'Ví dụ - Example', 'Hướng dẫn - Guide'],
    ],
  );
  const kind = book.getWorksheet(SHEETS.items)!.getCell('C2').dataValidation;
  assert.match(kind.formulae[0] as string, /Kỹ năng \/ Skill/);
  await assert.rejects(preview(whole, reply.rawPayload), { code: 'framework-not-described' });
});

test('What a workbook carries beside its sheets cannot smuggle in what the database would refuse', async (t) => {
  const content = { about: frameworkRow({ code: 'cau' }), scales: [], roles: [], definitions: [] };
  const file = await writeVersion({ ...content, items: [itemRow('A', { extra: { a: 1 } })] });
  const book = new exceljs.Workbook();
  await book.xlsx.load(file as never);
  const source = book.getWorksheet('Dữ liệu nguồn - Source data')!;
  source.getCell('C2').value = JSON.stringify({ uuid: { was: itemRow('A').uuid, is: 'no UUID' } });
  source.addRow(['definition x', 1, '{"type":"definition","uuid":"x"}']);
  source.addRow(['item B', 1, '{broken']);
  const { rows, counts } = await previewOf(t, Buffer.from(await book.xlsx.writeBuffer()));
  assert.equal(counts.rejected, 0);
  assert.deepEqual(
    found(rows).map(([code]) => code),
    Array(3).fill('framework-source-broken'),
  );
});

test('A framework of 10,000 items goes out and comes back the same', async (t) => {
  const whole = await testApp(t);
  const items = Array.from({ length: 10_000 }, (_, index) =>
    itemRow(`N${index}`, {
      parent: index === 0 ? null : `N${Math.floor((index - 1) / 8)}`,
      sequence: index,
      texts: [
        { field: 'label', language: 'vi', value: `Năng lực số ${index}` },
        {
          field: 'definition',
          language: 'vi',
          value: `Làm được việc ${index} một cách độc lập. `.repeat(6).trim(),
        },
      ],
    }),
  );
  const run = await runImportOf(whole.platform, whole.administrator, [
    frameworkRow({ code: 'lon' }),
    ...items,
  ]);
  await confirmAndApply(whole.platform, whole.administrator, run.id, rowsImporter());
  const reply = await whole.inject('/api/frameworks/lon/versions/1/export.xlsx');
  assert.equal(reply.statusCode, 200);
  const { counts } = await preview(whole, reply.rawPayload);
  assert.deepEqual({ ...counts, warnings: 0 }, { ...NONE, same: 10_001 });
});
