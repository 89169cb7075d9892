import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm test [-- files…]`: every test of server and web on one database: the embedded one, or the
 * PostgreSQL server that NHIP_TEST_DATABASE_URL names.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = process.argv.slice(2);
const child = spawn(
  process.execPath,
  [
    '--test',
    '--test-global-setup=server/src/testing/database-server.ts',
    '--test-timeout=120000',
    ...(files.length > 0 ? files : ['server/src/**/*.test.ts', 'web/src/**/*.test.ts']),
  ],
  { cwd: root, stdio: 'inherit' },
);
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
