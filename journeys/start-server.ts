import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/nhip', import.meta.url));
const patience = 60_000;

/** A program that answers at `url`. */
export interface Server {
  url: string;
  child: ChildProcess;
  /** Asks it to end, as Ctrl-C does, and waits until it has; gives the exit code. */
  stop(): Promise<number | null>;
}

/** A folder of its own below the system's temporary one, open enough for the database's own user to pass. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `nhip-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Starts `nhip start` (the demonstration) or `nhip serve` on a port and resolves once it is ready. */
export async function startServer(
  command: 'start' | 'serve',
  home: string,
  port = 0,
  environment: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const child = nhip([command, '--json'], home, { PORT: String(port), ...environment });
  const ending = once(child, 'exit') as Promise<[number | null]>;
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  void ending.then(() => process.off('exit', killWithUs));
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    const give = (reason: string) =>
      reject(new Error(`nhip ${command} ${reason}: ${said.join('')}`));
    const timer = setTimeout(() => give(`was not ready after ${patience} ms`), patience);
    const listen = (chunk: Buffer) => {
      said.push(String(chunk));
      const ready = /"url": "([^"]+)"/.exec(said.join(''));
      if (!ready) return;
      clearTimeout(timer);
      resolve(ready[1]!);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => give(`ended with ${code}`));
  });
  const stop = async () => {
    child.kill('SIGINT');
    return (await ending)[0];
  };
  return { url, child, stop };
}

export interface Outcome {
  code: number | null;
  output: string;
  errors: string;
}

/** Runs a command to its end, without a terminal. */
export async function runNhip(
  words: string[],
  home: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const child = nhip(words, home, environment);
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, output, errors };
}

/** The command line itself, on the Node that runs us. */
export function nhip(
  words: string[],
  home: string,
  environment: NodeJS.ProcessEnv = {},
): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return spawn(process.execPath, [program, ...words], {
    env: { ...inherited, NHIP_HOME: home, NHIP_LANG: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
