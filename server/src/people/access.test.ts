import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORGANISATION_ROLES, PLATFORM_ROLES, type Actor, type Role } from '#src/actors/actor.ts';
import * as access from './access.ts';
import { PURPOSES } from './purposes.ts';

const ROLES: readonly Role[] = [...ORGANISATION_ROLES, ...PLATFORM_ROLES];

test('everybody who signs in reads and changes their own data; a visitor and a machine have none', () => {
  for (const rule of [access.mayReadOwnData, access.mayChangeOwnData, access.mayAnswerMerges]) {
    assert.equal(rule(actor({})), true);
    assert.equal(rule(actor({ kind: 'visitor' })), false);
    assert.equal(rule(actor({ kind: 'api-client', roles: ['viewer'] })), false);
  }
});

test('each purpose of a look belongs to the roles that work for it', () => {
  const looking = Object.fromEntries(
    PURPOSES.map((purpose) => [purpose, allowed((one) => access.mayLookFor(one, purpose))]),
  );
  assert.deepEqual(looking, {
    'member-administration': ['administrator', 'hr'],
    'sign-in': [],
    'identity-matching': [],
    accountability: [],
    'rights-of-the-person': [],
    'credit-recognition': ['recognition-officer'],
    recruitment: ['hr'],
    'workforce-planning': ['hr', 'planner'],
    training: ['trainer'],
    support: ['administrator'],
  });
  assert.equal(access.mayLookFor(actor({ roles: ['hr'] }), 'curiosity'), false);
  assert.equal(
    access.mayLookFor(actor({ kind: 'api-client', roles: ['hr'] }), 'recruitment'),
    false,
  );
});

test('administrators decide corrections, administrators and operators propose merges', () => {
  assert.deepEqual(allowed(access.mayDecideCorrections), ['administrator']);
  assert.deepEqual(allowed(access.mayProposeMerges), ['administrator', 'operator']);
  assert.deepEqual(allowed(access.mayReadAllMerges), ['operator']);
});

test('a retention rule is written by the administrators of its organisation, one for all by the secretariat', () => {
  assert.deepEqual(allowed(access.mayWriteRetentionRules), ['administrator', 'secretariat']);
  assert.deepEqual(allowed(access.maySetRulesForAll), ['secretariat']);
  assert.deepEqual(
    allowed((one) => access.ownsRule(one, { organisationId: null })),
    ['secretariat'],
  );
  assert.deepEqual(
    allowed((one) => access.ownsRule(one, { organisationId: 7 })),
    ['administrator'],
  );
  assert.deepEqual(
    allowed((one) => access.ownsRule(one, { organisationId: 8 })),
    [],
  );
});

function allowed(rule: (actor: Actor) => boolean): Role[] {
  return ROLES.filter((role) => rule(actor({ roles: [role] })));
}

function actor(changes: Partial<Actor>): Actor {
  return {
    id: 1,
    kind: 'person',
    organisationId: 7,
    organisationIds: [7],
    roles: [],
    purpose: 'a test',
    personId: 3,
    personIds: [3],
    scopes: [],
    ...changes,
  };
}
