import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './sources.ts';

const require = createRequire(join(root, 'package.json'));

/** `project`: the folder of a tsconfig.json, from the root of the repository or absolute. */
export async function checkTypes(project: string): Promise<string[]> {
  return run(bin('typescript', 'tsc'), ['--noEmit', '-p', project]);
}

export async function checkFormatting(folder = '.'): Promise<string[]> {
  return run(bin('prettier', 'prettier'), ['--check', '--log-level', 'warn', folder]);
}

function bin(packageName: string, command: string): string {
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin: bins } = require(manifest) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[command]!);
}

/** The lines that a command said when it failed. */
function run(script: string, args: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = said.split('\n').filter(Boolean);
      resolve(code === 0 ? [] : lines.length > 0 ? lines.slice(0, 40) : [`exit ${code}`]);
    });
  });
}
