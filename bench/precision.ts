// Precision of the dictionary tier: a list of random links in real advertisements, each read in its
// context and judged. The list holds places and verdicts, never texts; the texts stay in the shared
// data. A listed link that the present index no longer makes is reported and not counted.
import { readFile } from 'node:fs/promises';
import type { Field } from '../server/src/linking/contract.ts';
import { linkText } from '../server/src/linking/link.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { printReach } from './linking-reach.ts';
import { readRealAdvertisements, type RealAdvertisement } from './real-advertisements.ts';
import { indexOf, referenceForms } from './reference-index.ts';
import { wilson } from './statistics.ts';

const limit = 0.95;

interface Judged {
  row: number;
  field: Field;
  ordinal: number;
  start: number;
  end: number;
  competency: string;
  verdict: 'right' | 'wrong';
  annotator: string;
}

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(await readRealAdvertisements(folder), await readList());

async function run(advertisements: RealAdvertisement[], judged: Judged[]) {
  const { forms, codes } = await referenceForms();
  const index = indexOf(forms);
  const byRow = new Map(advertisements.map((one) => [one.row, one]));
  const found = judged.filter((one) => {
    const text = textOf(byRow.get(one.row), one);
    return (
      text !== undefined &&
      linkText(index, one.field, text).some(
        ({ start, end, competencyId }) =>
          start === one.start && end === one.end && codes.get(competencyId) === one.competency,
      )
    );
  });
  const all = precision(found);
  console.table({
    'all fields': all,
    title: precision(found.filter(({ field }) => field === 'title')),
    tag: precision(found.filter(({ field }) => field === 'tag')),
    text: precision(found.filter(({ field }) => field === 'text')),
  });
  const annotators = [...Map.groupBy(judged, ({ annotator }) => annotator)];
  console.log(
    `${judged.length} links listed, ${found.length} still made by ${index.version}; judged by ` +
      annotators.map(([name, list]) => `${name} (${list.length})`).join(', ') +
      '. A verdict of a program is not one of a person, and no agreement between people is claimed.',
  );
  const share = all.right / all.links;
  console.log(
    `precision ${(share * 100).toFixed(1)} %, limit ${limit * 100} %: ${share >= limit ? 'reached' : 'NOT reached'}`,
  );
  if (found.length < 200) {
    console.log(`fewer than 200 links left to judge by: ${found.length}; the list wants more`);
  }
  printReach(index, advertisements);
  if (share < limit || found.length < 200) process.exitCode = 1;
}

function textOf(advertisement: RealAdvertisement | undefined, { field, ordinal }: Judged) {
  if (field === 'tag') return advertisement?.tags[ordinal];
  return field === 'title' ? advertisement?.title : advertisement?.text;
}

function precision(judged: Judged[]) {
  const right = judged.filter(({ verdict }) => verdict === 'right').length;
  const { low, high } = wilson(right, judged.length);
  return {
    links: judged.length,
    right,
    'precision %': Number(((100 * right) / judged.length).toFixed(1)),
    '95 % from': Number((100 * low).toFixed(1)),
    '95 % to': Number((100 * high).toFixed(1)),
  };
}

async function readList(): Promise<Judged[]> {
  const list = await readFile(new URL('precision-links.tsv', import.meta.url), 'utf8');
  const [, ...lines] = list.trimEnd().split('\n');
  return lines.map((line) => {
    const [row, field, ordinal, start, end, competency, verdict, annotator] = line.split('\t');
    return {
      row: Number(row),
      field: field as Field,
      ordinal: Number(ordinal),
      start: Number(start),
      end: Number(end),
      competency: competency!,
      verdict: verdict as Judged['verdict'],
      annotator: annotator!,
    };
  });
}
