import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkView } from '@nhip/server/demand/contract.ts';
import { byCompetency, linkPairs, neighbour, withVerdict } from './link-pairs.ts';

function link(part: Partial<LinkView> & { id: number }): LinkView {
  return {
    competency: {
      id: 1,
      code: 'T-K8S',
      kind: 'tool',
      label: { vi: 'Kubernetes', en: 'Kubernetes' },
      areaCode: null,
    },
    field: 'text',
    ordinal: 0,
    start: 0,
    end: 3,
    surface: 'k8s',
    normalised: 'k8s',
    method: 'exact',
    form: 'k8s',
    band: 'accepted',
    probability: 0.98,
    level: null,
    reasons: [],
    verdict: null,
    counts: true,
    ...part,
  };
}

const links = [
  link({ id: 1, start: 40 }),
  link({ id: 2, start: 10 }),
  link({ id: 3, normalised: 'kubernetes', surface: 'Kubernetes', field: 'title' }),
];

test('the places of one way of writing are one thing to decide', () => {
  const pairs = linkPairs(links);
  assert.deepEqual(
    pairs.map((pair) => [pair.normalised, pair.links.map((one) => one.id)]),
    [
      ['kubernetes', [3]],
      ['k8s', [2, 1]],
    ],
  );
  assert.equal(byCompetency(pairs).length, 1);
});

test('a verdict reaches every place of its way of writing and no other', () => {
  const { links: after } = withVerdict({ links }, '1 k8s', 'reject');
  assert.deepEqual(
    after.map((one) => one.verdict),
    ['reject', 'reject', null],
  );
  assert.deepEqual(
    after.map((one) => one.counts),
    [false, false, true],
  );
});

test('what waits for a person counts once it is accepted, and no more when that is taken back', () => {
  const waiting = { links: [link({ id: 1, band: 'review', counts: false })] };
  const counts = (verdict: LinkView['verdict']) =>
    withVerdict(waiting, '1 k8s', verdict).links[0]?.counts;
  assert.deepEqual([counts('accept'), counts('reject'), counts(null)], [true, false, false]);
});

test('moving through the list stops at its ends', () => {
  const pairs = linkPairs(links);
  assert.equal(neighbour(pairs, undefined, 1)?.normalised, 'kubernetes');
  assert.equal(neighbour(pairs, '1 k8s', 1)?.normalised, 'k8s');
  assert.equal(neighbour(pairs, '1 k8s', -1)?.normalised, 'kubernetes');
  assert.equal(neighbour([], undefined, 1), undefined);
});
