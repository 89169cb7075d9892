import { readdir, readFile } from 'node:fs/promises';
import { readSources, roomOf, type Source } from './sources.ts';

const KYSELY = /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`](\w+)/g;
const RAW =
  /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|merge\s+into|copy)\s+(?:only\s+)?"?(\w+)"?|\bupdate\s+(?:only\s+)?"?(\w+)"?\s+(?:as\s+\w+\s+|\w+\s+)?set\b/gi;

/** A table is written by one room; back-up and restore (db) copy whole tables and belong to none. */
export async function checkWriters(): Promise<string[]> {
  return brokenOwnership(await readSources('server/src'), await knownTables());
}

export function brokenOwnership(sources: Source[], tables: ReadonlySet<string>): string[] {
  const writers = new Map<string, Map<string, string>>();
  for (const { path, text } of sources) {
    const room = roomOf(path);
    if (/\.test\.ts$/.test(path) || ['db', 'testing', 'checks'].includes(room)) continue;
    const names = [...text.matchAll(KYSELY), ...text.matchAll(RAW)].map(
      (match) => match[1] ?? match[2]!,
    );
    for (const table of names.filter((name) => tables.has(name))) {
      const rooms = writers.get(table) ?? new Map<string, string>();
      writers.set(table, rooms.set(room, path));
    }
  }
  const shared = [...writers].filter(([, rooms]) => rooms.size > 1);
  const unwritten = [...tables].filter(
    (table) => !writers.has(table) && !NO_WRITER_YET.has(table) && !WRITTEN_BY_LIBRARY.has(table),
  );
  return [
    ...shared.map(
      ([table, rooms]) => `${table} is written by ${[...rooms.values()].join(' and ')}`,
    ),
    ...unwritten.map((table) => `${table} has no writer`),
  ];
}

/** Tables whose rows come with later work; others already point at them. */
const NO_WRITER_YET = new Set([
  'level_equating',
  'competency_succession',
  'framework_review',
  'framework_comment',
]);

/** Written by better-auth, inside room sign-in (sign-in/authentication.ts names them). */
const WRITTEN_BY_LIBRARY = new Set(['account_passkey', 'account_second_factor']);

async function knownTables(): Promise<Set<string>> {
  const folder = new URL('../db/migrations/', import.meta.url);
  const names = new Set<string>();
  for (const file of await readdir(folder)) {
    const sql = await readFile(new URL(file, folder), 'utf8');
    for (const match of sql.matchAll(/create table (?:if not exists )?(\w+)/g))
      names.add(match[1]!);
  }
  return names;
}
