import type { Migration } from './migration-files.ts';

export type Mark = Pick<Migration, 'name' | 'sha256'>;

export type Plan =
  | { kind: 'apply'; pending: Migration[] }
  /** The database has a migration that the program does not know. */
  | { kind: 'newer'; name: string }
  /** A migration was edited after it had been applied. */
  | { kind: 'changed'; name: string };

export function planMigrations(known: Migration[], applied: Mark[]): Plan {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const newer = applied.find(({ name }) => !byName.has(name));
  if (newer) return { kind: 'newer', name: newer.name };
  const changed = applied.find(({ name, sha256 }) => byName.get(name)?.sha256 !== sha256);
  if (changed) return { kind: 'changed', name: changed.name };
  const done = new Set(applied.map(({ name }) => name));
  return { kind: 'apply', pending: known.filter(({ name }) => !done.has(name)) };
}
