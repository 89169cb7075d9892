// Quality of the hybrid tier on the labelled English sentences, by nested cross-validation: what is
// chosen is chosen inside, what is reported stands on sentences that trained and tuned nothing. BM25,
// IDF coverage and rank fusion are measured on the same sentences in the same run.
//   npm run bench -- linking-quality            NHIP_ABLATIONS=0 leaves the ablations out
import { probabilityOf } from '../server/src/linking/hybrid/calibration.ts';
import { buildHybridIndex, type HybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import { score } from '../server/src/linking/hybrid/mlp.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { fuse, rankByBm25, rankByCoverage, rankByWindows } from './linking-baselines.ts';
import { readExamples, type GoldExample } from './linking-examples.ts';
import { fit, foldsOf } from './linking-fit.ts';
import { readEsco, readGold, type Esco, type GoldSentence } from './linking-gold.ts';
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
  type RankedSentence,
} from './linking-measures.ts';
import { spanFigures } from './linking-spans.ts';

const seed = 20_261_122;
const folds = 5;
const repeats = 2;
const sets = ['HOUSE', 'TECH'] as const;
type Rankings = Record<string, RankedSentence[]>;

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else {
  const esco = await readEsco(folder);
  await run(esco, await readGold(folder, esco.labels));
}

async function run(esco: Esco, gold: GoldSentence[]) {
  const began = performance.now();
  const index = buildHybridIndex(esco.concepts, esco.forms);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const examples = readExamples(index, gold);
  console.log(
    `${esco.labels.length} competencies, ${esco.forms.length} forms; index ${index.version} ` +
      `${index.hash.slice(0, 12)} in ${seconds} s; ${gold.length} sentences in ` +
      `${new Set(examples.map(({ group }) => group)).size} groups`,
  );
  const hybrid = Array.from({ length: repeats }, (_, at) => crossValidate(examples, seed + at));
  const full: Rankings = { ...baselines(index, examples), hybrid: hybrid[0]!.ranked };
  printRanking(
    full,
    hybrid.map(({ ranked }) => ranked),
  );
  printTests(full);
  hybrid.forEach(printSets);
  printAccepted(hybrid.map(({ ranked }) => ranked));
  printCalibration(hybrid[0]!.ranked);
  printSpans(examples, hybrid[0]!.ranked);
  if (process.env.NHIP_ABLATIONS !== '0') printAblations(esco, gold, full.hybrid!);
}

interface Validated {
  ranked: RankedSentence[];
  /** For each sentence the thresholds that its outer fold chose without it. */
  accept: number[];
  balance: number[];
}

function crossValidate(examples: GoldExample[], from: number): Validated {
  const fold = foldsOf(
    examples.map(({ group }) => group),
    folds,
    from,
  );
  const ranked: RankedSentence[] = [];
  const accept: number[] = [];
  const balance: number[] = [];
  for (let outer = 0; outer < folds; outer += 1) {
    const { ranker, calibration } = fit(
      examples.filter((_, at) => fold[at] !== outer),
      from + outer,
    );
    examples.forEach((example, at) => {
      if (fold[at] !== outer) return;
      const scores = example.features.map((features) => score(ranker, features));
      const contenders = example.contend(scores);
      const others = new Set(contenders.map((one) => one.at));
      const rest = [...scores.keys()]
        .filter((place) => !others.has(place))
        .sort((a, b) => scores[b]!.order - scores[a]!.order || a - b);
      ranked[at] = {
        ...headOf(example),
        rows: [...contenders.map((one) => one.at), ...rest].map(
          (place) => example.weighed[place]!.row,
        ),
        probabilities: contenders.map((one) => probabilityOf(calibration, one)),
      };
      accept[at] = calibration.accept;
      balance[at] = calibration.balance;
    });
  }
  return { ranked, accept, balance };
}

function headOf({ sentence, group }: GoldExample) {
  return { set: sentence.set, group, gold: sentence.gold };
}

function baselines(index: HybridIndex, examples: GoldExample[]): Rankings {
  const of = (rank: (text: string) => number[]) =>
    examples.map((example) => ({
      ...headOf(example),
      rows: rank(example.sentence.text),
      probabilities: [],
    }));
  return {
    BM25: of((text) => rankByBm25(index, text)),
    coverage: of((text) => rankByCoverage(index, text)),
    'fusion: coverage, BM25': of((text) =>
      fuse([rankByCoverage(index, text), rankByBm25(index, text)]),
    ),
    'fusion: coverage, encoder': of((text) =>
      fuse([rankByCoverage(index, text), rankByWindows(index, text)]),
    ),
  };
}

function asking(list: RankedSentence[], set?: string): RankedSentence[] {
  return list.filter((one) => one.gold.length > 0 && (!set || one.set === set));
}

function percent(value: number): number {
  return Number((100 * value).toFixed(1));
}

function printRanking(rankings: Rankings, repeated: RankedSentence[][]) {
  console.log('\nRanking (RP@5 with its 95 % interval, RP@10, MRR)');
  const table: Record<string, Record<string, string>> = {};
  for (const [name, list] of Object.entries(rankings)) {
    table[name] = Object.fromEntries(sets.map((set) => [set, rankingOf(asking(list, set))]));
  }
  console.table(table);
  for (const set of sets) {
    const means = repeated.map((list) =>
      percent(mean(asking(list, set).map((one) => precisionAt(5, one)))),
    );
    console.log(`${set}: RP@5 of the hybrid by draw of folds: ${means.join(', ')}`);
  }
}

