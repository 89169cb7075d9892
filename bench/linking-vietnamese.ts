// Quality on our own framework: Vietnamese lines of real advertisements and syllabi, English lines of
// advertisements, the Vietnamese lines once more without their accents, and short words of many meanings.
// The ranker has learnt from none of these lines; thresholds and probabilities come from the other
// folds, documents kept whole.   npm run bench -- linking-vietnamese
import { probabilityOf } from '../server/src/linking/hybrid/calibration.ts';
import type { Contender } from '../server/src/linking/hybrid/decision.ts';
import { buildHybridIndex, type HybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import { score } from '../server/src/linking/hybrid/mlp.ts';
import { shippedModel } from '../server/src/linking/hybrid/model.ts';
import { linkText } from '../server/src/linking/link.ts';
import { withoutDiacritics } from '../server/src/linking/syllable.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { printAmbiguous } from './linking-ambiguous.ts';
import { rankByBm25, rankByCoverage } from './linking-baselines.ts';
import { readExamples, type GoldExample } from './linking-examples.ts';
import { calibrateUnseen, foldsOf } from './linking-fit.ts';
import {
  calibrationError,
  interval,
  linksFrom,
  mean,
  pairedTest,
  precisionAt,
  ratesOf,
  reciprocalRank,
  reliability,
  type Links,
  type RankedSentence,
} from './linking-measures.ts';
import { readOwnFramework, readOwnGold, type OwnLine } from './linking-own-gold.ts';

const seed = 20_261_122;
const folds = 5;
const limits = { behindEnglish: 10, accentLoss: 3 };
const methods = ['dictionary', 'BM25', 'coverage', 'hybrid'] as const;
type Method = (typeof methods)[number];

/** Lines of one kind, ranked by each method; probabilities of the hybrid come from other folds. */
interface Measured {
  by: Record<Method, RankedSentence[]>;
  thresholds: { accept: number; balance: number }[];
}

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(folder);

async function run(data: string) {
  const own = await readOwnFramework();
  const index = buildHybridIndex(own.concepts, own.forms);
  const vietnamese = await readOwnGold(data, 'gold', own.codes);
  const english = await readOwnGold(data, 'english', own.codes);
  console.log(
    `NHIP-DC ${own.version}: ${own.codes.length} competencies, ${own.forms.length} forms, index ` +
      `${index.version} ${index.hash.slice(0, 12)}; ${vietnamese.length} Vietnamese lines annotated ` +
      `twice and ${english.length} English lines annotated once, by programs each time`,
  );
  const plain = vietnamese.map((line) => ({ ...line, text: withoutDiacritics(line.text) }));
  const sets = {
    Vietnamese: measure(index, vietnamese),
    'without accents': measure(index, plain),
    English: measure(index, english),
  };
  printRanking(sets);
  printTests(sets.Vietnamese);
  printSets(sets);
  printCalibration(sets);
  await printAmbiguous(data, index, own.codes);
  printVerdicts(sets);
}

function measure(index: HybridIndex, lines: OwnLine[]): Measured {
  const examples = readExamples(index, lines);
  const documents = new Map(lines.map(({ document }, at) => [document, at]));
  const groups = lines.map(({ document }) => documents.get(document)!);
  examples.forEach((example, at) => (example.group = groups[at]!));
  const head = ({ set, gold }: OwnLine, at: number) => ({ set, gold, group: groups[at]! });
  const of = (rank: (line: OwnLine) => number[]) =>
    lines.map((line, at) => {
      const rows = rank(line);
      return { ...head(line, at), rows, probabilities: rows.map(() => 1) };
    });
  const { judged, thresholds } = judge(examples);
  return {
    thresholds,
    by: {
      dictionary: of(({ text }) => listed(index, text)),
      BM25: of(({ text }) => rankByBm25(index, text)),
      coverage: of(({ text }) => rankByCoverage(index, text)),
      hybrid: lines.map((line, at) => ({ ...head(line, at), ...judged[at]! })),
    },
  };
}

/** Names in the order in which they stand in the line. */
function listed(index: HybridIndex, text: string): number[] {
  const links = linkText(index.phrases, 'text', text);
  return [...new Set(links.map(({ competencyId }) => index.rowOf.get(competencyId)!))];
}

function judge(examples: GoldExample[]) {
  const { ranker } = shippedModel();
  const fold = foldsOf(
    examples.map(({ group }) => group),
    folds,
    seed,
  );
  const judged: Pick<RankedSentence, 'rows' | 'probabilities'>[] = [];
  const thresholds: Measured['thresholds'] = [];
  for (let outer = 0; outer < folds; outer += 1) {
    const seen = examples.filter((_, at) => fold[at] !== outer);
    const by = calibrateUnseen(ranker, seen, seed + outer);
    examples.forEach((example, at) => {
      if (fold[at] !== outer) return;
      const contenders = example.contend(example.features.map((one) => score(ranker, one)));
      judged[at] = {
        rows: contenders.map((one: Contender) => example.weighed[one.at]!.row),
        probabilities: contenders.map((one: Contender) => probabilityOf(by, one)),
      };
      thresholds[at] = by;
    });
  }
  return { judged, thresholds };
}

function asking(list: RankedSentence[], set?: string): RankedSentence[] {
  return list.filter((one) => one.gold.length > 0 && (!set || one.set === set));
}

function percent(value: number): number {
  return Number((100 * value).toFixed(1));
}

function five(list: RankedSentence[]): number {
  return mean(list.map((one) => precisionAt(5, one)));
}

function printRanking(sets: Record<string, Measured>) {
  console.log('\nRanking: RP@5 (95 % interval), RP@10, MRR');
  const kinds: [string, Measured, string?][] = [
    ...Object.entries(sets),
    ['Vietnamese advertisements', sets.Vietnamese!, 'advertisement'],
    ['Vietnamese syllabi', sets.Vietnamese!, 'syllabus'],
  ];
  console.table(
    Object.fromEntries(
      kinds.map(([name, { by }, set]) => [
        name,
        Object.fromEntries(methods.map((method) => [method, rankingOf(asking(by[method], set))])),
      ]),
    ),
  );
}

function rankingOf(list: RankedSentence[]): string {
  const [low, high] = interval(
    list.map((one) => precisionAt(5, one)),
    list.map(({ group }) => group),
  );
  const ten = mean(list.map((one) => precisionAt(10, one)));
  return (
    `${percent(five(list))} (${percent(low)}–${percent(high)})  ${percent(ten)}  ` +
    `${percent(mean(list.map(reciprocalRank)))}`
  );
}

function printTests({ by }: Measured) {
  console.log(
    '\nHybrid against each on Vietnamese, RP@5: difference and p, documents changing sign',
  );
  const mine = asking(by.hybrid);
  for (const method of methods.slice(0, -1)) {
    const theirs = asking(by[method]);
    const differences = mine.map((one, at) => precisionAt(5, one) - precisionAt(5, theirs[at]!));
    const p = pairedTest(
      differences,
      mine.map(({ group }) => group),
    );
    console.log(`${method}: ${percent(mean(differences))}, p ${p.toFixed(4)}`);
  }
}

function printSets(sets: Record<string, Measured>) {
  console.log('\nSets (lines that ask for nothing count too; thresholds chosen on other folds)');
  const table: Record<string, object> = {};
  for (const [name, { by, thresholds }] of Object.entries(sets)) {
    const hybrid = (least: (at: number) => number) =>
      sum(by.hybrid.map((one, at) => linksFrom([one], least(at))));
    const both = by.hybrid.map((one, at) => {
      const known = by.dictionary[at]!.rows;
      const added = one.rows.filter(
        (row, place) => !known.includes(row) && one.probabilities[place]! >= thresholds[at]!.accept,
      );
      const rows = [...known, ...added];
      return { ...one, rows, probabilities: rows.map(() => 1) };
    });
    table[`${name}: dictionary`] = ratesOfLinks(linksFrom(by.dictionary, 1));
    table[`${name}: hybrid, best F1`] = ratesOfLinks(hybrid((at) => thresholds[at]!.balance));
    table[`${name}: hybrid, accepted`] = ratesOfLinks(hybrid((at) => thresholds[at]!.accept));
    table[`${name}: dictionary and accepted`] = ratesOfLinks(linksFrom(both, 1));
    table[`${name}: accepted and for review`] = ratesOfLinks(hybrid(() => 0.2));
  }
  console.table(table);
}

function sum(list: Links[]): Links {
  return list.reduce((total, one) => ({
    right: total.right + one.right,
    made: total.made + one.made,
    wanted: total.wanted + one.wanted,
  }));
}

function ratesOfLinks(links: Links) {
  const { precision, recall, f1 } = ratesOf(links);
  return {
    precision: percent(precision),
    recall: percent(recall),
    F1: percent(f1),
    links: links.made,
  };
}

function printCalibration(sets: Record<string, Measured>) {
  console.log('\nCalibration: ECE of all candidates, of those from 0.1');
  for (const [name, { by }] of Object.entries(sets)) {
    const error = (least: number) => calibrationError(reliability(by.hybrid, least)).toFixed(3);
    console.log(`${name}: ${error(0)}, ${error(0.1)}`);
  }
}

function printVerdicts(sets: Record<string, Measured>) {
  const points = (name: string) => 100 * five(asking(sets[name]!.by.hybrid));
  console.log('');
  verdict(
    'Vietnamese behind English, RP@5 points',
    points('English') - points('Vietnamese'),
    limits.behindEnglish,
  );
  verdict(
    'lost without accents, RP@5 points',
    points('Vietnamese') - points('without accents'),
    limits.accentLoss,
  );
}

function verdict(what: string, value: number, limit: number) {
  const reached = value <= limit;
  console.log(`${what}: ${value.toFixed(1)} (≤ ${limit}) ${reached ? 'reached' : 'NOT reached'}`);
  if (!reached) process.exitCode = 1;
}
