import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildHybridIndex } from './hybrid-index.ts';
import { linkHybrid, mostUnits } from './link-hybrid.ts';
import { rankLine } from './rank-line.ts';
import { smallFramework } from './testing-framework.ts';
import { splitLines, withoutMarkup } from './text-lines.ts';

const { concepts, forms } = smallFramework();
const index = buildHybridIndex(concepts, forms);

/** Every span lies in the text, and the surface is what stands there. */
function checkSpans(text: string): number {
  const { links } = linkHybrid(index, text);
  for (const { spans, surface } of links) {
    for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= text.length);
    assert.equal(surface, text.slice(spans[0]!.start, spans[0]!.end));
  }
  return links.length;
}

/** Nothing that a text holds may take longer; a slow machine has room. */
const longest = 20_000;

function timed(text: string): number {
  const began = performance.now();
  const links = checkSpans(text);
  assert.ok(performance.now() - began < longest);
  return links;
}

const fragment = fc.oneof(
  fc.constantFrom(
    ...['Kubernetes', 'k8s', 'phân tích dữ liệu', 'phan tich du lieu', 'Go', 'C++', 'không', 'not'],
    ...[
      '\u200b',
      '\u200f',
      '\u202e',
      '\ud800',
      '\udc00',
      '\ufeff',
      '\u0301',
      '\0',
      '👩‍💻',
      '٣',
      '北京',
    ],
    ...[
      '<b>',
      '</li>',
      '<',
      '&amp;',
      '&nbsp;',
      '\n',
      '\t',
      '•',
      ';',
      '. A',
      '|',
      '—',
      '3 năm',
      '5+ years',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('spans always point into the text as given, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), fc.constantFrom('', ' '), (parts, glue) => {
      checkSpans(parts.join(glue));
    }),
    { numRuns: 300 },
  );
});

test('one line alone keeps its spans and its probabilities within bounds', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 25 }), (parts) => {
      const text = parts.join(' ');
      for (const { spans, probability, features } of rankLine(index, text)) {
        assert.ok(probability >= 0 && probability <= 1);
        assert.ok(features.every(Number.isFinite));
        for (const { start, end } of spans) assert.ok(start < end && end <= text.length);
      }
    }),
    { numRuns: 200 },
  );
});

test('blanking mark-up moves no offset, and the lines of a text never overlap', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const plain = withoutMarkup(text);
      assert.equal(plain.length, text.length);
      let last = 0;
      for (const { start, text: line } of splitLines(text)) {
        assert.ok(start >= last);
        assert.equal(line, plain.slice(start, start + line.length));
        last = start + line.length;
      }
    }),
  );
});

test('5 MB of one line are read up to the limit, and the answer says so', () => {
  const text = 'Kubernetes and Python '.repeat(240_000);
  const { read, links } = linkHybrid(index, text);
  assert.equal(read.units, mostUnits);
  assert.equal(read.of, text.length);
  assert.ok(links.length >= 2);
});

test('5 MB without a space, of brackets, of tags begun and never ended, take bounded time', () => {
  for (const unit of ['x', '<', '<a ', '&', 'A1', '-', '((', 'http://', '@', 'ệ', '\u0301']) {
    timed(unit.repeat(Math.ceil(5_000_000 / unit.length)));
  }
});

test('a line of unlike words as long as a book takes bounded time', () => {
  const words = Array.from({ length: 30_000 }, (_, at) => `word${at} data${at % 97}`);
  timed(words.join(' '));
});

test('a picture written as text is passed over, and what stands beside it is found', () => {
  const picture = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAA'.repeat(5000)}==`;
  assert.ok(timed(`<img src="${picture}">\nKinh nghiệm Kubernetes\n${picture}`) >= 1);
});

test('a name is found in tables and lists, and split by invisible characters', () => {
  for (const text of [
    '<table><tr><td>Kubernetes</td><td>Python</td></tr></table>',
    '| Skill | Years |\n| Kubernetes | 3 |',
    'Ku\u200bber\u00adnetes experience',
    '\u202eKubernetes\u202c experience',
    'Experience: \ud800Kubernetes',
  ]) {
    assert.ok(timed(text) >= 1, JSON.stringify(text));
  }
});

test('a line in any of many languages keeps the one name that it holds', () => {
  const greetings =
    'ታዲያስ|مرحبا|Բարեւ|Salam|হ্যালো|Здравей|မင်္ဂလာပါ|Hola|你好|Bok|Ahoj|Hej|Hallo|Saluton|Tere|Hei|Bonjour|გამარჯობა|' +
    'Γειά|નમસ્તે|Aloha|שלום|नमस्ते|Szia|Halló|Halo|Dia dhuit|Ciao|こんにちは|ನಮಸ್ಕಾರ|Сәлем|សួស្តី|안녕|Silav|ສະບາຍດີ|Sveiki|' +
    'Labas|Здраво|Hai|നമസ്കാരം|नमस्कार|Сайн уу|سلام|Cześć|Olá|ਸਤ|Salut|Привет|Ahoj|Jambo|Hej|வணக்கம்|నమస్కారం|สวัสดี|Merhaba|Привіт|ہیلو|Xin chào|Sawubona';
  for (const greeting of greetings.split('|')) {
    const text = `${greeting} ${greeting} Kubernetes ${greeting}`;
    const found = rankLine(index, text).find(({ form }) => form === 'Kubernetes');
    const span = found?.spans[0];
    assert.equal(span && text.slice(span.start, span.end), 'Kubernetes', greeting);
  }
});