function rankingOf(list: RankedSentence[]): string {
  const five = list.map((one) => precisionAt(5, one));
  const [low, high] = interval(
    five,
    list.map(({ group }) => group),
  );
  const ten = mean(list.map((one) => precisionAt(10, one)));
  const first = mean(list.map(reciprocalRank));
  return `${percent(mean(five))} (${percent(low)}–${percent(high)})  ${percent(ten)}  ${percent(first)}`;
}

function printTests({ hybrid, ...others }: Rankings) {
  console.log('\nPaired tests of the hybrid: difference and p, whole groups changing sign');
  const table: Record<string, Record<string, string>> = {};
  for (const [name, other] of Object.entries(others)) {
    table[name] = {};
    for (const set of [...sets, undefined]) {
      for (const [measure, of] of [
        ['RP@5', (one: RankedSentence) => precisionAt(5, one)],
        ['MRR', reciprocalRank],
      ] as const) {
        const mine = asking(hybrid!, set);
        const theirs = asking(other, set);
        const differences = mine.map((one, at) => of(one) - of(theirs[at]!));
        const groups = mine.map(({ group }) => group);
        const p = pairedTest(differences, groups);
        table[name][`${set ?? 'both'} ${measure}`] =
          `${percent(mean(differences))}, p ${p.toFixed(4)}`;
      }
    }
  }
  console.table(table);
}

function printSets({ ranked, accept, balance }: Validated, draw: number) {
  console.log(
    `\nSets, draw ${draw + 1} of folds, thresholds chosen inside (sentences without anything on the list ` +
      'count too)',
  );
  const table: Record<string, Record<string, number>> = {};
  for (const set of [...sets, undefined]) {
    for (const [name, thresholds] of [
      ['best F1', balance],
      ['accepted', accept],
    ] as const) {
      const chosen = ranked
        .map((one, at) => ({ one, threshold: thresholds[at]! }))
        .filter(({ one }) => !set || one.set === set);
      const links = chosen
        .map(({ one, threshold }) => linksFrom([one], threshold))
        .reduce((sum, one) => ({
          right: sum.right + one.right,
          made: sum.made + one.made,
          wanted: sum.wanted + one.wanted,
        }));
      const { precision, recall, f1 } = ratesOf(links);
      table[`${set ?? 'both'}, ${name}`] = {
        precision: percent(precision),
        recall: percent(recall),
        F1: percent(f1),
        links: links.made,
      };
    }
  }
  console.table(table);
}

/** What recall each precision leaves: the deepest threshold that still holds it, over all sentences. */
function printAccepted(repeated: RankedSentence[][]) {
  console.log('\nRecall at a precision, both sets, by draw of folds (at least fifteen links)');
  const table: Record<string, Record<string, number>> = {};
  for (const least of [0.9, 0.85, 0.8, 0.7]) {
    table[least.toFixed(2)] = Object.fromEntries(
      repeated.map((list, at) => [`draw ${at + 1}`, percent(recallAt(list, least))]),
    );
  }
  console.table(table);
}

function recallAt(list: RankedSentence[], least: number): number {
  const links = list
    .flatMap(({ gold, rows, probabilities }) =>
      probabilities.map((probability, at) => ({ probability, right: gold.includes(rows[at]!) })),
    )
    .sort((a, b) => b.probability - a.probability);
  const wanted = list.reduce((sum, { gold }) => sum + gold.length, 0);
  let [right, best] = [0, 0];
  links.forEach((link, at) => {
    if (link.right) right += 1;
    if (at + 1 >= 15 && right / (at + 1) >= least) best = right / wanted;
  });
  return best;
}

function printCalibration(ranked: RankedSentence[]) {
  console.log('\nCalibration: what was said against what held');
  for (const [name, least] of [
    ['all candidates', 0],
    ['candidates of 0.1 and more', 0.1],
  ] as const) {
    const bins = reliability(ranked, least).filter(({ count }) => count > 0);
    console.log(`${name}: ECE ${calibrationError(bins).toFixed(3)}`);
    console.table(
      Object.fromEntries(
        bins.map(({ from, count, said, held }) => [
          `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
          { links: count, 'said %': percent(said / count), 'held %': percent(held / count) },
        ]),
      ),
    );
  }
}

function printSpans(examples: GoldExample[], ranked: RankedSentence[]) {
  console.log('\nSpans of right links among the first five, against the span marked for them');
  console.table(spanFigures(examples, ranked));
}

function printAblations(esco: Esco, gold: GoldSentence[], whole: RankedSentence[]) {
  console.log('\nAblations (the ranker trained anew each time; one draw of folds)');
  const table: Record<string, Record<string, string>> = {};
  const add = (name: string, list: RankedSentence[]) => {
    table[name] = Object.fromEntries(sets.map((set) => [set, rankingOf(asking(list, set))]));
  };
  add('whole', whole);
  for (const [name, options] of [
    ['without encoder', { encoder: false }],
    ['without descriptions', { descriptions: false }],
    ['without aliases', { aliases: false }],
  ] as const) {
    const index = buildHybridIndex(esco.concepts, esco.forms, options);
    const examples = readExamples(index, gold);
    add(name, crossValidate(examples, seed).ranked);
  }
  const index = buildHybridIndex(esco.concepts, esco.forms);
  const examples = readExamples(index, gold);
  add('without re-ranker (fusion)', baselines(index, examples)['fusion: coverage, encoder']!);
  console.table(table);
}
