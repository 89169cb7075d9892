import { Readable } from 'node:stream';
import type { Actor } from '#src/actors/actor.ts';
import type { Importer } from '#src/imports/importer.ts';
import type { RunRow } from '#src/imports/queries.ts';
import { startImport } from '#src/imports/start-import.ts';
import type { Platform } from '#src/platform.ts';
import type { PullRequest } from './contract.ts';
import { askPackage, bytesOf, packageAddress, type Remote } from './remote.ts';

/** Fetches a package from its server and takes it in as a file would be: it waits for a preview and a yes. */
export async function pullFramework(
  platform: Platform,
  importers: readonly Importer[],
  actor: Actor,
  { url, version }: PullRequest,
  remote: Remote,
): Promise<RunRow> {
  const address = packageAddress(url, version);
  const answer = (await askPackage(address, remote))!;
  const request = {
    ...({ kind: 'framework', format: 'case-package' } as const),
    fileName: fileNameOf(address),
  };
  const content = Readable.from(answer.body);
  return startImport(platform, importers, actor, request, content, 'queue');
}

/** The package as bytes, with the name under which its import is known: for the command line. */
export async function fetchPackage(
  url: string,
  remote: Remote,
): Promise<{ path: string; bytes: Buffer }> {
  const address = packageAddress(url);
  const answer = (await askPackage(address, remote))!;
  return { path: fileNameOf(address), bytes: await bytesOf(answer) };
}

/** Where it came from and what it was called there; no part of it is a path. */
export function fileNameOf(address: string): string {
  const { host, pathname } = new URL(address);
  const name = pathname.split('/').findLast((part) => part !== '') ?? '';
  const plain = `${host}-${name}`.replace(/[^\w.-]+/g, '-').slice(-200);
  return /\.json(\.gz)?$/.test(plain) ? plain : `${plain}.json`;
}
