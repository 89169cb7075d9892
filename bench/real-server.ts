import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeFolder, runNhip, startServer, temporaryFolder } from '../journeys/start-server.ts';
import { makeSetUpLink, useSetUpLink } from '../journeys/set-up.ts';
import type { ImportRun } from '../server/src/imports/contract.ts';

export const files = {
  advertisements: (data: string) => join(data, 'itviec_2025_11', 'itviec_clean.csv.gz'),
  programme: (data: string) => join(data, 'uet_2023', 'uet_parsed.json'),
};

/** A server, and the session of its secretariat. */
export interface Installation {
  url: string;
  cookie: string;
}

/** An installation of its own, served by a process of its own; on the embedded database where `environment` names no other. */
export async function withServer(
  work: (installation: Installation & { pid: number }, home: string) => Promise<void>,
  environment: NodeJS.ProcessEnv = {},
) {
  const home = await temporaryFolder('bench');
  try {
    const made = await runNhip(['init'], home, environment);
    if (made.code !== 0) throw new Error(made.errors);
    const link = await makeSetUpLink(home, environment);
    const server = await startServer('serve', home, 0, environment);
    try {
      const { url } = server;
      const pid = server.child.pid!;
      await work({ url, pid, cookie: await useSetUpLink(url, link) }, home);
    } finally {
      await server.stop();
    }
  } finally {
    await removeFolder(home);
  }
}

/** Uploads a file, waits for its preview, confirms it and waits until it is applied. */
export async function importOver(
  at: Installation,
  file: string | { path: string; bytes: Buffer },
  intent: Record<string, string>,
): Promise<ImportRun> {
  const path = typeof file === 'string' ? file : file.path;
  const query = new URLSearchParams({ fileName: basename(path), ...intent });
  let run = await ask<ImportRun>(at, `/api/imports?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(typeof file === 'string' ? await readFile(file) : file.bytes),
  });
  while (run.status !== 'applied') {
    if (run.status === 'failed') throw new Error(run.problem?.words.en);
    if (run.status === 'previewed') {
      run = await ask<ImportRun>(at, `/api/imports/${run.id}/apply`, { method: 'POST' });
    } else {
      await wait(50);
      run = await ask<ImportRun>(at, `/api/imports/${run.id}`);
    }
  }
  return run;
}

export async function ask<T>(at: Installation, path: string, init?: RequestInit): Promise<T> {
  const headers = { cookie: at.cookie, ...init?.headers };
  const response = await fetch(new URL(path, at.url), { ...init, headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
