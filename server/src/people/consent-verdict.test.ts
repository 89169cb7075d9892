import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consentVerdict, type ConsentRow } from './consent-verdict.ts';
import { consentFault } from './consents.ts';
import { CONSENT_WORDING_VERSION } from './consent-words.ts';

const NOW = new Date('2026-11-22T05:00:00Z');
const WANTED = { organisationId: 7, purpose: 'recruitment', dataKind: 'contact' };

test('a consent to this organisation, for this purpose, to this kind of data, allows the read', () => {
  assert.equal(consentVerdict([consent()], WANTED, NOW), 'allowed');
});

test('silence is not consent', () => {
  assert.equal(consentVerdict([], WANTED, NOW), 'never-given');
});

test('a consent to another organisation, for another purpose or to other data allows nothing', () => {
  for (const other of [
    { organisationId: 8 },
    { purpose: 'training' },
    { dataKinds: ['name', 'affiliations'] },
  ]) {
    assert.equal(consentVerdict([consent(other)], WANTED, NOW), 'never-given');
  }
});

test('a consent ends at the moment of its expiry and at that of its withdrawal', () => {
  assert.equal(consentVerdict([consent({ expiresAt: NOW })], WANTED, NOW), 'expired');
  assert.equal(consentVerdict([consent({ withdrawnAt: NOW })], WANTED, NOW), 'withdrawn');
  const later = new Date(NOW.getTime() + 1);
  assert.equal(consentVerdict([consent({ expiresAt: later })], WANTED, NOW), 'allowed');
});

test('a new consent stands beside an old one that has ended; of ended ones the latest says why', () => {
  const withdrawn = consent({ withdrawnAt: NOW, givenAt: new Date('2026-03-01') });
  const expired = consent({ expiresAt: NOW, givenAt: new Date('2026-04-01') });
  assert.equal(consentVerdict([withdrawn, expired], WANTED, NOW), 'expired');
  assert.equal(consentVerdict([withdrawn, consent()], WANTED, NOW), 'allowed');
});

test('a consent cannot be given for what does not rest on consent, to data that do not serve, in old words or beyond 24 months', () => {
  const today = '2026-11-22';
  const wanted = {
    organisationId: 7,
    purpose: 'recruitment',
    dataKinds: ['contact'],
    wordingVersion: CONSENT_WORDING_VERSION,
    until: '2028-11-22',
  };
  assert.equal(consentFault(wanted, today), undefined);
  assert.equal(consentFault({ ...wanted, until: '2028-11-23' }, today), 'until');
  assert.equal(consentFault({ ...wanted, until: '2026-11-21' }, today), 'until');
  assert.equal(consentFault({ ...wanted, wordingVersion: '2025-01' }, today), 'wording');
  assert.equal(consentFault({ ...wanted, dataKinds: ['contact', 'health'] }, today), 'data-kinds');
  const planning = { ...wanted, purpose: 'workforce-planning' };
  assert.equal(consentFault(planning, today), 'data-kinds');
  assert.equal(consentFault({ ...wanted, purpose: 'member-administration' }, today), 'purpose');
});

function consent(changes: Partial<ConsentRow> = {}): ConsentRow {
  return {
    personId: 1,
    id: 1,
    organisationId: 7,
    purpose: 'recruitment',
    dataKinds: ['contact', 'name'],
    wordingVersion: CONSENT_WORDING_VERSION,
    givenAt: new Date('2026-02-01'),
    expiresAt: new Date('2027-02-01'),
    withdrawnAt: null,
    ...changes,
  };
}
