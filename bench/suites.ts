// How long the tests take on one database. With the log of a CI run as its argument, also how long
// each of that run's steps took:  npm run bench -- suites FILE
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const limits = { tests: 300, steps: 900 };

const [log] = process.argv.slice(2);
if (log) stepsOf(await readFile(log, 'utf8'));
else await runTests();

async function runTests() {
  const began = performance.now();
  const child = spawn('npm', ['test', '--silent'], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const count = (what: string) =>
    Number(new RegExp(`^(?:ℹ|#) ${what} (\\d+)`, 'm').exec(said)?.[1] ?? 0);
  report({ 'npm test': (performance.now() - began) / 1000 }, limits.tests);
  console.log(`${count('pass')} passed, ${count('fail')} failed, ${count('skipped')} skipped`);
  if (code !== 0) process.exitCode = 1;
}

function stepsOf(text: string) {
  const steps = [...text.matchAll(/^=== (ok|FAILED): (.+) \((\d+) s\)$/gm)];
  if (steps.length === 0) throw new Error('no step of a CI run stands in this file');
  report(
    Object.fromEntries(
      steps.map(([, verdict, name, took]) => [`${verdict}: ${name}`, Number(took)]),
    ),
    limits.steps,
  );
}

function report(seconds: Record<string, number>, limit: number) {
  const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
  console.table(
    Object.fromEntries(
      Object.entries(seconds).map(([name, took]) => [name, { seconds: Math.round(took) }]),
    ),
  );
  const reached = total <= limit;
  console.log(`${Math.round(total)} s, limit ${limit} s: ${reached ? 'reached' : 'NOT reached'}`);
  if (!reached) process.exitCode = 1;
}
