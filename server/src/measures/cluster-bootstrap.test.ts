import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterDraws, percentileInterval } from './cluster-bootstrap.ts';

test('every draw takes as many clusters as there are', () => {
  for (const weights of clusterDraws(7, 50, 1)) {
    assert.equal(
      weights.reduce((sum, weight) => sum + weight, 0),
      7,
    );
  }
});

test('the same seed gives the same draws and another seed gives others', () => {
  const draw = (seed: number) => [...clusterDraws(20, 3, seed)].map((weights) => weights.join());
  const copies = (seed: number) => {
    const all: string[] = [];
    for (const weights of clusterDraws(20, 3, seed)) all.push(weights.join());
    return all;
  };
  assert.deepEqual(copies(5), copies(5));
  assert.notDeepEqual(copies(5), copies(6));
  assert.equal(draw(5).length, 3);
});

test('the interval of a mean over unequal clusters covers the truth about as often as it says', () => {
  // 400 samples of 60 clusters of size 1–5 whose values share a cluster effect; the true mean is 0.5
  let covered = 0;
  const samples = 400;
  for (let sample = 0; sample < samples; sample++) {
    const [shape] = clusterDraws(60, 1, 1000 + sample);
    const clusters = [...shape!].map((weight, index) => {
      const size = 1 + (weight % 5);
      const value = pseudo(sample * 61 + index) < 0.5 ? 1 : 0;
      return { size, value };
    });
    const means = new Float64Array(300);
    let draw = 0;
    for (const weights of clusterDraws(60, 300, sample)) {
      let total = 0;
      let ones = 0;
      clusters.forEach(({ size, value }, index) => {
        total += weights[index]! * size;
        ones += weights[index]! * size * value;
      });
      means[draw++] = ones / total;
    }
    const { low, high } = percentileInterval(means);
    if (low <= 0.5 && 0.5 <= high) covered++;
  }
  assert.ok(covered / samples > 0.9 && covered / samples < 0.985, String(covered / samples));
});

function pseudo(n: number): number {
  const x = Math.sin(n * 12.9898) * 43758.5453;
  return x - Math.floor(x);
}
