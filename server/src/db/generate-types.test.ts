import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { testDatabase } from '#src/testing/database.ts';
import { listColumns } from './columns.ts';
import { typesText } from './types-text.ts';

test('the committed types are those of the migrations, on every supported PostgreSQL', async (t) => {
  const { pool } = await testDatabase(t);
  const committed = await readFile(new URL('./types.ts', import.meta.url), 'utf8');
  assert.equal(typesText(await listColumns(pool)), committed, 'run: npm run types');
});
