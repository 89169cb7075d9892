import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitCurve, probabilityAt, SHIPPED, type Vote } from './platt.ts';
import { isProposal, propose } from './propose.ts';
import { weighVotes, type Pair } from './weigh-votes.ts';

const vote = fc.record({
  score: fc.double({ min: -14, max: 14, noNaN: true }),
  right: fc.boolean(),
  weight: fc.double({ min: 0.05, max: 10, noNaN: true }),
});
const votes = fc.array(vote, { maxLength: 200 });

test('without a vote the curve is the one that is shipped', () => {
  assert.deepEqual(fitCurve([]), SHIPPED);
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
      const said = probabilityAt(fitCurve([]), Math.log(p / (1 - p)));
      assert.ok(Math.abs(said - p) < 1e-12);
    }),
  );
});

test('whatever people say, a surer link stays surer and a probability stays between 0 and 1', () => {
  fc.assert(
    fc.property(votes, fc.array(fc.double({ min: -14, max: 14, noNaN: true })), (some, scores) => {
      const curve = fitCurve(some);
      assert.ok(curve.slope > 0 && Number.isFinite(curve.slope + curve.intercept));
      const said = scores.toSorted((a, b) => a - b).map((score) => probabilityAt(curve, score));
      said.forEach((p, at) => assert.ok(p >= 0 && p <= 1 && (at === 0 || p >= said[at - 1]!)));
    }),
    { numRuns: 300 },
  );
});

test('a single vote moves a probability by a tenth at most', () => {
  fc.assert(
    fc.property(vote, fc.double({ min: -4, max: 4, noNaN: true }), (one, score) => {
      const curve = fitCurve([{ ...one, score: one.score / 4, weight: 1 }]);
      const moved = probabilityAt(curve, score) - probabilityAt(SHIPPED, score);
      assert.ok(Math.abs(moved) <= 0.1, `${moved}`);
    }),
  );
});

test('more of the same votes never draw the curve back to the shipped one', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean(), (score, right) => {
      const at = (n: number) =>
        probabilityAt(fitCurve(Array<Vote>(n).fill({ score, right, weight: 1 })), score);
      const sign = right ? 1 : -1;
      const said = [0, 5, 20, 80].map(at);
      for (const [place, p] of said.entries()) {
        assert.ok(place === 0 || sign * (p - said[place - 1]!) >= -1e-9, said.join(' '));
      }
    }),
  );
});

test('many votes bring back the curve by which they were made', () => {
  const truth = { slope: 0.6, intercept: -0.8 };
  const pairs = drawn(6_000, truth);
  const found = fitCurve(pairs.map((pair) => ({ ...pair, right: pair.right!, weight: 1 })));
  assert.ok(Math.abs(found.slope - truth.slope) < 0.05, `${found.slope}`);
  assert.ok(Math.abs(found.intercept - truth.intercept) < 0.1, `${found.intercept}`);
});

test('where only the uncertain were asked, weights make up for it and promise no more than was asked', () => {
  const pairs = drawn(2_000, { slope: 0.6, intercept: -0.8 }).map((pair, at) => ({
    ...pair,
    right: Math.abs(pair.score) < 1 || at % 10 === 0 ? pair.right : null,
  }));
  const weighed = weighVotes(pairs);
  const mean = (of: readonly { score: number; weight?: number }[]) =>
    of.reduce((sum, { score, weight = 1 }) => sum + Math.abs(score) * weight, 0) /
    of.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const alone = weighed.map(({ score }) => ({ score }));
  assert.ok(mean(pairs) - mean(alone) > 0.4, 'the uncertain were asked');
  assert.ok(Math.abs(mean(pairs) - mean(weighed)) < 0.15, 'weighed they stand for all');
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  assert.ok(sum > 0 && sum <= weighed.length);
});

test('with fewer than 50 votes, or fewer than 10 of a kind, nothing is proposed', () => {
  const few = drawn(49, SHIPPED);
  assert.ok(!isProposal(propose(few)));
  const onlyRight = drawn(200, SHIPPED).map((pair) => ({ ...pair, right: true }));
  assert.deepEqual(propose(onlyRight), { votes: 200, right: 200 });
  assert.ok(!isProposal(propose([])));
});

test('a linker that is too sure of itself is found out, and the error falls on votes not seen', () => {
  const found = propose(drawn(800, { slope: 0.5, intercept: -1 }));
  assert.ok(isProposal(found));
  assert.ok(found.errorBefore > 0.15 && found.errorAfter < 0.07, JSON.stringify(found));
  assert.equal(found.mayAccept, false, 'nothing was right in nine of ten cases');
});

/** Pairs whose votes follow a curve; the same each time. */
function drawn(n: number, truth: typeof SHIPPED): Pair[] {
  let state = 20261122;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: n }, (_, at) => {
    const score = (random() + random() + random() - 1.5) * 3.2;
    const right = random() < probabilityAt(truth, score);
    return { normalised: `surface ${at}`, score, links: 1 + (at % 12), right };
  });
}
