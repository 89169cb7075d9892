import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nhip, startServer } from '../journeys/start-server.ts';
import type { ImportRun } from '../server/src/imports/contract.ts';
import type { Installation } from './real-server.ts';

/** What whoever imports was told before the end: none of it may be lost. */
export interface Told {
  /** The server answered that it has the file. */
  started: boolean;
  /** The largest number of checked rows that was shown. */
  staged: number;
  previewed: boolean;
  /** The server answered that it will apply the import. */
  confirmed: boolean;
  applied: boolean;
}

/** An import on its way in a process of its own. */
export interface Attempt {
  pid: number;
  told: Told;
  /** Ends well when the import is applied, and badly when the process dies before. */
  applied: Promise<void>;
  /** Puts away what is left when it went well. */
  close(): Promise<void>;
}

export type Way = (home: string, file: string) => Promise<Attempt>;

const nothing = (): Told => ({
  started: false,
  staged: 0,
  previewed: false,
  confirmed: false,
  applied: false,
});

/** `nhip import ads FILE --yes`, which goes on with what an earlier call has left. */
export const byCommandLine: Way = async (home, file) => {
  const told = nothing();
  const child = nhip(['import', 'ads', file, '--source', 'itviec', '--yes'], home);
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    said += String(chunk);
    told.started = told.previewed = told.previewed || said.includes('Preview of');
    told.confirmed = told.applied = told.applied || said.includes('Imported:');
  });
  child.stderr!.on('data', (chunk: Buffer) => (said += String(chunk)));
  const applied = once(child, 'close').then(([code, signal]) => {
    if (code !== 0) throw new Error(`nhip import ended with ${code ?? signal}: ${said.trim()}`);
  });
  return { pid: child.pid!, told, applied, close: async () => undefined };
};

/** A server and somebody who uploads the file, looks at the progress and confirms the preview. */
export const byServer =
  (cookie: string): Way =>
  async (home, file) => {
    const server = await startServer('serve', home);
    const told = nothing();
    const gone = new AbortController();
    const ended = once(server.child, 'exit').then(() => gone.abort());
    const applied = driveImport({ url: server.url, cookie }, file, told, gone.signal);
    const close = async () => {
      await server.stop();
      await ended;
    };
    return { pid: server.child.pid!, told, applied, close };
  };

async function driveImport(at: Installation, file: string, told: Told, gone: AbortSignal) {
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(path, at.url), {
      ...init,
      headers: { cookie: at.cookie, ...init.headers },
      signal: gone,
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  let [run] = (await ask('/api/imports')) as ImportRun[];
  run ??= (await ask(
    `/api/imports?kind=advertisements&source=itviec&fileName=${encodeURIComponent(basename(file))}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: await readFile(file),
    },
  )) as ImportRun;
  told.started = true;
  for (;;) {
    told.staged = Math.max(told.staged, run.stagedRows);
    if (['previewed', 'applying', 'applied'].includes(run.status)) told.previewed = true;
    if (run.status === 'applied') break;
    if (run.status === 'previewed') {
      run = (await ask(`/api/imports/${run.id}/apply`, { method: 'POST' })) as ImportRun;
      told.confirmed = true;
      continue;
    }
    if (run.status === 'failed' || run.status === 'discarded') {
      throw new Error(`the import is ${run.status}: ${run.problem?.words.en}`);
    }
    await wait(20, undefined, { signal: gone });
    run = (await ask(`/api/imports/${run.id}`)) as ImportRun;
  }
  told.confirmed = told.applied = true;
}
