import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GrantedRole as Role } from '@nhip/server/actors/contract.ts';
import type { Session } from '@nhip/server/sign-in/contract.ts';
import { mayOpen } from './may-open.ts';

const pages = [
  '/',
  '/demand',
  '/programmes',
  '/frameworks',
  '/review',
  '/imports',
  '/organisations',
  '/audit',
  '/api-clients',
];
const person = {
  name: 'Người Thử',
  email: 'thu@minh-hoa.example',
  language: 'vi' as const,
  secondFactor: false,
};

function openTo(roles: Role[], signedIn = true): string[] {
  const session: Session = {
    person: signedIn ? person : null,
    organisation: null,
    roles,
    organisations: [],
  };
  return pages.filter((page) => mayOpen(page, session));
}

test('a visitor of a real installation is led to what is public and nowhere else', () => {
  assert.deepEqual(openTo([], false), ['/', '/frameworks']);
});

test('a visitor of the demonstration reads, but neither reviews nor imports', () => {
  assert.deepEqual(openTo(['viewer'], false), ['/', '/demand', '/programmes', '/frameworks']);
});

test('a reviewer finds the queue, a programme designer the imports', () => {
  assert.deepEqual(
    openTo(['reviewer']).filter((page) => page === '/review' || page === '/imports'),
    ['/review'],
  );
  assert.deepEqual(
    openTo(['programme-designer']).filter((page) => page === '/review' || page === '/imports'),
    ['/imports'],
  );
});

test('an administrator finds every page', () => {
  assert.deepEqual(openTo(['administrator']), pages);
});

test('while nobody knows yet who asks, the menu shows what most may open', () => {
  const shown = pages.filter((page) => mayOpen(page, undefined));
  assert.deepEqual(shown, ['/', '/demand', '/programmes', '/frameworks']);
});
