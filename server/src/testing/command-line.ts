import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { throwawayFolder } from '#src/db/throwaway.ts';
import { bareDatabase } from './database.ts';

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

/**
 * DATABASE_URL of an empty database where the tests run on a PostgreSQL server, else nothing: the
 * command line then uses its embedded one.
 */
export async function databaseUrl(): Promise<NodeJS.ProcessEnv> {
  if (!process.env.NHIP_TEST_DATABASE_URL) return {};
  const { pool } = await bareDatabase();
  return { DATABASE_URL: pool.options.connectionString };
}

/**
 * `bin/nhip` as a user calls it, in a home of its own that is gone at the end of the file; `always` is
 * set in the environment of every call.
 */
export async function commandLine(always: NodeJS.ProcessEnv = {}): Promise<CommandLine> {
  const { folder: home, remove } = await throwawayFolder();
  after(remove);
  const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, [nhip, ...args], {
      cwd: join(home, '..'),
      env: {
        PATH: process.env.PATH,
        HOME: home,
        NHIP_HOME: home,
        LANG: 'vi_VN.UTF-8',
        ...always,
        ...env,
      },
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
