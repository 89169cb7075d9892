import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkRow, itemRow, roleRow } from '#src/testing/framework-rows.ts';
import { comparable, id, memorySource, writingOf } from '#src/testing/case-packages.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { wholePackage } from '#src/testing/whole-package.ts';
import type { AnyRow, ItemRow } from '#src/frameworks/importing/framework-row.ts';
import { fromCase } from './from-case.ts';
import { readPackage } from './read-package.ts';
import { packageOf } from './write-package.ts';
import type { CFAssociation, CFItem, CFPackage } from './wire.ts';

const rowsOf = (whole: CFPackage): AnyRow[] => [...fromCase(whole)].map(({ row }) => row);
const packageFor = (rows: readonly AnyRow[], version: '1.0' | '1.1' = '1.1') =>
  packageOf(memorySource(rows), writingOf(rows, { version }));
const itemsOf = (rows: readonly AnyRow[]) =>
  rows.filter((row): row is ItemRow => row.type === 'item');

const item = (name: string, over: Partial<CFItem> = {}): CFItem => ({
  ...{ identifier: id(name), uri: `https://x.example/${name}`, fullStatement: name },
  lastChangeDateTime: '2025-01-01T00:00:00Z',
  ...over,
});
const link = (name: string) => ({
  title: name,
  identifier: id(name),
  uri: `https://x.example/${name}`,
});
const tied = (
  from: string,
  associationType: string,
  to: string,
  over: Partial<CFAssociation> = {},
) => ({
  ...{
    identifier: id(`${from} ${associationType} ${to}`),
    uri: 'https://x.example/a',
    associationType,
  },
  ...{ originNodeURI: link(from), destinationNodeURI: link(to) },
  lastChangeDateTime: '2025-01-01T00:00:00Z',
  ...over,
});
const small = (over: Partial<CFPackage> = {}): CFPackage => ({
  CFDocument: {
    ...{ identifier: id('doc'), uri: 'https://x.example/doc', creator: 'Ai', title: 'Khung' },
    lastChangeDateTime: '2025-01-01T00:00:00Z',
  },
  ...over,
});

test('associations that lead elsewhere, twice or to themselves are there after any number of imports', async () => {
  const whole = small({
    CFItems: [item('a'), item('b')],
    CFAssociations: [
      tied('a', 'isRelatedTo', 'b'),
      { ...tied('a', 'isRelatedTo', 'b'), identifier: id('again') },
      tied('a', 'exactMatchOf', 'somewhere else'),
      tied('b', 'isPeerOf', 'b'),
      tied('doc', 'isRelatedTo', 'another'),
      tied('gone', 'replacedBy', 'a'),
    ],
  });
  let served = whole;
  for (let round = 0; round < 3; round += 1) served = await packageFor(rowsOf(served));
  assert.deepEqual(comparable(served), comparable(whole));
});

test('the order of siblings is the sequenceNumber, whatever the order of the file', () => {
  const rows = rowsOf(
    small({
      CFItems: [item('late'), item('early'), item('unsaid')],
      CFAssociations: [
        tied('late', 'isChildOf', 'doc', { sequenceNumber: 20 }),
        tied('early', 'isChildOf', 'doc', { sequenceNumber: 10 }),
        tied('unsaid', 'isChildOf', 'doc'),
      ],
    }),
  );
  assert.deepEqual(
    itemsOf(rows).map(({ sequence }) => sequence),
    [20, 10, 3],
  );
});

test('markdown and letters of any script are stored and served as they were written', async () => {
  const fullStatement =
    'Viết \\*sao\\* **đậm** [liên kết](https://x.example?a=1&b=2) <b>&amp;</b> 日本 🚀 ẫ';
  const rows = rowsOf(small({ CFItems: [item('a', { fullStatement, language: 'vi' })] }));
  assert.equal(itemsOf(rows)[0]!.texts[0]!.value, fullStatement);
  const again = await packageFor(rows);
  assert.equal(again.CFItems![0]!.fullStatement, fullStatement);
});

