import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wilson } from '../precision/wilson.ts';
import { agreementOf, cohensKappa } from './agreement.ts';

const near = (a: number, b: number, within = 1e-6) =>
  assert.ok(Math.abs(a - b) < within, `${a} ${b}`);

test('kappa and its interval are what the definition and the delta method give', () => {
  const counts = [20, 5, 10, 15];
  const n = 50;
  const kappaOf = ([a, b, c, d]: number[]) => {
    const sum = a! + b! + c! + d!;
    const chance = ((a! + b!) * (a! + c!) + (c! + d!) * (b! + d!)) / sum ** 2;
    return ((a! + d!) / sum - chance) / (1 - chance);
  };
  // variance of a function of multinomial shares: (Σ p g² − (Σ p g)²) ÷ n, g by small differences
  const shares = counts.map((count) => count / n);
  const step = 1e-6;
  const slopes = shares.map((_, at) => {
    const moved = (by: number) =>
      kappaOf(shares.map((share, other) => share + (other === at ? by : 0)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
  const mean = shares.reduce((sum, share, at) => sum + share * slopes[at]!, 0);
  const square = shares.reduce((sum, share, at) => sum + share * slopes[at]! ** 2, 0);
  const error = Math.sqrt((square - mean ** 2) / n);
  const kappa = cohensKappa([
    [20, 5],
    [10, 15],
  ])!;
  near(kappa.value, 0.4);
  near(kappa.high - kappa.low, 2 * 1.959964 * error, 1e-6);
});

test('kappa never leaves its interval, nor −1…1, and does not depend on who came first', () => {
  const count = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const kappa = cohensKappa([
        [a, b],
        [c, d],
      ]);
      if (!kappa) return;
      assert.ok(kappa.low <= kappa.value + 1e-9 && kappa.value <= kappa.high + 1e-9);
      assert.ok(kappa.low >= -1 && kappa.high <= 1);
      const turned = cohensKappa([
        [a, c],
        [b, d],
      ])!;
      near(kappa.value, turned.value);
      near(kappa.low, turned.low);
    }),
  );
});

test('where all said the same there is agreement and no kappa', () => {
  const all = { bothAccept: 30, onlyFirstAccepts: 0, onlySecondAccepts: 0, bothReject: 0 };
  const said = agreementOf(all);
  assert.equal(said.agreement?.value, 1);
  assert.ok(said.agreement!.low < 0.9, 'thirty equal verdicts do not prove that all are equal');
  assert.equal(said.kappa, null);
});

test('below twenty pairs of verdicts nothing is said', () => {
  const few = { bothAccept: 10, onlyFirstAccepts: 4, onlySecondAccepts: 0, bothReject: 5 };
  assert.deepEqual(agreementOf(few), {
    n: 19,
    least: 20,
    table: few,
    agreement: null,
    kappa: null,
  });
  assert.ok(agreementOf({ ...few, bothReject: 6 }).kappa !== null);
});

test('the interval of a share is Wilson’s', () => {
  // Newcombe 1998, table I: 81 of 263
  near(wilson(81, 263).low, 0.2553, 1e-4);
  near(wilson(81, 263).high, 0.3662, 1e-4);
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 });
});
