// `npm run bench` measures every figure, `npm run bench -- import bundle` only those named. Each is a
// file beside this one and runs in a process of its own, one after the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const figures = [
  'bundle',
  'linking',
  'linking-quality',
  'linking-vietnamese',
  'crosswalk-engine',
  'linking-speed',
  'linking-throughput',
  'precision',
  'precision-reference',
  'reference-reach',
  'first-screen',
  'import',
  'members',
  'audit',
  'session-check',
  'case-package',
  'framework-import',
  'reference-load',
  'search',
  'framework-tree',
  'framework-map',
  'first-start',
  'suites',
] as const;

const words = process.argv.slice(2);
const named = figures.filter((figure) => words.includes(figure));
const rest = words.filter((word) => !(figures as readonly string[]).includes(word));
if (rest.length > 0 && !named.includes('suites')) {
  console.error(`no such figure: ${rest.join(', ')}; there are ${figures.join(', ')}`);
  process.exit(1);
}

const missed: string[] = [];
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
);
for (const figure of named.length > 0 ? named : figures) {
  console.log(`\n── ${figure} ${'─'.repeat(Math.max(0, 70 - figure.length))}`);
  const file = fileURLToPath(new URL(`${figure}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, ...(figure === 'suites' ? rest : [])], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) missed.push(figure);
}
console.log(
  missed.length === 0 ? '\nevery limit reached' : `\nnot reached, or failed: ${missed.join(', ')}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
