import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Measure } from './contract.ts';
import { inputRevisions } from './input-revision.ts';
import {
  dropEarlierDetail,
  findLatestMeasure,
  findMeasure,
  insertMeasure,
  type KeptMeasure,
  type NewMeasure,
} from './queries.ts';
import { isStale } from './staleness.ts';

export type { NewMeasure } from './queries.ts';
/** A stored measure with the rows behind it. */
export type DetailedMeasure = Measure & { detail: unknown };

/** Keeps a figure or a refusal; the rows behind earlier ones of the same kind are dropped, the figures stay. */
export async function storeMeasure(
  trx: Transaction<DB>,
  measure: NewMeasure,
): Promise<DetailedMeasure> {
  const kept = await insertMeasure(trx, measure);
  await dropEarlierDetail(trx, kept);
  return withStaleness(trx, kept);
}

/** The last measure of a definition and parameters, stale or not. */
export async function latestMeasure(
  db: Kysely<DB>,
  definition: string,
  parameters: Record<string, unknown>,
): Promise<DetailedMeasure | undefined> {
  const kept = await findLatestMeasure(db, definition, parameters);
  return kept && withStaleness(db, kept);
}

/** Throws not-found. */
export async function getMeasure(db: Kysely<DB>, id: string): Promise<DetailedMeasure> {
  const kept = await findMeasure(db, id);
  if (!kept) throw new Problem('not-found', { what: id });
  return withStaleness(db, kept);
}

async function withStaleness(db: Kysely<DB>, kept: KeptMeasure): Promise<DetailedMeasure> {
  return { ...kept, stale: isStale(kept.inputWatermark, await inputRevisions(db)) };
}
