import assert from 'node:assert/strict';
import { test } from 'node:test';
import { competencyShares } from './shares.ts';

const vacancy = (
  employerKey: string,
  competencyIds: number[],
  competencyIdsByText: number[] = [],
) => ({
  vacancyId: 0,
  employerKey,
  competencyIds,
  competencyIdsByText,
});

test('the share of a competency is the vacancies that ask for it over all vacancies', () => {
  const shares = competencyShares([
    vacancy('a', [1, 2], [2]),
    vacancy('b', [1]),
    vacancy('c', [1, 3], [1, 3]),
    vacancy('c', []),
  ]);
  assert.deepEqual(
    shares.map(({ competencyId, vacancies, share, shareByText }) => [
      competencyId,
      vacancies,
      share.value,
      shareByText,
    ]),
    [
      [1, 3, 0.75, 0.25],
      [2, 1, 0.25, 0.25],
      [3, 1, 0.25, 0.25],
    ],
  );
});

test('an employer that posts a lot widens the interval, since its vacancies count as one choice', () => {
  const spread = Array.from({ length: 40 }, (_, index) =>
    vacancy(`e${index}`, index % 2 ? [1] : []),
  );
  const lumped = spread.map((one, index) => ({ ...one, employerKey: `e${index % 2}${index % 4}` }));
  const width = (vacancies: typeof spread) => {
    const { low, high } = competencyShares(vacancies)[0]!.share;
    return high - low;
  };
  assert.ok(width(lumped) > 2 * width(spread));
});

test('the interval is the same at every computation', () => {
  const vacancies = Array.from({ length: 30 }, (_, index) => vacancy(`e${index % 7}`, [index % 3]));
  assert.deepEqual(competencyShares(vacancies), competencyShares(vacancies.toReversed()));
});
