import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm test [-- files…]`: every test of server and web on one database: the embedded one, or the
 * PostgreSQL server that NHIP_TEST_DATABASE_URL names.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Every test file is a process of its own: what one has compiled serves the next. */
const cache = join(root, 'node_modules', '.cache', 'nhip');
const files = process.argv.slice(2);
const PERSONAL =
  /@[\w.-]*\.example|%40[\w.-]*\.example|Người |Nguy(ễ|%E1%BB%85)n|Minh Họa|cầu treo/i;
const logs = mkdtempSync(join(tmpdir(), 'nhip-test-logs-'));
const child = spawn(
  process.execPath,
  [
    '--test',
    '--test-global-setup=server/src/testing/database-server.ts',
    '--test-concurrency=2',
    '--test-timeout=120000',
    ...(files.length > 0 ? files : ['server/src/**/*.test.ts', 'web/src/**/*.test.ts']),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: cache, ...process.env, NHIP_TEST_LOGS: logs },
  },
);
child.on('exit', (code, signal) => {
  const { lines, found } = namesIn(logs);
  rmSync(logs, { recursive: true, force: true });
  process.stdout.write(
    `logs: ${lines} lines of the server, ${found.length} with a person in them\n`,
  );
  for (const line of found.slice(0, 10)) process.stdout.write(`     ${line.slice(0, 300)}\n`);
  process.exit(signal || found.length > 0 ? 1 : (code ?? 1));
});

/** Every person of the tests has an address that ends in .example, and most are called Người … */
function namesIn(folder: string): { lines: number; found: string[] } {
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean),
  );
  return { lines: lines.length, found: lines.filter((line) => PERSONAL.test(line)) };
}
