import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, readSources, type Source } from '#src/checks/sources.ts';
import { ACTION_WORDS, SUBJECT_WORDS, wordsOf } from './action-words.ts';

/** What the rooms record, as written: 'import-applied', or `link-${verdict}` with its variable part as *. */
function recorded(sources: readonly Source[], property: 'action' | 'subjectKind'): string[] {
  const written = new RegExp(String.raw`\b${property}:\s*(?:'([^']+)'|\x60([^\x60]+)\x60)`, 'g');
  const all = sources.flatMap(({ text }) =>
    [...text.matchAll(written)].map(
      ([, plain, template]) => plain ?? template!.replace(/\$\{[^}]*\}/g, '*'),
    ),
  );
  return [...new Set(all)].sort();
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

test('a fact of another version of the program is shown under its own name', () => {
  assert.deepEqual(wordsOf(ACTION_WORDS, 'constructor'), { vi: 'constructor', en: 'constructor' });
  assert.equal(wordsOf(ACTION_WORDS, 'import-applied').vi, 'đã áp dụng lần nhập');
});
