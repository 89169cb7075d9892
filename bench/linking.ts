// Reach and speed of the dictionary tier on real advertisements, against two naive matchers in the
// same run. One thread; the speed of one core is taken over the processor time of that thread.
import type { Field } from '../server/src/linking/contract.ts';
import type { Form } from '../server/src/linking/forms.ts';
import { linkText } from '../server/src/linking/link.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { printMethods, printReach, printUnaccented } from './linking-reach.ts';
import { readRealAdvertisements, type RealAdvertisement } from './real-advertisements.ts';
import { indexOf, referenceForms } from './reference-index.ts';

const rounds = 7;
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(await readRealAdvertisements(folder), (await referenceForms()).forms);

async function run(advertisements: RealAdvertisement[], forms: Form[]) {
  const began = performance.now();
  const index = indexOf(forms);
  const built = performance.now() - began;
  const bytes = advertisements.reduce(
    (sum, { title, tags, text }) => sum + Buffer.byteLength([title, ...tags, text].join('\n')),
    0,
  );
  console.log(
    `${number.format(advertisements.length)} usable advertisements of ` +
      `${number.format(bytes / advertisements.length)} bytes on average, ` +
      `${number.format(forms.length)} forms, index ${index.version} ${index.hash.slice(0, 12)} ` +
      `built in ${number.format(built)} ms\n`,
  );
  const dictionary = (field: Field, text: string) => linkText(index, field, text).length;
  console.table({
    'phrase index': measure(advertisements, dictionary, rounds),
    'one regular expression': measure(advertisements, byExpression(forms), 3),
    'indexOf for every form': measure(advertisements, byIndexOf(forms), 1),
  });
  printReach(index, advertisements);
  printMethods(index, advertisements);
  printUnaccented(index, advertisements);
}

type Matcher = (field: Field, text: string) => number;

/** Median over the rounds after one to warm up. `found` counts matches, which differ by method. */
function measure(advertisements: RealAdvertisement[], match: Matcher, times: number) {
  let found = 0;
  const perSecond: { core: number; clock: number }[] = [];
  for (let round = 0; round <= times; round += 1) {
    const before = { clock: performance.now(), core: threadMicroseconds() };
    found = 0;
    for (const { title, tags, text } of advertisements) {
      found += match('title', title) + match('text', text);
      for (const tag of tags) found += match('tag', tag);
    }
    const clock = advertisements.length / ((performance.now() - before.clock) / 1e3);
    const core = advertisements.length / ((threadMicroseconds() - before.core) / 1e6);
    if (round > 0) perSecond.push({ core, clock });
  }
  return {
    'ads/s of one core': Math.round(median(perSecond.map(({ core }) => core))),
    'ads/s by the clock': Math.round(median(perSecond.map(({ clock }) => clock))),
    found,
  };
}

function threadMicroseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function byExpression(forms: Form[]): Matcher {
  const phrases = [...new Set(forms.map(({ form }) => form.normalize('NFC').toLowerCase()))]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => RegExp.escape(phrase));
  const word = '[\\p{L}\\p{N}]';
  const expression = new RegExp(`(?<!${word})(?:${phrases.join('|')})(?!${word})`, 'gu');
  return (_field, text) => [...text.normalize('NFC').toLowerCase().matchAll(expression)].length;
}

function byIndexOf(forms: Form[]): Matcher {
  const phrases = [...new Set(forms.map(({ form }) => form.normalize('NFC').toLowerCase()))];
  const word = /[\p{L}\p{N}]/u;
  return (_field, text) => {
    const searched = text.normalize('NFC').toLowerCase();
    let found = 0;
    for (const phrase of phrases) {
      let at = searched.indexOf(phrase);
      for (; at >= 0; at = searched.indexOf(phrase, at + phrase.length)) {
        const inside =
          word.test(searched[at - 1] ?? '') || word.test(searched[at + phrase.length] ?? '');
        if (!inside) found += 1;
      }
    }
    return found;
  };
}
