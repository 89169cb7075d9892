// Trains the search for crosswalks on the official ESCO–O*NET crosswalk of roles and writes its weights:
//   node bench/train-crosswalks.ts
import { mkdir, writeFile } from 'node:fs/promises';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { learnPairs, readJudgedPairs } from './crosswalk-fit.ts';

const folder = sharedData();
if (!folder) throw new Error('the shared data folder is absent: nothing to learn from');
const judged = await readJudgedPairs(folder);
const { together, relations } = learnPairs(judged);
const round = ({ bias, weights }: typeof together) => ({
  bias: Number(bias.toPrecision(6)),
  weights: Array.from(weights, (one) => Number(one.toPrecision(6))),
});
const target = new URL('../server/src/crosswalks/engine/weights/', import.meta.url);
await mkdir(target, { recursive: true });
const provenance = {
  trainedOn: new Date().toISOString().slice(0, 10),
  data: 'Official ESCO–O*NET crosswalk of September 2022 (roles), names and descriptions of ESCO 1.2.0 and O*NET 29.2',
  roles: judged.length,
};
const weights = {
  provenance,
  together: round(together),
  relations: Object.fromEntries(
    Object.entries(relations).map(([relation, judge]) => [relation, round(judge)]),
  ),
};
await writeFile(new URL('pairs.json', target), `${JSON.stringify(weights)}\n`);
console.log(provenance);