test('what somebody changes here leaves changed, and the rest as it came', async () => {
  const rows = rowsOf(wholePackage());
  const [, browse] = itemsOf(rows);
  const edited = {
    ...browse!,
    parent: null,
    texts: browse!.texts.map((text) =>
      text.field === 'label' && text.language === 'vi' ? { ...text, value: 'Tìm dữ liệu' } : text,
    ),
  };
  const whole = await packageFor(rows.map((row) => (row === browse ? edited : row)));
  const before = wholePackage().CFItems![1]!;
  const after = whole.CFItems!.find(({ identifier }) => identifier === before.identifier)!;
  assert.deepEqual(
    { ...after, lastChangeDateTime: '' },
    { ...before, abbreviatedStatement: 'Tìm dữ liệu', lastChangeDateTime: '' },
  );
  const parents = whole.CFAssociations!.filter(
    (one) =>
      one.associationType === 'isChildOf' && one.originNodeURI.identifier === before.identifier,
  );
  assert.deepEqual(
    parents.map((one) => one.destinationNodeURI.identifier),
    [whole.CFDocument.identifier],
  );
});

test('a copy that got identifiers of its own keeps none of its source', async () => {
  const rows = rowsOf(wholePackage());
  const copied = rows.map((row) =>
    row.type === 'item' ? { ...row, uuid: id(`copy ${row.uuid}`) } : row,
  );
  const whole = await packageFor(copied);
  const theirs =
    JSON.stringify(wholePackage().CFItems) + JSON.stringify(wholePackage().CFAssociations);
  const ofItems = whole.CFAssociations!.filter(
    (one) => one.originNodeURI.identifier !== whole.CFDocument.identifier,
  );
  for (const one of [...whole.CFItems!, ...ofItems]) {
    assert.ok(!theirs.includes(one.identifier), one.identifier);
    assert.ok(one.uri.startsWith('https://nhip.example/'), one.uri);
  }
});

test('unknown fields are kept, leave in 1.1 under our extensions, come back from there, and never leave in 1.0', async () => {
  const whole = small({ CFItems: [item('a', { colour: 'xanh', educationLevel: 'not a list' })] });
  const first = await packageFor(rowsOf(whole));
  assert.deepEqual((first.CFItems![0]!.extensions as { nhip: object }).nhip, {
    unknown: { colour: 'xanh', educationLevel: 'not a list' },
  });
  const again = await packageFor(rowsOf(first));
  assert.deepEqual(comparable(again), comparable(first));
  const older = await packageFor(rowsOf(first), '1.0');
  assert.deepEqual(
    Object.keys(older.CFItems![0]!).filter((name) => /colour|education|ext/.test(name)),
    [],
  );
});

test('CASE 1.0 loses other languages, aliases, scales, kinds of relations and of requirements, and nothing else', async () => {
  const rows: AnyRow[] = [
    frameworkRow({ licence: 'CC BY 4.0' }),
    itemRow('A', { kind: 'area' }),
    itemRow('B', {
      ...{ parent: 'A', sequence: 4, sourceKind: 'Kỹ năng' },
      texts: [
        { field: 'label', language: 'vi', value: 'Đặt dầm' },
        { field: 'definition', language: 'vi', value: 'Đặt dầm cầu đúng vị trí.' },
        { field: 'note', language: 'vi', value: 'Ghi chú' },
        { field: 'label', language: 'en', value: 'Place beams' },
      ],
      aliases: [{ form: 'lao dầm', language: 'vi' }],
      relations: [
        { relation: 'precedes', to: 'A', sequence: 2 },
        { relation: 'essential-for', to: 'A' },
      ],
      extra: { legacy: 1 },
    }),
    roleRow('R', { requirements: [{ item: 'B', necessity: 'essential', weight: 0.5 }] }),
  ];
  const back = rowsOf(await packageFor(rows, '1.0'));
  const [, , role] = itemsOf(back);
  const b = itemsOf(back)[1]!;
  // what stays
  assert.deepEqual(
    [b.uuid, b.code, b.kind, b.sourceKind, b.sequence],
    [(rows[2] as ItemRow).uuid, 'B', 'skill', 'Kỹ năng', 4],
  );
  assert.equal(b.parent, (rows[1] as ItemRow).uuid);
  assert.deepEqual(
    b.texts.map(({ field, language, value }) => `${field} ${language} ${value}`).sort(),
    ['definition vi Đặt dầm cầu đúng vị trí.', 'label vi Đặt dầm', 'note vi Ghi chú'],
  );
  assert.deepEqual(b.relations.map(({ relation }) => relation).sort(), ['precedes', 'related']);
  const about = back.find((row) => row.type === 'framework')!;
  assert.deepEqual(
    [about.licence, about.version, about.publishedOn],
    ['CC BY 4.0', '1', '2026-01-01'],
  );
  // what is lost
  assert.deepEqual([b.aliases, b.level, b.levels, b.extra.legacy], [[], null, [], undefined]);
  assert.ok(!about.texts.some(({ language }) => language === 'en'));
  assert.deepEqual(
    [role!.type, role!.kind, role!.sourceKind],
    ['item', 'competency', 'Occupation'],
  );
  assert.deepEqual(
    role!.relations.map(({ relation }) => relation),
    ['related'],
  );
});

