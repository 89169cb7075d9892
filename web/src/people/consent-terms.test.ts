import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Consent, MyConsents } from '@nhip/server/people/contract.ts';
import { canBeRepeated, repeated } from './consent-terms.ts';
import { addMonths, today } from './days.ts';

const inAYear = addMonths(today(), 12);
const withdrawn: Consent = {
  id: 1,
  personId: 1,
  organisation: { id: 7, name: { vi: 'Nơi thử', en: null }, fictional: true },
  purpose: 'recruitment',
  dataKinds: ['name'],
  wordingVersion: 'w1',
  givenAt: '2026-11-01T00:00:00.000Z',
  expiresAt: `${inAYear}T17:00:00.000Z`,
  withdrawnAt: '2026-11-20T00:00:00.000Z',
  state: 'withdrawn',
  sentence: { vi: '', en: '' },
};
const mine = (change: Partial<MyConsents> = {}): MyConsents => ({
  consents: [withdrawn],
  offers: [
    { purpose: 'recruitment', wordingVersion: 'w1', wording: { vi: '', en: '' }, dataKinds: [] },
  ],
  ...change,
});

test('What was withdrawn can be given once more, to the same last day', () => {
  assert.ok(canBeRepeated(withdrawn, mine()));
  assert.equal(repeated(withdrawn).until, inAYear);
});

test('Words that have been replaced have to be read before they are agreed to', () => {
  const [offer] = mine().offers;
  assert.ok(!canBeRepeated(withdrawn, mine({ offers: [{ ...offer!, wordingVersion: 'w2' }] })));
});

test('What has expired, or stands already, is not given once more', () => {
  const past = { ...withdrawn, expiresAt: '2026-01-01T17:00:00.000Z' };
  assert.ok(!canBeRepeated(past, mine()));
  const other = { ...withdrawn, id: 2, state: 'valid' as const };
  assert.ok(!canBeRepeated(withdrawn, mine({ consents: [withdrawn, other] })));
});
