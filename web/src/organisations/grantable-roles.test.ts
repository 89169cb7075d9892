import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantableRoles } from './grantable-roles.ts';

const may = {
  edit: false,
  readMembers: 'all' as const,
  manageMembers: true,
  appointAdministrators: true,
};

test('the secretariat is offered to appoint the administrators of an organisation and nobody else there', () => {
  const there = { ...may, manageMembers: false };
  assert.deepEqual(grantableRoles({ kind: 'university', may: there }, ['secretariat']), [
    'administrator',
  ]);
});

test('an administrator is offered every role of the organisation and none of the platform', () => {
  const roles = grantableRoles({ kind: 'university', may }, ['administrator']);
  assert.equal(roles.length, 11);
  assert.ok(!roles.includes('secretariat') && !roles.includes('operator'));
});

test('roles of the platform are offered by its secretariat, where the platform is owned', () => {
  const roles = grantableRoles({ kind: 'platform-owner', may }, ['administrator', 'secretariat']);
  assert.ok(roles.includes('operator'));
  assert.ok(
    !grantableRoles({ kind: 'platform-owner', may }, ['administrator']).includes('operator'),
  );
});
