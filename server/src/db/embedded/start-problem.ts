import { readFileSync, statfsSync } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '#src/errors.ts';
import type { Layout } from './layout.ts';

/** Less than this and PostgreSQL cannot add one file to its write-ahead log (16 MB). */
const roomNeeded = 16 * 2 ** 20;

/** Turns what initdb or PostgreSQL said into a problem with a way out. */
export function startProblem(folder: string, said: string): Problem {
  if (/No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/.test(said) || isFull(folder)) {
    return new Problem('disk-full', { what: folder });
  }
  if (/error while loading shared libraries|symbol lookup error|Library not loaded/.test(said)) {
    return new Problem('embedded-database-broken', { what: lastLine(said) });
  }
  if (/Permission denied|Operation not permitted|EACCES|EPERM|EROFS|Read-only/.test(said)) {
    return new Problem('data-folder-not-usable', { what: folder });
  }
  return new Problem('embedded-database-not-started', {
    what: lastLine(said),
    log: join(folder, 'log'),
  });
}

/** The reason why PostgreSQL gave up: what it said before its log was open, and the end of the log. */
export function startProblemFromLogs(layout: Layout): Problem {
  const logs = readdirSync(layout.log)
    .map((name) => join(layout.log, name))
    .filter((path) => path !== layout.startLog)
    .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  const last = logs.at(-1);
  const said = `${last ? readFileSync(last, 'utf8').slice(-4000) : ''}\n${readFileSync(layout.startLog, 'utf8')}`;
  const fatal = said.split('\n').filter((line) => /(FATAL|PANIC):/.test(line));
  return startProblem(layout.folder, fatal.length > 0 ? fatal.join('\n') : said);
}

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < roomNeeded;
}

function lastLine(said: string): string {
  return said.trim().split('\n').at(-1)?.trim() || 'postgres';
}
