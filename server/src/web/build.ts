import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '#src/errors.ts';

const web = fileURLToPath(new URL('../../../web/', import.meta.url));
const server = fileURLToPath(new URL('../', import.meta.url));
const dist = join(web, 'dist');
const KEPT_BUILDS = 3;

/**
 * Builds the web when there is no build of its sources yet, and resolves to the folder to serve. Each
 * build lies in a folder named by the hash of what it was built from and appears there whole: several
 * servers may start at once, and one that runs keeps its own files. Throws web-build-failed.
 */
export async function buildWebWhenStale(onBuild: () => void): Promise<string> {
  const built = join(dist, (await sourceHash()).slice(0, 16));
  if (await exists(join(built, 'index.html'))) return built;
  onBuild();
  const partial = join(dist, `partial-${randomUUID()}`);
  try {
    await runBundler(partial);
    await rename(partial, built).catch(async (fault: unknown) => {
      // another server was faster
      if (!(await exists(join(built, 'index.html')))) throw fault;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  await removeOldBuilds();
  return built;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Keeps the newest builds: a server that was started with an older one may still run. */
async function removeOldBuilds(): Promise<void> {
  const names = (await readdir(dist)).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(dist, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.at - a.at).slice(KEPT_BUILDS);
  for (const { name } of old) await rm(join(dist, name), { recursive: true, force: true });
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

function runBundler(outDir: string): Promise<void> {
  const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json');
  const child = spawn(
    process.execPath,
    [join(dirname(vite), 'bin', 'vite.js'), 'build', '--logLevel', 'warn', '--outDir', outDir],
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
          what: lines.find((line) => !/^error during build:?$/i.test(line)) ?? `exit ${code}`,
        }),
      );
    });
  });
}
