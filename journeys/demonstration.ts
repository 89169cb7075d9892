import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { untilLinked } from './linked.ts';
import { removeFolder, startServer, temporaryFolder } from './start-server.ts';

let prepared: string | undefined;

/**
 * One demonstration for a whole run, made once and copied for each file of tests:
 * `node --test --test-global-setup=journeys/demonstration.ts`. Its folder reaches the files in
 * NHIP_JOURNEY_DEMONSTRATION; a file that runs alone makes its own.
 */
export async function globalSetup(): Promise<void> {
  prepared = await temporaryFolder('journey-demonstration');
  const server = await startServer('start', prepared);
  await untilLinked(server.url);
  await server.stop();
  process.env.NHIP_JOURNEY_DEMONSTRATION = prepared;
}

export async function globalTeardown(): Promise<void> {
  if (prepared) await removeFolder(prepared);
}

/** Puts the prepared demonstration into a folder; a plain copy by the system keeps the owners of its files. */
export async function copyDemonstration(to: string): Promise<void> {
  const from = process.env.NHIP_JOURNEY_DEMONSTRATION;
  if (from) await promisify(execFile)('cp', ['-a', `${from}/.`, to]);
}
