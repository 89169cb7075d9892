import { spawn } from 'node:child_process';
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
const child = spawn(
  process.execPath,
  [
    '--test',
    '--test-global-setup=server/src/testing/database-server.ts',
    '--test-concurrency=2',
    '--test-timeout=120000',
    ...(files.length > 0 ? files : ['server/src/**/*.test.ts', 'web/src/**/*.test.ts']),
  ],
  { cwd: root, stdio: 'inherit', env: { NODE_COMPILE_CACHE: cache, ...process.env } },
);
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
