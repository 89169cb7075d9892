import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, readSources, type Source } from '#src/checks/sources.ts';
import { ACTION_WORDS, SUBJECT_WORDS, wordsOf } from './action-words.ts';

/** What the rooms record, as written: 'import-applied', or `link-${verdict}` with its variable part as *. */
function recorded(sources: readonly Source[], property: 'action' | 'subjectKind'): string[] {
  const written = new RegExp(String.raw`\b${property}:((?:\x60[^\x60]*\x60|[^,}\x60])*)`, 'g');
  const all = sources.flatMap(({ text }) =>
    [...text.matchAll(written)].flatMap(([, value]) =>
      [...value!.matchAll(/(?:=== '[^']*')|'([^']+)'|`([^`]+)`/g)].flatMap(
        ([, plain, template]) => plain ?? template?.replace(/\$\{[^}]*\}/g, '*') ?? [],
      ),
    ),
  );
  const handedOn = property === 'action' ? sources.flatMap(({ text }) => deedsHandedOn(text)) : [];
  return [...new Set([...all, ...handedOn])].sort();
}

const DEED =
  /(?<!Problem\(\s*)'([a-z]+(?:-[a-z]+)*-(?:[a-z]*ed|in|made|given|sent|undone|withdrawn))'/g;

/** Where a function takes the action as a word: what looks like a deed and is no problem's code. */
function deedsHandedOn(text: string): string[] {
  return /\baction: string\b/.test(text) ? [...text.matchAll(DEED)].map(([, deed]) => deed!) : [];
}

const withoutWords = (found: readonly string[], table: object) =>
  found.filter((name) => {
    const pattern = new RegExp(`^${name.replaceAll('*', '[a-z-]+')}$`);
    return !Object.keys(table).some((key) => pattern.test(key));
  });

test('everything that the program records has words for people', async () => {
  const sources = (await readSources('server/src')).filter(
    ({ path, text }) =>
      !path.endsWith('.test.ts') && importsOf(text).includes('#src/audit/record.ts'),
  );
  const actions = recorded(sources, 'action');
  assert.ok(actions.includes('import-applied') && actions.includes('link-*'), String(actions));
  assert.deepEqual(withoutWords(actions, ACTION_WORDS), []);
  assert.deepEqual(withoutWords(recorded(sources, 'subjectKind'), SUBJECT_WORDS), []);
});

test('an action without words is found, also one whose name is put together', () => {
  const text =
    "record(trx, actor, { action: 'moon-moved', subjectKind: 'moon' }); action: `star-${x}`";
  const found = recorded([{ path: 'x.ts', text }], 'action');
  assert.deepEqual(withoutWords(found, ACTION_WORDS), ['moon-moved', 'star-*']);
  assert.deepEqual(withoutWords(found, { 'moon-moved': {}, 'star-lit': {} }), []);
});

test('an action that is handed to a function is found, and a problem’s code is none', () => {
  const text = `function note(action: string) {} note('moon-lifted'); throw new Problem('moon-ended')`;
  assert.deepEqual(recorded([{ path: 'x.ts', text }], 'action'), ['moon-lifted']);
  const either = "({ action: own === 'yes' ? 'moon-left' : 'moon-ended', subjectKind: 'moon' })";
  assert.deepEqual(recorded([{ path: 'x.ts', text: either }], 'action'), [
    'moon-ended',
    'moon-left',
  ]);
});

test('a fact of another version of the program is shown under its own name', () => {
  assert.deepEqual(wordsOf(ACTION_WORDS, 'constructor'), { vi: 'constructor', en: 'constructor' });
  assert.equal(wordsOf(ACTION_WORDS, 'import-applied').vi, 'đã áp dụng lần nhập');
});
