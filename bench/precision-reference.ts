// Precision in context of the reference framework on advertisements that its lexicon was not built on:
// 200 mentions in the requirement texts of December 2025, each read in its sentence and judged. The list
// holds places and verdicts, never texts. `right`: the words name this competency and the sentence asks for
// it or something with it; `arguable`: they name it, and a strict reader may say that the sentence does not ask
// for it (counted as right, and once as wrong); `wrong`: they name something else, or the sentence does not ask.
// `--draw` prints a fresh draw with its sentences, to be read.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TextLink } from '../server/src/linking/contract.ts';
import { linkText } from '../server/src/linking/link.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { readRealAdvertisements, type RealAdvertisement } from './real-advertisements.ts';
import { indexOf, referenceForms } from './reference-index.ts';
import { wilson } from './statistics.ts';

const limit = 0.95;
const wanted = 200;
const mostOfOneAdvertisement = 2;
const seed = 'december-2025';
/** Forms by how often the December texts have them; a quarter of the draw from each. */
const strata = [
  { name: 'once', from: 1 },
  { name: '2 to 4 times', from: 2 },
  { name: '5 to 14 times', from: 5 },
  { name: '15 times and more', from: 15 },
];

interface Place {
  document: string;
  line: number;
  start: number;
  end: number;
  competency: string;
}
interface Drawn extends Place {
  form: string;
  sentence: string;
}
interface Judged extends Place {
  verdict: string;
}

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run((await readRealAdvertisements(folder)).filter(({ month }) => month === '2025-12'));

async function run(advertisements: RealAdvertisement[]) {
  const { forms, codes } = await referenceForms();
  const index = indexOf(forms);
  const links = advertisements.flatMap(({ row, text }) =>
    linkText(index, 'text', text).map((link) => placed(row, text, link, codes)),
  );
  if (process.argv.includes('--draw')) {
    for (const one of draw(links)) {
      const { document, line, start, end, competency, sentence } = one;
      const marked = `${sentence.slice(0, start)}⟦${sentence.slice(start, end)}⟧${sentence.slice(end)}`;
      console.log([document, line, start, end, competency, marked].join('\t'));
    }
    return;
  }
  report(links, await readList());
}

function placed(row: number, text: string, link: TextLink, codes: Map<number, string>): Drawn {
  const began = text.lastIndexOf('\n', link.start - 1) + 1;
  const ended = text.indexOf('\n', link.start);
  return {
    document: `itviec:${row}`,
    line: text.slice(0, began).split('\n').length,
    start: link.start - began,
    end: link.end - began,
    competency: codes.get(link.competencyId)!,
    form: `${codes.get(link.competencyId)} ${link.form}`,
    sentence: text.slice(began, ended === -1 ? undefined : ended),
  };
}

function report(links: Drawn[], judged: Judged[]) {
  const times = countForms(links);
  const made = new Map(links.map((link) => [keyOf(link), link]));
  const found = judged.flatMap((one) => {
    const link = made.get(keyOf(one));
    return link
      ? [
          {
            right: one.verdict !== 'wrong',
            strict: one.verdict === 'right',
            stratum: stratumOf(times.get(link.form)!),
          },
        ]
      : [];
  });
  const gone = judged.filter((one) => !made.has(keyOf(one)));
  const rows = strata.map(({ name }, at) => {
    const own = found.filter(({ stratum }) => stratum === at);
    const mass = links.filter(({ form }) => stratumOf(times.get(form)!) === at).length;
    return { name, mass, ...precision(own) };
  });
  console.table(
    Object.fromEntries([
      ...rows.map(({ name, ...row }) => [`form ${name}`, row]),
      ['all', { mass: links.length, ...precision(found) }],
    ]),
  );
  const weighted = rows.reduce(
    (sum, row) => sum + (row.mass / links.length) * (row.right / Math.max(1, row.links)),
    0,
  );
  console.log(
    `${judged.length} listed and read in their sentences by a program, not a person; ${found.length} still made. ` +
      `Weighted by how many links of December each stratum has: ${(100 * weighted).toFixed(1)} %`,
  );
  const strict = found.filter((one) => one.strict).length;
  console.log(
    `with the arguable ones counted as wrong: ${((100 * strict) / found.length).toFixed(1)} %`,
  );
  for (const { document, line, competency, verdict } of gone) {
    console.log(`no longer made: ${document} line ${line} ${competency} (${verdict})`);
  }
  const share = found.filter(({ right }) => right).length / found.length;
  const reached = share >= limit;
  console.log(
    `precision ${(share * 100).toFixed(1)} %, limit ${limit * 100} %: ${reached ? 'reached' : 'NOT reached'}`,
  );
  if (!reached) process.exitCode = 1;
}

/** In the order of a hash, each stratum in turn, so that every form has its chance before any has two. */
function draw(links: Drawn[]): Drawn[] {
  const times = countForms(links);
  const order = links
    .map((link) => ({ link, key: hashOf(keyOf(link)) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ link }) => link);
  const queues = strata.map((_, at) =>
    inRounds(order.filter(({ form }) => stratumOf(times.get(form)!) === at)),
  );
  const taken = new Map<string, number>();
  const chosen: Drawn[] = [];
  while (chosen.length < wanted && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const at = queue.findIndex(
        ({ document }) => (taken.get(document) ?? 0) < mostOfOneAdvertisement,
      );
      const [link] = at === -1 ? [] : queue.splice(at, 1);
      if (!link || chosen.length === wanted) continue;
      taken.set(link.document, (taken.get(link.document) ?? 0) + 1);
      chosen.push(link);
    }
  }
  return chosen;
}

/** The first mention of each form, then the second of each, and so on. */
function inRounds(links: Drawn[]): Drawn[] {
  const seen = new Map<string, number>();
  return links
    .map((link) => {
      const round = seen.get(link.form) ?? 0;
      seen.set(link.form, round + 1);
      return { link, round };
    })
    .sort((one, other) => one.round - other.round)
    .map(({ link }) => link);
}

function countForms(links: Drawn[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { form } of links) times.set(form, (times.get(form) ?? 0) + 1);
  return times;
}

function stratumOf(times: number): number {
  return strata.findLastIndex(({ from }) => times >= from);
}

function keyOf({ document, line, start, end, competency }: Place): string {
  return [document, line, start, end, competency].join(' ');
}

function hashOf(text: string): string {
  return createHash('sha256').update(`${seed} ${text}`).digest('hex');
}

function precision(found: { right: boolean }[]) {
  const right = found.filter((one) => one.right).length;
  const { low, high } = wilson(right, found.length);
  return {
    links: found.length,
    right,
    'precision %': Number(((100 * right) / found.length).toFixed(1)),
    '95 % from': Number((100 * low).toFixed(1)),
    '95 % to': Number((100 * high).toFixed(1)),
  };
}

async function readList(): Promise<Judged[]> {
  const list = await readFile(new URL('precision-reference.tsv', import.meta.url), 'utf8');
  return list
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((written) => {
      const [document, line, start, end, competency, verdict] = written.split('\t');
      return {
        document: document!,
        line: Number(line),
        start: Number(start),
        end: Number(end),
        competency: competency!,
        verdict: verdict!,
      };
    });
}
