import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestLabels, labels, likelihood, passage, readChain, stretchLikelihood } from './chain.ts';

const number = fc.integer({ min: -30, max: 30 }).map((value) => value / 10);
const chain = fc
  .record({
    emissions: fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 5 }),
    transitions: fc.array(number, { minLength: 9, maxLength: 9 }),
  })
  .map(({ emissions, transitions }) => readChain(Float64Array.from(emissions.flat()), transitions));

/** Every labelling of so many tokens, with its weight. */
function labellings({ length, emissions, transitions }: ReturnType<typeof readChain>) {
  return Array.from({ length: labels ** length }, (_, code) => {
    const path = Array.from({ length }, (_, at) => Math.floor(code / labels ** at) % labels);
    const weight = path.reduce(
      (sum, to, at) =>
        sum + passage(transitions, at === 0 ? 0 : path[at - 1]!, to) + emissions[at * labels + to]!,
      0,
    );
    return { path, weight: Math.exp(weight) };
  });
}

const near = (one: number, other: number) => assert.ok(Math.abs(one - other) < 1e-9);

test('how likely a label and a stretch are is what counting every labelling gives', () => {
  fc.assert(
    fc.property(chain, fc.nat(), fc.nat(), (read, from, more) => {
      const all = labellings(read);
      const total = all.reduce((sum, { weight }) => sum + weight, 0);
      const share = (holds: (path: number[]) => boolean) =>
        all.filter(({ path }) => holds(path)).reduce((sum, { weight }) => sum + weight, 0) / total;
      const first = from % read.length;
      const last = first + (more % (read.length - first));
      for (let label = 0; label < labels; label += 1) {
        near(
          likelihood(read, first, label),
          share((path) => path[first] === label),
        );
      }
      const isStretch = (path: number[]) =>
        path[first] === 1 &&
        path.slice(first + 1, last + 1).every((label) => label === 2) &&
        path[last + 1] !== 2;
      near(stretchLikelihood(read, first, last), share(isStretch));
    }),
  );
});

test('the labels chosen are the likeliest, and inside never follows outside', () => {
  fc.assert(
    fc.property(chain, (read) => {
      const best = bestLabels(read);
      const all = labellings(read);
      const most = Math.max(...all.map(({ weight }) => weight));
      const chosen = all.find(({ path }) => path.join() === best.join())!;
      near(chosen.weight / most, 1);
      assert.ok(best.every((label, at) => label !== 2 || (best[at - 1] ?? 0) !== 0));
    }),
  );
});

test('a line without words has no labels', () => {
  assert.deepEqual(bestLabels(readChain(new Float64Array(0), new Float64Array(9))), []);
});
