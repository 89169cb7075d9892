import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '#src/errors.ts';

const web = fileURLToPath(new URL('../../../web/', import.meta.url));
const server = fileURLToPath(new URL('../', import.meta.url));
const dist = join(web, 'dist');
const stamp = join(dist, '.source-sha256');

/**
 * Builds the web when its sources have changed since the last build (or there was none). Resolves to
 * the folder to serve. Throws web-build-failed with the last line that the bundler said.
 */
export async function buildWebWhenStale(onBuild: () => void): Promise<string> {
  const sources = await sourceHash();
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === sources) return dist;
  onBuild();
  await runBundler();
  await writeFile(stamp, sources);
  return dist;
}

/** Over all that the bundler reads: the web's own files, the contracts, and the versions of the packages. */
async function sourceHash(): Promise<string> {
  const inWeb = (await filesBelow(web)).filter((path) => !/^(dist|node_modules)\//.test(path));
  const contracts = (await filesBelow(server)).filter((path) => /(^|\/)contract\.ts$/.test(path));
  const paths = [
    ...inWeb.map((path) => join(web, path)),
    ...contracts.map((path) => join(server, path)),
    join(web, '../package-lock.json'),
  ];
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    hash.update(relative(web, path)).update('\0');
    hash.update(await readFile(path).catch(() => '')).update('\0');
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function runBundler(): Promise<void> {
  const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json');
  const child = spawn(
    process.execPath,
    [join(dirname(vite), 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: web,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(new Problem('web-build-failed', { what: cause.message }, { cause })),
    );
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const lines = said.trim().split('\n').filter(Boolean);
      reject(
        new Problem('web-build-failed', {
          what: lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? `exit ${code}`,
        }),
      );
    });
  });
}
