import type { Kysely } from 'kysely';
import { inScope, platformScope } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { localText } from '#src/languages/local-text.ts';
import type { AccessRule } from '#src/platform.ts';
import { readableOrganisations } from './access.ts';
import { ACTION_WORDS, ACTOR_WORDS, SUBJECT_WORDS, wordsOf } from './action-words.ts';
import type { AuditFact, FactFilter, FactPage, FactQuery } from './contract.ts';
import {
  listActors,
  listFacts,
  listOrganisationNames,
  type ActorRow,
  type FactRow,
} from './fact-queries.ts';
import type { Coverage } from './seal-queries.ts';
import { timeText } from './time-text.ts';

type Reader = Pick<Parameters<AccessRule>[0], 'roles' | 'organisationIds'>;

/** A page of what the reader may see. Throws not-allowed for another organisation's facts. */
export async function readFacts(
  db: Kysely<DB>,
  reader: Reader,
  coverage: Coverage,
  { before, size, ...filter }: FactQuery,
): Promise<FactPage> {
  const organisations = readableOrganisations(reader);
  const wanted = filter.organisation;
  if (wanted !== undefined && organisations !== 'all' && !organisations.includes(wanted)) {
    throw new Problem('not-allowed', { what: `audit: organisation ${wanted}` });
  }
  const rows = await listFacts(db, filter, organisations, coverage, { before, limit: size + 1 });
  const shown = rows.slice(0, size);
  return {
    items: await present(db, reader, shown),
    next: rows.length > size ? shown.at(-1)!.id : null,
  };
}

const BATCH = 1000;

/** All of them, a batch at a time. */
export async function* allFacts(
  db: Kysely<DB>,
  reader: Reader,
  coverage: Coverage,
  filter: FactFilter,
): AsyncGenerator<AuditFact> {
  let before: number | undefined;
  for (;;) {
    const page = await readFacts(db, reader, coverage, { ...filter, before, size: BATCH });
    yield* page.items;
    if (page.next === null) return;
    before = page.next;
  }
}

async function present(
  db: Kysely<DB>,
  reader: Reader,
  rows: readonly FactRow[],
): Promise<AuditFact[]> {
  const actorIds = [...new Set(rows.map(({ actorId }) => actorId))];
  const actors = await inScope(db, platformScope, (trx) => listActors(trx, actorIds));
  const names = await listOrganisationNames(db, [
    ...new Set([
      ...rows.flatMap(({ organisationId: id }) => (id === null ? [] : [id])),
      ...actors.flatMap(({ organisationIds }) => organisationIds),
    ]),
  ]);
  const nameOf = (id: number) => localText(names.filter((name) => name.id === id));
  const shownActors = new Map(
    actors.map((actor) => [actor.id, showActor(actor, reader, nameOf)] as const),
  );
  return rows.map((row) => ({
    id: row.id,
    at: timeText(row.at),
    actor: shownActors.get(row.actorId)!,
    organisation:
      row.organisationId === null
        ? null
        : { id: row.organisationId, name: nameOf(row.organisationId) },
    purpose: row.purpose,
    action: row.action,
    words: wordsOf(ACTION_WORDS, row.action),
    subject: {
      kind: row.subjectKind,
      id: row.subjectId,
      words: wordsOf(SUBJECT_WORDS, row.subjectKind),
    },
    detail: row.detail,
    sealed: row.sealed,
  }));
}

/** A name is for the own organisation; of anybody else one reads for whom they work. */
export function showActor(
  { id, kind, name, organisationIds }: ActorRow,
  reader: Pick<Reader, 'organisationIds'>,
  nameOf: (organisationId: number) => LocalText,
): AuditFact['actor'] {
  const own = organisationIds.some((one) => reader.organisationIds.includes(one));
  const [first] = organisationIds;
  return {
    id,
    kind,
    name: own ? name : null,
    organisation: own || first === undefined ? null : nameOf(first),
    words: wordsOf(ACTOR_WORDS, kind),
  };
}
