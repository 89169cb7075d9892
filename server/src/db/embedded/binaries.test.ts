import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { isProblem } from '#src/testing/is-problem.ts';
import { findNative, mendLinks, usableBinaries } from './binaries.ts';

/** The installed package again, as hard links: a test may remove a file and harms nobody. */
function copyOfPackage(t: TestContext): { native: string; place: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'nhip-binaries-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const copy = join(folder, 'package');
  execFileSync('cp', ['-R', join(findNative(), '..'), copy]);
  return { native: join(copy, 'native'), place: join(folder, 'place'), folder };
}

test('a platform without the package asks for a PostgreSQL server', () => {
  assert.throws(() => findNative('linux-ia32'), isProblem('embedded-database-unsupported'));
});

test('links that a blocked post-install script has not made are made at the start', (t) => {
  const { native, place } = copyOfPackage(t);
  const lib = join(native, 'lib');
  for (const entry of readdirSync(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(lib, entry.name));
  }
  assert.match(usableBinaries(native, {}, place).major, /^\d+$/);
  assert.ok(!existsSync(place), 'nothing was copied elsewhere');
  mendLinks(native);
});

test('a package with a missing library says which one', (t) => {
  const { native, place } = copyOfPackage(t);
  for (const name of readdirSync(join(native, 'lib'))) {
    if (/^lib(ssl|icuuc)\b/.test(name)) rmSync(join(native, 'lib', name));
  }
  assert.throws(() => usableBinaries(native, {}, place), isProblem('embedded-database-broken'));
});

test('root’s own package, closed to the user of PostgreSQL, is copied once to where it can run', (t) => {
  if (process.getuid?.() !== 0) return t.skip('needs root');
  const { native, place } = copyOfPackage(t);
  chmodSync(join(native, '..'), 0o700);
  mkdirSync(place, { mode: 0o755 });
  const user = { uid: 65534, gid: 65534 };
  const { postgres } = usableBinaries(native, user, place);
  assert.ok(postgres.startsWith(place));
  assert.equal(readdirSync(place).length, 1);
  assert.equal(usableBinaries(native, user, place).postgres, postgres);
});
