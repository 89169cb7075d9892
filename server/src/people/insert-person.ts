import { sql } from 'kysely';
import { recordEach } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';

export interface NewPerson {
  /** As the person writes it; an organisation's spelling belongs into its affiliation. */
  displayName: string;
  language: 'vi' | 'en';
}

/** Makes a person, without account or affiliation. */
export async function insertPerson(
  trx: ScopedTransaction,
  actor: Actor,
  person: NewPerson,
): Promise<number> {
  const [id] = await insertPersons(trx, actor, [person]);
  return id!;
}

/** Makes many at once; the ids come back in the order of the persons. */
export async function insertPersons(
  trx: ScopedTransaction,
  actor: Actor,
  persons: readonly NewPerson[],
): Promise<number[]> {
  if (persons.length === 0) return [];
  const ids = await takeIds(trx, persons.length);
  await seeOwnWork(trx, ids);
  await sql`insert into person (person_id, display_name, language, created_by_actor_id)
    overriding system value
    select t.*, ${actor.id} from unnest(
      ${ids}::int8[], ${persons.map((person) => person.displayName)}::text[],
      ${persons.map((person) => person.language)}::text[]) as t`.execute(trx);
  await recordEach(
    trx,
    actor,
    ids.map((id) => ({ action: 'person-added', subjectKind: 'person', subjectId: id })),
  );
  return ids;
}

async function takeIds(trx: ScopedTransaction, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('person', 'person_id')) as id
      from generate_series(1, ${count}::int)`.execute(trx);
  return rows.map(({ id }) => id);
}

/** A person who belongs nowhere yet would be out of the scope of the transaction that makes them. */
async function seeOwnWork(trx: ScopedTransaction, ids: readonly number[]): Promise<void> {
  await sql`select set_config('nhip.persons', (scope_persons() || ${ids}::int8[])::text, true)
    where not scope_is_platform()`.execute(trx);
}
