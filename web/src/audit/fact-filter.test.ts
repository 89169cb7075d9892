import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOf, isBackwards, isFiltered, noFilter } from './fact-filter.ts';

test('A link carries organisation, actor, action, subject and period', () => {
  const url = {
    organisation: '2',
    actor: '7',
    action: 'role-granted',
    subjectKind: 'person',
    subjectId: '11',
    from: '2026-11-01',
    to: '2026-11-22',
    lang: 'en',
  };
  assert.deepEqual(filterOf(url), {
    organisation: 2,
    actor: 7,
    action: 'role-granted',
    subjectKind: 'person',
    subjectId: '11',
    from: '2026-11-01',
    to: '2026-11-22',
  });
});

test('A part of a link that makes no sense filters nothing, the others still do', () => {
  const url = { organisation: 'Bộ', actor: '-3', from: '22/11/2026', to: '', action: 'x' };
  assert.deepEqual(filterOf(url), { action: 'x' });
});

test('An address without filters, or with all of them taken away, is not filtered', () => {
  assert.ok(!isFiltered(filterOf({ lang: 'vi' })));
  assert.ok(!isFiltered(filterOf({ action: 'x', ...noFilter })));
  assert.ok(isFiltered(filterOf({ action: 'x' })));
});

test('A period that ends before it begins is named as such', () => {
  assert.ok(isBackwards({ from: '2026-11-22', to: '2026-11-21' }));
  assert.ok(!isBackwards({ from: '2026-11-22', to: '2026-11-22' }));
});