test('codes that two items share are told apart, and leave as they were', async () => {
  const whole = small({
    CFItems: [
      item('a', { humanCodingScheme: '1' }),
      item('b', { humanCodingScheme: '1' }),
      item('c'),
    ],
  });
  const rows = rowsOf(whole);
  assert.equal(new Set(itemsOf(rows).map(({ code }) => code)).size, 3);
  assert.deepEqual(comparable(await packageFor(rows)), comparable(whole));
});

test('what servers write beside the standard is read: null, one subject, addresses alone, a wrapper', () => {
  const whole = readPackage(
    `\ufeff${JSON.stringify({
      CFPackage: {
        CFDocument: {
          ...small().CFDocument,
          subject: 'Tin học',
          statusStartDate: '2025-01-02T00:00:00Z',
          licenseURI: null,
        },
        CFItems: [item('a', { notes: null as never })],
        CFAssociations: [
          {
            ...tied('a', 'isChildOf', 'doc'),
            destinationNodeURI: `https://x.example/${id('doc')}` as never,
          },
        ],
        CFDefinitions: [],
      },
    })}`,
  );
  assert.deepEqual(whole.CFDocument.subject, ['Tin học']);
  assert.equal(whole.CFDocument.statusStartDate, '2025-01-02');
  assert.ok(!('licenseURI' in whole.CFDocument) && !('notes' in whole.CFItems![0]!));
  assert.equal(whole.CFAssociations![0]!.destinationNodeURI.identifier, id('doc'));
  assert.deepEqual(whole.CFDefinitions, {});
});

test('null inside extensions is kept: it may mean something to whoever wrote it', () => {
  const vendor = { colour: null, list: [{ deep: null }] };
  const { CFItems } = readPackage(
    JSON.stringify(small({ CFItems: [item('a', { extensions: { vendor } })] })),
  );
  assert.deepEqual(CFItems![0]!.extensions, { vendor });
});

test('what is no package is refused with the place where it stops being one', () => {
  const refused = [
    ...[
      '',
      'null',
      '[]',
      '{"CFDocument":{',
      '{"CFDocument":[]}',
      '{"CFDocument":{}}',
      '{"CFItems":[]}',
    ],
    JSON.stringify({ ...small(), CFItems: {} }),
    JSON.stringify({ ...small(), CFItems: [{ fullStatement: 'x' }] }),
    JSON.stringify({ ...small(), CFAssociations: ['x'] }),
    `{"CFDocument":{"identifier":"x","a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
  ];
  for (const text of refused) {
    assert.throws(() => readPackage(text), isProblem('file-not-in-format'), text.slice(0, 60));
  }
});

test('what is said under our own key by somebody else is believed only where it fits', () => {
  const nhip = {
    row: { texts: 'x', relations: [{ relation: '; drop', to: 1 }], sourceId: '' },
    type: 'role',
  };
  const rows = rowsOf(
    small({ CFItems: [item('a', { extensions: { nhip, __proto__: { x: 1 } } })] }),
  );
  const [role] = rows.filter((row) => row.type === 'role');
  assert.equal(role!.texts[0]!.value, 'a');
  assert.equal(role!.sourceId, id('a'));
  assert.equal(({} as { x?: number }).x, undefined);
});

test('text that no database keeps is said, not stored', () => {
  const parts = [...fromCase(small({ CFItems: [item('a', { alternativeLabel: 'a\u0000b' })] }))];
  assert.deepEqual(
    parts.flatMap(({ problems }) => problems.map(({ code, severity }) => [code, severity])),
    [['framework-control-characters', 'error']],
  );
});
