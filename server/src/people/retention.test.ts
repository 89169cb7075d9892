import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths } from './dates.ts';
import { isDue, mustStay, termOf, type RetentionRule } from './retention.ts';

const TODAY = '2026-11-22';
const ENDED = { holding: 'affiliation', organisationId: 7, endedOn: '2026-01-31' };

test('without a rule nothing is erased by itself, and nothing forbids an erasure', () => {
  const term = termOf([], ENDED, TODAY);
  assert.deepEqual(term, { until: null, months: null, obligation: null });
  assert.equal(mustStay(term, TODAY), false);
  assert.equal(isDue(term, TODAY), false);
});

test('a rule counts from the end of what is held; while that goes on there is no date', () => {
  const rules = [rule({ months: 24 })];
  assert.equal(termOf(rules, ENDED, TODAY).until, '2028-01-31');
  assert.equal(termOf(rules, { ...ENDED, endedOn: null }, TODAY).until, null);
  assert.equal(termOf(rules, { ...ENDED, endedOn: null }, TODAY).months, 24);
});

test('an organisation’s own rule comes before the one for all, be it shorter or longer', () => {
  const forAll = rule({ months: 24 });
  for (const months of [3, 60]) {
    const own = rule({ organisationId: 7, months });
    assert.equal(termOf([forAll, own], ENDED, TODAY).months, months);
    assert.equal(termOf([forAll, own], { ...ENDED, organisationId: 8 }, TODAY).months, 24);
  }
});

test('of obligations the longest counts, and no shorter rule of an organisation gets round it', () => {
  const law = rule({ months: 60, obligatory: true });
  const term = termOf(
    [law, rule({ organisationId: 7, months: 12, obligatory: true }), rule({ organisationId: 7 })],
    ENDED,
    TODAY,
  );
  assert.equal(term.obligation?.rule, law);
  assert.equal(term.until, '2031-01-31');
  assert.equal(mustStay(term, TODAY), true);
  assert.equal(mustStay(term, '2031-01-31'), false);
  assert.equal(isDue(term, '2031-01-30'), false);
  assert.equal(isDue(term, '2031-01-31'), true);
});

test('an obligation on what still goes on has no end yet, and forbids', () => {
  const term = termOf([rule({ obligatory: true })], { ...ENDED, endedOn: null }, TODAY);
  assert.equal(mustStay(term, '2099-01-01'), true);
});

test('a rule holds from its first day to the day before its end, for its own kind only', () => {
  const dated = rule({ validFrom: '2026-11-22', validTo: '2026-12-01' });
  const months = (today: string) => termOf([dated], ENDED, today).months;
  assert.deepEqual(['2026-11-21', '2026-11-22', '2026-11-30', '2026-12-01'].map(months), [
    null,
    12,
    12,
    null,
  ]);
  assert.equal(termOf([dated], { ...ENDED, holding: 'consent' }, TODAY).months, null);
});

test('months end on the last day of a shorter month', () => {
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
  assert.equal(addMonths('2027-12-31', 2), '2028-02-29');
  assert.equal(addMonths('2026-11-22', 24), '2028-11-22');
  assert.equal(addMonths('2026-11-22', 0), '2026-11-22');
});

function rule(changes: Partial<RetentionRule> = {}): RetentionRule {
  return {
    id: 1,
    organisationId: null,
    holding: 'affiliation',
    months: 12,
    obligatory: false,
    basis: 'Quy chế thử',
    source: 'Điều 1',
    validFrom: '2026-01-01',
    validTo: null,
    ...changes,
  };
}
