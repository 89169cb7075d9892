// Trains what the hybrid tier learns from labelled sentences and writes it beside the engine:
//   node bench/train-linker.ts [gate tagger standing ranker]
// Gate, tagger and standing learn from SkillSpan's lines, without any that shares words with a validation
// sentence; the ranker and its calibration learn from all validation sentences. One process; a minute.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Calibration, DocumentType } from '../server/src/linking/hybrid/calibration.ts';
import { gateProbability, type Gate } from '../server/src/linking/hybrid/gate.ts';
import { buildHybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import type { Provenance } from '../server/src/linking/hybrid/model.ts';
import { tag, taggedSpans, type Tags } from '../server/src/linking/hybrid/tagger.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { readExamples } from './linking-examples.ts';
import { calibrateUnseen, fit, foldsOf } from './linking-fit.ts';
import { readOwnFramework, readOwnGold } from './linking-own-gold.ts';
import { standingFrom } from './linking-standing.ts';
import { readEsco, readGold } from './linking-gold.ts';
import {
  asksForAnything,
  quantise,
  quantiseTagger,
  readMarked,
  stretchesOf,
  trainGate,
  trainTagger,
  type MarkedLine,
} from './linking-skillspan.ts';

const seed = 20_261_122;
const gateRecall = 0.98;
const folder = sharedData();
if (!folder) throw new Error('the shared data folder is absent: nothing to learn from');
const parts = process.argv.slice(2);
const wanted = (part: string) => parts.length === 0 || parts.includes(part);

const esco = await readEsco(folder);
const gold = await readGold(folder, esco.labels);
const skillSpan =
  'SkillSpan (Zhang et al., NAACL 2022; MIT), training and development lines without the validation ' +
  'sentences, pieces of them, and lines that hold one';
if (wanted('gate') || wanted('tagger') || wanted('standing')) {
  const texts = gold.map(({ text }) => text);
  const lines = [
    ...(await readMarked(folder, 'train', texts)),
    ...(await readMarked(folder, 'dev', texts)),
  ];
  if (wanted('gate')) await write('gate', gateOf(lines), skillSpan, gateFigures(lines));
  if (wanted('tagger') || wanted('standing')) {
    const { weights, ...tagger } = quantiseTagger(trainTagger(lines, seed));
    const read = readByOthers(lines);
    await write(
      'tagger',
      { ...tagger, weights: Buffer.from(Int8Array.from(weights)).toString('base64') },
      skillSpan,
      taggerFigures(lines, read),
    );
    const index = buildHybridIndex(esco.concepts, esco.forms);
    const { standing, figures } = standingFrom(index, lines, read, seed);
    await write('standing', standing, `${skillSpan}; ESCO 1.1.0 labels`, figures);
  }
}
if (wanted('ranker')) {
  const index = buildHybridIndex(esco.concepts, esco.forms);
  const examples = readExamples(index, gold);
  const { ranker, calibration, blend } = fit(examples, seed);
  const rounded = { ...ranker, ...roundAll(ranker) };
  const own = await readOwnFramework();
  const ownIndex = buildHybridIndex(own.concepts, own.forms);
  const ownLines = async (name: 'gold' | 'english') =>
    readExamples(ownIndex, await readOwnGold(folder, name, own.codes));
  const vietnamese = await ownLines('gold');
  const english = await ownLines('english');
  const byVietnamese = calibrateUnseen(rounded, vietnamese, seed);
  const byEnglish = calibrateUnseen(rounded, english, seed);
  const count = (type: DocumentType) =>
    vietnamese.filter(({ sentence }) => sentence.set === type).length;
  const calibrations: Calibration[] = [
    { ...kindOf('en', 'advertisement', 'large'), ...calibration },
    { ...kindOf('en', 'syllabus', 'large'), ...calibration, sentences: 0 },
    { ...kindOf('vi', 'advertisement', 'large'), ...calibration, sentences: 0 },
    { ...kindOf('vi', 'syllabus', 'large'), ...calibration, sentences: 0 },
    { ...kindOf('en', 'advertisement', 'small'), ...byEnglish },
    { ...kindOf('en', 'syllabus', 'small'), ...byEnglish, sentences: 0 },
    {
      ...kindOf('vi', 'advertisement', 'small'),
      ...byVietnamese,
      sentences: count('advertisement'),
    },
    { ...kindOf('vi', 'syllabus', 'small'), ...byVietnamese, sentences: count('syllabus') },
  ];
  const data =
    'ranker and large frameworks: ESCO annotations of SkillSpan sentences (Decorte et al. 2022), HOUSE ' +
    'and TECH validation, ESCO 1.1.0 labels; small frameworks: bench/gold, annotated by programs, ' +
    `NHIP-DC ${own.version}`;
  await write('ranker', { ranker: rounded, calibrations: calibrations.map(roundFit) }, data, {
    sentences: examples.length,
    blend,
    vietnameseLines: vietnamese.length,
    englishLines: english.length,
  });
}

function kindOf(
  language: Calibration['language'],
  documentType: DocumentType,
  size: Calibration['size'],
) {
  return { language, documentType, size };
}

function roundFit(one: Calibration): Calibration {
  const round = (value: number) => Number(value.toPrecision(6));
  return { ...one, bias: round(one.bias), weights: Array.from(one.weights, round) };
}

/** What a tagger that had not seen it says of each line. */
function readByOthers(lines: MarkedLine[]): Tags[] {
  const folds = foldsOf(
    lines.map((_, at) => at),
    5,
    seed,
  );
  const tags: Tags[] = [];
  for (let fold = 0; fold < 5; fold += 1) {
    const seen = lines.filter((_, at) => folds[at] !== fold);
    const tagger = quantiseTagger(trainTagger(seen, seed));
    lines.forEach(({ line }, at) => {
      if (folds[at] === fold) tags[at] = tag(tagger, line);
    });
  }
  return tags;
}

/** The threshold that 98 of 100 asking lines pass which the gate had not seen. */
function gateOf(train: MarkedLine[]): Gate {
  const folds = foldsOf(
    train.map((_, at) => at),
    5,
    seed,
  );
  const asking = [0, 1, 2, 3, 4].flatMap((fold) => {
    const weights = trainGate(
      train.filter((_, at) => folds[at] !== fold),
      seed,
    );
    return train
      .filter((marked, at) => folds[at] === fold && asksForAnything(marked))
      .map(({ line }) => gateProbability({ weights, scale: 1, threshold: 0 }, line));
  });
  asking.sort((a, b) => a - b);
  const threshold = asking[Math.floor(asking.length * (1 - gateRecall))]!;
  return { ...quantise(trainGate(train, seed)), threshold };
}

function gateFigures(lines: MarkedLine[]) {
  const folds = foldsOf(
    lines.map((_, at) => at),
    5,
    seed,
  );
  const gate = gateOf(lines.filter((_, at) => folds[at] !== 0));
  const unseen = lines.filter((_, at) => folds[at] === 0);
  const passes = ({ line }: MarkedLine) => gateProbability(gate, line) >= gate.threshold;
  const asking = unseen.filter(asksForAnything);
  return {
    lines: lines.length,
    unseenLines: unseen.length,
    unseenRecall: share(asking.filter(passes).length, asking.length),
    unseenDropped: share(unseen.filter((marked) => !passes(marked)).length, unseen.length),
  };
}

function taggerFigures(lines: MarkedLine[], read: Tags[]) {
  const sums = { right: 0, made: 0, wanted: 0 };
  lines.forEach(({ skills, knowledge }, at) => {
    const made = new Set(taggedSpans(read[at]!).map(({ first, last }) => `${first} ${last}`));
    const marked = new Set(
      [...stretchesOf(skills), ...stretchesOf(knowledge)].map(
        ({ first, last }) => `${first} ${last}`,
      ),
    );
    sums.right += made.intersection(marked).size;
    sums.made += made.size;
    sums.wanted += marked.size;
  });
  return { lines: lines.length, unseenSpanF1: share(2 * sums.right, sums.made + sums.wanted) };
}

function share(part: number, of: number): number {
  return Math.round((1000 * part) / of) / 1000;
}

function roundAll({ mean, deviation, networks, lift }: ReturnType<typeof fit>['ranker']) {
  const round = (list: ArrayLike<number>) => Array.from(list, (one) => Number(one.toPrecision(6)));
  return {
    mean: round(mean),
    deviation: round(deviation),
    networks: networks.map(round),
    lift: round(lift),
  };
}

async function write(
  name: string,
  weights: object,
  data: string,
  figures: Provenance['figures'],
): Promise<void> {
  const provenance: Provenance = {
    trainedOn: new Date().toISOString().slice(0, 10),
    data,
    seed,
    figures,
  };
  const target = new URL('../server/src/linking/hybrid/weights/', import.meta.url);
  await mkdir(target, { recursive: true });
  await writeFile(
    new URL(`${name}.json`, target),
    `${JSON.stringify({ provenance, ...weights })}\n`,
  );
  console.log(name, figures);
}
