import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync, strToU8, type Zippable } from 'fflate';
import { isProblem } from '#src/testing/is-problem.ts';
import { isSpreadsheet, namesInHead, openBundle, type Bundle } from './bundle.ts';
import { encodingProblem } from './encoding.ts';

const open = (bytes: Uint8Array, name = 'files.zip', limits?: Parameters<typeof openBundle>[2]) =>
  openBundle(Readable.from([Buffer.from(bytes)]), name, limits);
const zip = (files: Zippable) => zipSync(files, { mtime: new Date(1980, 0, 1) });

async function textOf(bundle: Bundle, name: string): Promise<string> {
  const file = bundle.files.find((one) => one.name === name)!;
  return Buffer.concat(await Array.fromAsync(file.read())).toString('utf8');
}

/** Reading to the end is what finds damage, encodings and size. */
async function readAll(bytes: Uint8Array, limits?: Parameters<typeof openBundle>[2]) {
  const bundle = await open(bytes, 'files.zip', limits);
  for (const file of bundle.files) await Array.fromAsync(file.read());
}

test('What is packed into a ZIP comes out as it went in, in folders, gzipped within or stored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.toWellFormed()),
      fc.constantFrom(0 as const, 6 as const),
      fc.boolean(),
      async (names, text, level, packed) => {
        const bytes = strToU8(text + 'x');
        const files = names.map((name) => [
          `folder/${name}.csv${packed ? '.gz' : ''}`,
          [packed ? new Uint8Array(gzipSync(bytes)) : bytes, { level }],
        ]);
        const bundle = await open(zip(Object.fromEntries(files) as Zippable));
        assert.deepEqual(
          bundle.files.map(({ name }) => name),
          names.map((name) => `${name}.csv`).sort(),
        );
        for (const { name } of bundle.files) assert.equal(await textOf(bundle, name), `${text}x`);
      },
    ),
    { numRuns: 60 },
  );
});

test('A single text is a bundle of one, gzipped or not, and is read as often as it is asked for', async () => {
  for (const bytes of [Buffer.from('a,b\n'), gzipSync('a,b\n')]) {
    const bundle = await open(bytes, 'skills_en.csv.gz');
    assert.deepEqual(bundle.names, ['skills_en.csv.gz']);
    assert.equal(await textOf(bundle, 'skills_en.csv'), 'a,b\n');
    assert.equal(await textOf(bundle, 'skills_en.csv'), 'a,b\n');
  }
});

test('What people and systems leave beside the data is passed over, and a bundle of it alone is refused', async () => {
  const beside = {
    'README.txt': strToU8('x'),
    '__MACOSX/._a.csv': strToU8('x'),
    'a.png': strToU8('x'),
  };
  const bundle = await open(zip({ ...beside, 'a.csv': strToU8('x') }));
  assert.deepEqual(
    bundle.files.map(({ name }) => name),
    ['a.csv'],
  );
  await assert.rejects(open(zip(beside)), isProblem('bundle-empty'));
});

test('A damaged ZIP is refused: cut off, with wrong bytes within, or with a gzip that ends too early', async () => {
  const whole = Buffer.from(zip({ 'a.csv': [strToU8('a,b\n'.repeat(500)), { level: 0 }] }));
  await assert.rejects(open(whole.subarray(0, whole.length - 30)), isProblem('bundle-damaged'));
  const wrong = Buffer.from(whole);
  wrong[200] = wrong[200]! ^ 1;
  await assert.rejects(readAll(wrong), isProblem('bundle-damaged'));
  const short = gzipSync('a,b\n'.repeat(500)).subarray(0, 20);
  await assert.rejects(
    readAll(zip({ 'a.csv.gz': [short, { level: 0 }] })),
    isProblem('bundle-damaged'),
  );
});

