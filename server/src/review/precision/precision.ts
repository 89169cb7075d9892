import type { Kysely, Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import { excerptAround } from '#src/languages/excerpt.ts';
import { holdDecisions } from '#src/linking/standing-decisions.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { Platform } from '#src/platform.ts';
import { examplesOf } from '../examples-of.ts';
import type {
  DrawnSample,
  NewSample,
  PrecisionPeriod,
  PrecisionReport,
  PrecisionSample,
} from './contract.ts';
import {
  countSample,
  insertDraw,
  insertItems,
  listMarks,
  listPrecision,
  listWaiting,
  type PrecisionRow,
  type WaitingRow,
} from './precision-queries.ts';
import { wilson } from './wilson.ts';

/** Fewer decided links of a period say nothing about its precision. */
export const LEAST_DECIDED = 20;
const MOST_SHOWN = 20;

/** How often links that counted by themselves were right, by when they were drawn. */
export async function readPrecision(
  { db, kind }: Pick<Platform, 'db' | 'kind'>,
  per: PrecisionPeriod,
): Promise<PrecisionReport> {
  const rows = await listPrecision(db, per);
  const series = Map.groupBy(rows, ({ tier, language }) => `${tier} ${language}`);
  const marks = await listMarks(db);
  return {
    per,
    installation: kind,
    least: LEAST_DECIDED,
    series: [...series.values()].map((some) => ({
      tier: some[0]!.tier,
      language: some[0]!.language,
      points: some.map(pointOf),
    })),
    marks: marks.map((mark) => ({ ...mark, at: mark.at.toISOString() })),
  };
}

function pointOf({ from, at: drawnAt, drawn, decided, right }: PrecisionRow) {
  const period = { from, at: drawnAt.toISOString(), drawn, decided, right };
  if (decided < LEAST_DECIDED) {
    return { ...period, precision: null, low: null, high: null };
  }
  return { ...period, precision: right / decided, ...wilson(right, decided) };
}

/**
 * Draws links at random for people to judge. Each link of a stratum has the same chance, so the share
 * of right ones estimates the precision of what counts there, however unequal the queue is; every
 * draw stays and counts. Throws nothing-to-draw.
 */
export async function drawSample(
  trx: Transaction<DB>,
  actor: Actor,
  { each }: NewSample,
): Promise<DrawnSample> {
  await holdDecisions(trx);
  const id = await insertDraw(trx, actor);
  const links = await insertItems(trx, id, each);
  if (links === 0) throw new Problem('nothing-to-draw');
  await record(trx, actor, {
    action: 'precision-sample-drawn',
    subjectKind: 'precision-draw',
    subjectId: id,
    detail: { links, each },
  });
  return { id, links };
}

export async function readSample(db: Kysely<DB>): Promise<PrecisionSample> {
  const rows = await listWaiting(db, MOST_SHOWN);
  const refs = await competencyRefs(db);
  const elsewhere = await examplesOf(
    db,
    rows.filter((row) => !stillStands(row)),
  );
  return {
    ...(await countSample(db)),
    items: rows
      .filter(({ competencyId }) => refs.has(competencyId))
      .map((row) => ({
        normalised: row.normalised,
        competency: refs.get(row.competencyId)!,
        examples: stillStands(row) ? [placeOf(row)] : elsewhere(row),
      })),
  };
}

type StandingRow = WaitingRow & { text: string; ownerId: number };

function stillStands(row: WaitingRow): row is StandingRow {
  return row.ownerId !== null && row.text?.slice(row.start, row.end) === row.surface;
}

function placeOf({ kind, id, ownerId, text, start, end }: StandingRow) {
  return { kind, id, ownerId, ...excerptAround(text, start, end) };
}
