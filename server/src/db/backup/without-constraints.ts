import type pg from 'pg';
import type { Seal } from './archive.ts';
import { listForeignKeys, listTablesWithTriggers, quoted } from './catalogue.ts';
import { ArchiveFault } from './open-archive.ts';

/**
 * Runs `act` without foreign keys and triggers, so that tables may come in any order, cycles
 * included. Every foreign key is checked over all rows when it returns.
 */
export async function withoutConstraints<T>(
  client: pg.ClientBase,
  act: () => Promise<T>,
): Promise<T> {
  const keys = await listForeignKeys(client);
  const tables = await listTablesWithTriggers(client);
  for (const { drop } of keys) await client.query(drop);
  for (const name of tables) {
    await client.query(`alter table ${quoted(name)} disable trigger user`);
  }
  const result = await act();
  for (const { add } of keys) await client.query(add);
  for (const name of tables) {
    await client.query(`alter table ${quoted(name)} enable trigger user`);
  }
  return result;
}

/** Sequences go on where they stood: an id that was given once is never given again. */
export async function setSequences(
  client: pg.ClientBase,
  sequences: Seal['sequences'],
): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences) {
    const known = await client.query('select to_regclass($1) is not null as there', [quoted(name)]);
    if (!known.rows[0].there) throw new ArchiveFault(name);
    await client.query('select setval($1::regclass, $2, $3)', [quoted(name), lastValue, isCalled]);
  }
}
