import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { throwawayFolder } from '#src/db/throwaway.ts';

const nhip = fileURLToPath(new URL('../../../bin/nhip', import.meta.url));

export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CommandLine {
  /** NHIP_HOME of every call */
  home: string;
  run(
    args: readonly string[],
    with_?: { env?: NodeJS.ProcessEnv; input?: string | Buffer },
  ): Promise<Said>;
  /** A child process that goes on, e.g. `nhip serve`. */
  start(args: readonly string[], env?: NodeJS.ProcessEnv): ReturnType<typeof spawn>;
}

/** `bin/nhip` as a user calls it, in a home of its own that is gone at the end of the file. */
export async function commandLine(): Promise<CommandLine> {
  const { folder: home, remove } = await throwawayFolder();
  after(remove);
  const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, [nhip, ...args], {
      cwd: join(home, '..'),
      env: { PATH: process.env.PATH, HOME: home, NHIP_HOME: home, LANG: 'vi_VN.UTF-8', ...env },
    });
  return {
    home,
    start,
    async run(args, { env, input } = {}) {
      const child = start(args, env);
      child.stdin!.on('error', () => undefined);
      child.stdin!.end(input ?? '');
      const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
      const [stdout, stderr, code] = await Promise.all([
        buffer(child.stdout!),
        buffer(child.stderr!),
        exit,
      ]);
      return { code, stdout: stdout.toString(), stderr: stderr.toString() };
    },
  };
}
