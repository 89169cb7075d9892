import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Proposal } from '../lexical/propose-pairs.ts';
import type { DescribedItem } from './pool.ts';
import { proposePairs } from './propose-pairs.ts';

/** What the thread says: proposals of some more items, or that it has done all of them. */
export type Found = { items: number; proposals: Proposal[] } | 'done';

export interface Sought {
  from: DescribedItem[];
  to: DescribedItem[];
}

if (process.platform === 'linux') setPriority(0, 10);

const BETWEEN = 50;
const { from, to } = workerData as Sought;
let items = 0;
let proposals: Proposal[] = [];
const say = (found: Found) => parentPort!.postMessage(found);
for (const found of proposePairs(from, to)) {
  items += 1;
  proposals.push(...found);
  if (items < BETWEEN) continue;
  say({ items, proposals });
  items = 0;
  proposals = [];
}
say({ items, proposals });
say('done');
