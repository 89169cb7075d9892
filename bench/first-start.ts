// From `npm start` to the first page: in a fresh copy of the checkout that has its packages but has
// never been started (the web is built, the database made, the demonstration loaded), and then again.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { removeFolder, temporaryFolder } from '../journeys/start-server.ts';
import { median } from './statistics.ts';

const run = promisify(execFile);
const limits = { first: 10_000, later: 3_000 };
const firstStarts = 3;
const laterStarts = 5;

const root = fileURLToPath(new URL('../', import.meta.url));
const scratch = await temporaryFolder('first-start');
try {
  await measure();
} finally {
  await removeFolder(scratch);
}

async function measure() {
  const checkout = join(scratch, 'checkout');
  await copyCheckout(checkout);
  const first: number[] = [];
  const later: number[] = [];
  for (let turn = 0; turn < firstStarts; turn += 1) {
    await rm(join(checkout, 'web', 'dist'), { recursive: true, force: true });
    first.push(await start(checkout, join(scratch, `home-${turn}`)));
  }
  for (let turn = 0; turn < laterStarts; turn += 1) {
    later.push(await start(checkout, join(scratch, 'home-0')));
  }
  console.table({
    'first start after install': row(first, limits.first),
    'later starts': row(later, limits.later),
  });
  if (median(first) > limits.first || median(later) > limits.later) process.exitCode = 1;
}

/** What git would give to a new clone, as it stands in the working tree, and the installed packages. */
async function copyCheckout(to: string) {
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root, maxBuffer: 2 ** 24 });
  for (const name of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(to, name)), { recursive: true });
    await cp(join(root, name), join(to, name));
  }
  for (const folder of ['', 'bin', 'server', 'web']) {
    await copyPackages(join(root, folder, 'node_modules'), join(to, folder, 'node_modules'));
  }
}

/** Hard links where the file system allows them: the same files, without the minutes of copying. */
async function copyPackages(from: string, to: string) {
  const present = await stat(from).catch(() => undefined);
  if (!present) return; // npm keeps a folder beside a workspace only for versions that clash
  await run('cp', ['-al', from, to]).catch(async () => {
    await rm(to, { recursive: true, force: true });
    await run('cp', ['-a', from, to]);
  });
}

/** Milliseconds until the program is ready and its first screen and the answer on it have come. */
async function start(checkout: string, home: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: checkout,
    env: { ...process.env, NHIP_HOME: home, PORT: String(port), DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  try {
    for (const path of ['/readyz', '/', '/api/overview']) {
      await answer(`http://127.0.0.1:${port}${path}`, () => child.exitCode !== null);
    }
    return performance.now() - began;
  } finally {
    await end(child.pid!);
  }
}

/** npm may be gone before the program that it has started; what is measured next must not run beside it. */
async function end(group: number): Promise<void> {
  for (let signal: NodeJS.Signals | 0 = 'SIGINT'; ; signal = 0) {
    try {
      process.kill(-group, signal);
    } catch {
      return;
    }
    await wait(20);
  }
}

async function answer(url: string, over: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1200 && !over(); turn += 1) {
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await wait(50);
  }
  throw new Error(`${url} does not answer`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function row(times: number[], limit: number) {
  const seconds = (value: number) => Number((value / 1000).toFixed(2));
  return {
    starts: times.length,
    'median, s': seconds(median(times)),
    'slowest, s': seconds(Math.max(...times)),
    'limit, s': seconds(limit),
    verdict: median(times) <= limit ? 'reached' : 'NOT reached',
  };
}
