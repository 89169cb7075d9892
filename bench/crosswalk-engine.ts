// Proposals of crosswalks by the engine and by names alone, against the official ESCO–O*NET crosswalk of
// roles, in one run. What judged a role was learnt from other groups of ISCO. The official crosswalk does
// not list everything that belongs together: precision is a lower bound.
//   npm run bench -- crosswalk-engine
import { likelihoodOf, relationOf } from '../server/src/crosswalks/engine/pair-model.ts';
import { proposePairs as proposeByNames } from '../server/src/crosswalks/lexical/propose-pairs.ts';
import type { Relation } from '../server/src/crosswalks/contract.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { learnPairs, readJudgedPairs } from './crosswalk-fit.ts';
import { readOfficialPairs } from './crosswalk-pairs.ts';
import { foldsOf } from './linking-fit.ts';

interface Made {
  role: number;
  confidence: number;
  relation: Relation;
  official: Relation | undefined;
}

const seed = 20_261_122;
const folds = 5;
const perRole = 5;

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(folder);

async function run(data: string) {
  const roles = await readJudgedPairs(data);
  const wanted = roles.reduce((sum, one) => sum + one.wanted, 0);
  const found = roles
    .flatMap(({ candidates }) => candidates)
    .filter(({ relation }) => relation).length;
  console.log(
    `${roles.length} roles of ESCO, ${wanted} pairs of the official crosswalk, of which ` +
      `${percent(found / wanted)} % are among the candidates of the engine`,
  );
  const made = { engine: byEngine(roles), names: await byNames(data) };
  console.table(
    Object.fromEntries(
      Object.entries(made).map(([name, list]) => [name, figuresOf(list, roles.length, wanted)]),
    ),
  );
  printCalibration(made.engine);
  printRelations(made.engine);
  const first = (list: Made[]) => hits(list, 1);
  if (first(made.engine) <= first(made.names)) {
    console.log('the engine is NOT better than names alone');
    process.exitCode = 1;
  }
}

function byEngine(roles: Awaited<ReturnType<typeof readJudgedPairs>>): Made[] {
  const fold = foldsOf(
    roles.map(({ group }) => group),
    folds,
    seed,
  );
  return Array.from({ length: folds }, (_, outer) => {
    const model = learnPairs(roles.filter((_, at) => fold[at] !== outer));
    return roles
      .filter((_, at) => fold[at] === outer)
      .flatMap(({ id, candidates }) =>
        candidates
          .map(({ features, relation, sameLabel }) => ({
            role: id,
            confidence: likelihoodOf(model, features),
            relation: sameLabel ? ('exact' as const) : relationOf(model, features),
            official: relation,
          }))
          .sort((a, b) => b.confidence - a.confidence)
          .slice(0, perRole),
      );
  }).flat();
}

async function byNames(data: string): Promise<Made[]> {
  const { esco, onet, relations } = await readOfficialPairs(data);
  return [...proposeByNames(esco, onet)].flat().map(({ from, to, confidence, relation }) => ({
    ...{ role: from, confidence, relation },
    official: relations.get(`${from} ${to}`),
  }));
}

function percent(value: number): number {
  return Number((100 * value).toFixed(1));
}

/** Roles of which one of the first so many proposals is official. */
function hits(made: Made[], first: number): number {
  return [...Map.groupBy(made, ({ role }) => role).values()].filter((list) =>
    list.slice(0, first).some(({ official }) => official),
  ).length;
}

function figuresOf(made: Made[], roles: number, wanted: number) {
  const ordered = made.toSorted((a, b) => b.confidence - a.confidence);
  const recall: Record<string, number> = {};
  let [right, best] = [0, 0];
  ordered.forEach(({ official }, at) => {
    if (official) right += 1;
    best = Math.max(best, (2 * right) / (at + 1 + wanted));
    for (const least of [0.9, 0.8, 0.7]) {
      if (at >= 20 && right / (at + 1) >= least) recall[`recall at ${least}`] = right / wanted;
    }
  });
  const linked = made.filter(({ official }) => official);
  const same = linked.filter(({ official, relation }) => official === relation).length;
  return {
    'first is official %': percent(hits(made, 1) / roles),
    'one of five %': percent(hits(made, perRole) / roles),
    'best F1': percent(best),
    ...Object.fromEntries(
      [0.9, 0.8, 0.7].map((least) => [
        `recall at ${least} %`,
        percent(recall[`recall at ${least}`] ?? 0),
      ]),
    ),
    'relation right %': percent(same / linked.length),
  };
}

function printCalibration(made: Made[]) {
  const bins = Array.from({ length: 10 }, (_, step) =>
    made.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === step),
  );
  const said = (bin: Made[]) => bin.reduce((sum, one) => sum + one.confidence, 0);
  const held = (bin: Made[]) => bin.filter(({ official }) => official).length;
  const error = bins.reduce((sum, bin) => sum + Math.abs(said(bin) - held(bin)), 0) / made.length;
  console.log(`\nConfidence of the engine against what held: ECE ${error.toFixed(3)}`);
  console.table(
    Object.fromEntries(
      bins.map((bin, step) => [
        `${(step / 10).toFixed(1)}–${((step + 1) / 10).toFixed(1)}`,
        {
          proposals: bin.length,
          'said %': percent(said(bin) / bin.length),
          'held %': percent(held(bin) / bin.length),
        },
      ]),
    ),
  );
}

function printRelations(made: Made[]) {
  console.log('\nRelation guessed (columns) where the official one is (rows)');
  const table: Record<string, Record<string, number>> = {};
  for (const { official, relation } of made) {
    if (!official) continue;
    table[official] ??= { exact: 0, narrower: 0, broader: 0, related: 0 };
    table[official][relation]! += 1;
  }
  console.table(table);
}
