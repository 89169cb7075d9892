import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupIntoVacancies, sameVacancy, type Posting } from './vacancies.ts';

const posting = (postedOn: string, change: Partial<Posting> = {}): Posting => ({
  employerKey: 'sao mai',
  titleKey: 'ky su java',
  regionId: 1,
  postedOn,
  ...change,
});
const day = (offset: number) =>
  new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

test('A job posted again within sixty days is the same vacancy, later it is a new one', () => {
  assert.equal(sameVacancy(posting('2026-01-01'), posting('2026-03-02')), true);
  assert.equal(sameVacancy(posting('2026-01-01'), posting('2026-03-03')), false);
});

test('Another employer, title or region is another vacancy', () => {
  const last = posting('2026-01-01');
  for (const change of [{ employerKey: 'ben cau' }, { titleKey: 'ky su qa' }, { regionId: 2 }]) {
    assert.equal(sameVacancy(last, posting('2026-01-02', change)), false);
  }
});

test('Sixty days count from the last posting, not from the first', () => {
  const postings = ['2026-01-01', '2026-02-20', '2026-04-10'].map((on) => posting(on));
  assert.equal(groupIntoVacancies(postings).length, 1);
  assert.equal(groupIntoVacancies([postings[0]!, postings[2]!]).length, 2);
});

test('The vacancies do not depend on the order in which postings arrive', () => {
  const one = fc.record({
    employerKey: fc.constantFrom('a', 'b'),
    titleKey: fc.constantFrom('x', 'y'),
    regionId: fc.constantFrom(1, 2),
    postedOn: fc.integer({ min: 0, max: 400 }).map(day),
  });
  const shape = (postings: Posting[]) =>
    groupIntoVacancies(postings)
      .map((members) => JSON.stringify(members))
      .sort();
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.nat(), (postings, seed) => {
      const shuffled = [...postings].sort(
        (a, b) =>
          ((JSON.stringify(a).length * 31 + seed) % 7) -
          ((JSON.stringify(b).length * 31 + seed) % 7),
      );
      assert.deepEqual(shape(shuffled.reverse()), shape(postings));
    }),
  );
});

test('Within a vacancy no two postings in a row lie more than sixty days apart, between vacancies all do', () => {
  const dates = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 25 });
  fc.assert(
    fc.property(dates, (offsets) => {
      const vacancies = groupIntoVacancies(offsets.map((offset) => posting(day(offset))));
      assert.equal(vacancies.flat().length, offsets.length);
      const days = (on: string) => Date.parse(on) / 86_400_000;
      vacancies.forEach((members, index) => {
        members.slice(1).forEach((next, at) => {
          assert.ok(days(next.postedOn) - days(members[at]!.postedOn) <= 60);
        });
        const following = vacancies[index + 1]?.[0];
        if (following) {
          assert.ok(days(following.postedOn) - days(members.at(-1)!.postedOn) > 60);
        }
      });
    }),
  );
});
