import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DescribedItem } from './pool.ts';
import { proposePairs } from './propose-pairs.ts';
import { seekPairs } from './seek-pairs.ts';

const item = (
  id: number,
  names: string[],
  description: string,
  { language = 'en', isGroup = false } = {},
): DescribedItem => ({
  ...{ id, isGroup },
  names: names.map((form, at) => ({ form, language, isLabel: at === 0 })),
  descriptions: [description],
});

const welder = item(1, ['welder'], 'Joins pieces of metal with heat and filler wire.');
const from = [
  welder,
  item(2, ['database administrator', 'DBA'], 'Keeps databases running, safe and fast.'),
  item(3, ['software developer'], 'Writes, tests and repairs programs.'),
  item(4, ['beekeeper'], 'Keeps hives of bees and harvests honey.'),
];
const to = [
  item(11, ['welders and cutters'], 'Use heat to join or cut pieces of metal.'),
  item(12, ['database administrators'], 'Plan, protect and speed up databases.'),
  item(13, ['embedded software developer'], 'Writes programs for small devices.'),
  item(14, ['apiarist', 'bee keeper'], 'Looks after bees, their hives and the honey.'),
  item(15, ['accountant'], 'Keeps the books and draws up accounts.'),
];
const propose = (one: DescribedItem[], other: DescribedItem[]) => [...proposePairs(one, other)];

test('labels that are the same are exact and the surest, and the reason quotes them', () => {
  const [found] = propose(from, to)[1]!;
  assert.equal(found?.to, 12);
  assert.equal(found.relation, 'exact');
  assert.deepEqual(found.grounds.code, 'label-equals-label');
  assert.ok(found.confidence > 0.5);
});

test('another name counts, and what no name says the descriptions say', () => {
  const bees = propose(from, to)[3]!;
  assert.equal(bees[0]?.to, 14);
  assert.ok(propose(from, to)[0]!.some((one) => one.to === 11));
});

test('what has nothing in common is not proposed', () => {
  const all = propose(from, to).flat();
  assert.ok(all.every(({ to: other }) => other !== 15));
  assert.ok(all.every(({ confidence }) => confidence >= 0.2 && confidence <= 1));
});

test('at most five for an item, groups with groups alone, and names of two languages never equal', () => {
  const many = Array.from({ length: 9 }, (_, at) =>
    item(20 + at, ['welder', `welder ${at}`], 'Joins pieces of metal with heat.'),
  );
  assert.equal(propose([welder], many)[0]!.length, 5);
  const group = item(30, ['welder'], welder.descriptions[0]!, { isGroup: true });
  assert.deepEqual(propose([welder], [group]), [[]]);
  const other = item(31, ['welder'], 'Khác hẳn.', { language: 'vi' });
  assert.ok(
    propose([welder], [other])
      .flat()
      .every(({ relation }) => relation !== 'exact'),
  );
});

test('an empty framework has no pairs', () => {
  assert.deepEqual(propose([], to), []);
  assert.deepEqual(propose(from, []).flat(), []);
});

test('the same frameworks give the same pairs, in a thread of its own too', async () => {
  const here = propose(from, to).flat();
  assert.deepEqual(propose(from, to).flat(), here);
  const there: typeof here = [];
  let items = 0;
  for await (const found of seekPairs({ from, to })) {
    there.push(...found.proposals);
    items += found.items;
  }
  assert.deepEqual([there, items], [here, from.length]);
});

test('a search that is given up ends its thread', async () => {
  const ended = AbortSignal.abort();
  await assert.rejects(async () => {
    for await (const _ of seekPairs({ from, to }, ended)) assert.fail();
  });
});
