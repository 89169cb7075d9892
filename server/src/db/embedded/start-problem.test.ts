import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { startProblem } from './start-problem.ts';

const code = (said: string) => startProblem(tmpdir(), said).code;

test('what PostgreSQL says when it cannot start becomes a problem with a way out', () => {
  assert.equal(
    code('FATAL:  could not write lock file "postmaster.pid": No space left on device'),
    'disk-full',
  );
  assert.equal(
    code(
      'postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file',
    ),
    'embedded-database-broken',
  );
  assert.equal(
    code('initdb: error: could not access directory: Permission denied'),
    'data-folder-not-usable',
  );
  assert.equal(
    code('FATAL:  could not locate a valid checkpoint record'),
    'embedded-database-not-started',
  );
});
