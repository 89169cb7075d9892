import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORGANISATION_ROLES, PLATFORM_ROLES, type Actor, type Role } from '#src/actors/actor.ts';
import { appointsIn, editsMembersOf, managesMembersOf, membersSeen } from './access.ts';

const OWN = 2;
const SUCCEEDED = 3;
const OTHER = 4;
const ROLES: readonly Role[] = [...ORGANISATION_ROLES, ...PLATFORM_ROLES];

const member = (...roles: Role[]): Actor => ({
  id: 1,
  kind: 'person',
  organisationId: OWN,
  organisationIds: [OWN, SUCCEEDED],
  roles,
  purpose: 'a test',
  personId: 9,
  personIds: [9],
  scopes: [],
});

/** What each role may with the people of its own organisation; whoever is not named may nothing. */
const AT_HOME: Partial<Record<Role, { seen: string; edits: boolean; manages: boolean }>> = {
  administrator: { seen: 'all', edits: true, manages: true },
  hr: { seen: 'all', edits: true, manages: false },
  secretariat: { seen: 'all', edits: false, manages: false },
};

test('in their own organisation, and in those that it succeeded, people may what the table says', () => {
  for (const role of ROLES) {
    const may = AT_HOME[role] ?? { seen: 'none', edits: false, manages: false };
    for (const organisation of [OWN, SUCCEEDED]) {
      const actor = member(role);
      assert.deepEqual(
        {
          seen: membersSeen(actor, organisation),
          edits: editsMembersOf(actor, organisation),
          manages: managesMembersOf(actor, organisation),
        },
        may,
        role,
      );
    }
  }
});

test('in another organisation nobody may anything, but the secretariat sees and appoints administrators', () => {
  for (const role of ROLES) {
    const actor = member(role);
    assert.equal(
      membersSeen(actor, OTHER),
      role === 'secretariat' ? 'administrators' : 'none',
      role,
    );
    assert.equal(editsMembersOf(actor, OTHER), false, role);
    assert.equal(managesMembersOf(actor, OTHER), false, role);
    assert.equal(appointsIn(actor, OTHER), role === 'secretariat', role);
  }
});

test('a visitor, and a person who belongs nowhere, see nobody', () => {
  const nobody: Actor = { ...member(), organisationIds: [] };
  for (const actor of [nobody, { ...nobody, kind: 'visitor' as const, personIds: [] }]) {
    for (const organisation of [OWN, OTHER]) {
      assert.equal(membersSeen(actor, organisation), 'none');
      assert.equal(appointsIn(actor, organisation), false);
    }
  }
});
