import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testPlatform } from '#src/testing/app.ts';
import { importSmallFramework, PARAPHRASES } from '#src/testing/linking-framework.ts';
import type { FoundLink } from './found-link.ts';
import { linkTexts } from './link-texts.ts';
import { normaliseSurface } from './normalise.ts';

// What no text should do to the whole way from a room to the threads and back.

const toLink = (text: string) =>
  ({ text, field: 'text', documentType: 'other', tier: 'hybrid' }) as const;

const whole = await testPlatform(undefined, { linkingThreads: 1 });
await importSmallFramework(whole);
await linkTexts(whole.platform, [toLink('')], { wait: true });

/** Both tiers, with every span checked against the text as it was given. */
async function link(...texts: string[]): Promise<FoundLink[][]> {
  const { texts: linked, engine } = await linkTexts(whole.platform, texts.map(toLink));
  assert.ok(engine?.index, 'the hybrid tier was at work');
  linked.forEach(({ links, read }, at) => {
    const text = texts[at]!;
    assert.equal(read.of, text.length);
    for (const { start, end, surface, normalised } of links) {
      assert.ok(0 <= start && start < end && end <= text.length);
      assert.equal(surface, text.slice(start, end));
      assert.equal(normalised, normaliseSurface(surface));
    }
  });
  return linked.map(({ links }) => links);
}

const surfaces = (links: FoundLink[]) => links.map(({ surface }) => surface);
const limit = { timeout: 120_000 };

test(
  '5 MB of one line are read up to a limit by the ranking and whole by the dictionary',
  limit,
  async () => {
    const text = `${'word '.repeat(1_000_000)} Kubernetes`;
    const { texts } = await linkTexts(whole.platform, [toLink(text)]);
    const [{ links, read }] = texts as [(typeof texts)[number]];
    assert.deepEqual([read.units, read.of], [200_000, text.length]);
    assert.deepEqual(surfaces(links), ['Kubernetes']);
  },
);

test('5 MB without a space, or of signs alone, come back without links', limit, async () => {
  const texts = ['x', '<', '((', '\u0301', '-', 'http://', 'A1'].map((unit) =>
    unit.repeat(Math.ceil(5_000_000 / unit.length)),
  );
  for (const text of texts) assert.deepEqual(await link(text), [[]]);
});

test('zero-width characters inside a name neither hide it nor move its span', async () => {
  const [links] = await link('Thành thạo Ku\u200bber\u00adne\ufefftes và k\u200d8s');
  assert.deepEqual(surfaces(links!), ['Ku\u200bber\u00adne\ufefftes', 'k\u200d8s']);
});

test('marks for writing from right to left are passed over', async () => {
  const [links] = await link('\u202eKubernetes\u202c \u200fאחרי\u200f Docker \u2067مرحبا\u2069');
  assert.deepEqual(surfaces(links!), ['Kubernetes', 'Docker']);
});

test('halves of characters, and characters that no database stores, do no harm', async () => {
  const [links] = await link('\ud800Kubernetes\udc00 \0Docker\0 \ufffe\uffff Python\ud83d');
  assert.deepEqual(surfaces(links!), ['Kubernetes', 'Docker', 'Python']);
});

test('pictures written as text are passed over, and what stands beside them is found', async () => {
  const picture = `data:image/png;base64,${'iVBORw0KGgo/Docker/AAAANSUhEUg/Python/AAUA'.repeat(4000)}==`;
  const [links] = await link(`<img src="${picture}">\nKinh nghiệm Kubernetes\n${picture}`);
  assert.deepEqual(surfaces(links!), ['Kubernetes']);
});

test('HTML is no language: its tags hold nothing, its words do', async () => {
  const [links] = await link(
    '<ul class="Docker"><li><b>Kubernetes</b></li><li>Python&nbsp;programming</li></ul><br/>',
  );
  const codes = new Set(links!.map(({ form }) => form));
  assert.ok(codes.has('Kubernetes') && [...codes].some((form) => form.startsWith('Python')));
});

test('cells of tables are lines of their own', async () => {
  const [tabs, bars] = await link(
    'Skill\tYears\nKubernetes\t3\nPython\t5',
    '| Kỹ năng | Số năm |\n|---|---|\n| Kubernetes | 3 |\n| Docker | 1 |',
  );
  assert.deepEqual(surfaces(tabs!), ['Kubernetes', 'Python']);
  assert.deepEqual(surfaces(bars!), ['Kubernetes', 'Docker']);
});

test('a text in any of fifty languages keeps the one name that it holds', async () => {
  const greetings = (
    'ታዲያስ|مرحبا|Բարեւ|Salam|হ্যালো|Здравей|မင်္ဂလာပါ|Hola|你好|Bok|Ahoj|Hej|Hallo|Saluton|Tere|Hei|Bonjour|' +
    'გამარჯობა|Γειά|નમસ્તે|Aloha|שלום|नमस्ते|Szia|Halló|Halo|Dia dhuit|Ciao|こんにちは|ನಮಸ್ಕಾರ|Сәлем|សួស្តី|안녕|' +
    'Silav|ສະບາຍດີ|Sveiki|Labas|Здраво|Hai|നമസ്കാരം|नमस्कार|Сайн уу|سلام|Cześć|Olá|ਸਤ|Salut|Привет|Jambo|வணக்கம்|' +
    'నమస్కారం|สวัสดี|Merhaba|Привіт|ہیلو|Xin chào|Sawubona'
  ).split('|');
  assert.ok(greetings.length >= 50);
  const linked = await link(...greetings.map((word) => `${word} ${word} Kubernetes ${word}`));
  for (const [at, links] of linked.entries()) {
    assert.ok(surfaces(links).includes('Kubernetes'), greetings[at]!);
  }
});

test('nothing, white space, and a text of line breaks give no links', async () => {
  assert.deepEqual(await link('', '   ', '\n'.repeat(50_000), '\u200b'), [[], [], [], []]);
});

test('a thousand times the same line costs one ranking and links every place', async () => {
  const [links] = await link(`${PARAPHRASES}\nKubernetes\n`.repeat(100));
  assert.equal(links!.filter(({ surface }) => surface === 'Kubernetes').length, 100);
});

const fragment = fc.oneof(
  fc.constantFrom('Kubernetes', 'phân tích dữ liệu', 'phan tich du lieu', 'PM', 'k8s', 'not', '\n'),
  fc.constantFrom(
    '\u200b',
    '\u202e',
    '\ud800',
    '\udc00',
    '\u0301',
    '\0',
    '<b>',
    '&amp;',
    '| ',
    '•',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('whatever a text holds, its spans point into it as it was given', limit, async () => {
  const texts = fc.array(fc.array(fragment, { maxLength: 30 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      await link(...all.map((parts) => parts.join('')));
    }),
    { numRuns: 25 },
  );
});