test('A protected file, a name that leads out of the folder and a name that stands twice are refused', async () => {
  const locked = Buffer.from(zip({ 'a.csv': strToU8('a') }));
  for (const mark of ['PK\u0001\u0002', 'PK\u0003\u0004']) {
    const at = locked.indexOf(mark, 0, 'latin1') + (mark[2] === '\u0001' ? 8 : 6);
    locked[at] = locked[at]! | 1;
  }
  await assert.rejects(open(locked), isProblem('bundle-encrypted'));
  for (const name of ['../a.csv', '/a.csv', 'C:/a.csv', 'b\\..\\..\\a.csv']) {
    await assert.rejects(
      open(zip({ [name]: strToU8('a') })),
      isProblem('bundle-name-unsafe'),
      name,
    );
  }
  const twice = { 'one/a.csv': strToU8('a'), 'two/A.csv.gz': strToU8('a') };
  await assert.rejects(open(zip(twice)), isProblem('bundle-file-twice'));
});

test('A small ZIP that would unpack without end stops at the limit, whatever it says about itself', async () => {
  const limits = { unpackedBytes: 2 ** 20, files: 3 };
  const bomb = new Uint8Array(8 * 2 ** 20).fill(0x61);
  await assert.rejects(readAll(zip({ 'a.csv': bomb }), limits), isProblem('file-too-large'));
  const inner = new Uint8Array(gzipSync(bomb));
  assert.ok(inner.length < 20_000);
  await assert.rejects(
    readAll(zip({ 'a.csv.gz': [inner, { level: 0 }] }), limits),
    isProblem('file-too-large'),
  );
  const halves = { 'a.csv.gz': gzipOf(600_000), 'b.csv.gz': gzipOf(600_000) };
  await assert.rejects(readAll(zip(halves), limits), isProblem('file-too-large'));
  const lying = Buffer.from(zip({ 'a.csv': bomb }));
  lying.writeUInt32LE(10, lying.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
  await assert.rejects(readAll(lying, limits), isProblem('bundle-damaged'));
  const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, strToU8('x')]));
  await assert.rejects(open(zip(many), 'x.zip', limits), isProblem('bundle-too-many-files'));
});

function gzipOf(length: number): [Uint8Array, { level: 0 }] {
  return [new Uint8Array(gzipSync(Buffer.alloc(length, 'a'))), { level: 0 }];
}

test('Encodings are checked to the byte: UTF-16 and Windows-1258 are named, a BOM is welcome', async () => {
  const member = (bytes: Uint8Array) => readAll(zip({ 'a.csv': bytes }));
  await member(strToU8('\ufeffTuyển dụng'));
  const utf16 = Buffer.from('Tuyển dụng lập trình viên', 'utf16le');
  await assert.rejects(
    member(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])),
    isProblem('encoding-utf16'),
  );
  await assert.rejects(
    member(Buffer.from('name,title\nA,B\n', 'utf16le')),
    isProblem('encoding-utf16'),
  );
  // "Tuyển dụng lập trình": ê + hook, u + dot, â + dot, i + grave
  const old = Buffer.from('Tuy\xea\xd2n du\xf2ng l\xe2\xf2p tri\xccnh', 'latin1');
  await assert.rejects(member(old), isProblem('encoding-windows-1258'));
  await assert.rejects(
    member(Buffer.from('caf\xe9,perci\xf2', 'latin1')),
    isProblem('encoding-not-utf8'),
  );
  await assert.rejects(member(Buffer.from('Hòa').subarray(0, 2)), isProblem('encoding-not-utf8'));
  assert.equal(encodingProblem(old, 3, { file: 'a.csv', offset: 1_003 }).detail.offset, 1_003);
});

test('A spreadsheet and a bundle are told apart by what stands at their start', () => {
  const sheet = Buffer.from(
    zip({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>') }),
  );
  const bundle = Buffer.from(zip({ 'db/Skills.txt': strToU8('x') }));
  assert.deepEqual([isSpreadsheet(sheet), isSpreadsheet(bundle)], [true, false]);
  assert.deepEqual(namesInHead(bundle), ['db/Skills.txt']);
  assert.deepEqual(namesInHead(Buffer.from('conceptType,conceptUri')), []);
});
