import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import { latestMeasure, type DetailedMeasure } from '#src/measures/measures.ts';
import type { Actor } from '#src/actors/actor.ts';
import {
  computeCoverage,
  withoutDetail,
  type CoverageFindings,
  type StoredCoverage,
} from './compute-coverage.ts';
import type { GapAnswers } from './contract.ts';
import { DEFINITIONS, parametersOf } from './gap-measures.ts';

type Source = { db: Kysely<DB>; programVersion: string };

const running = new WeakMap<object, Map<string, Promise<StoredCoverage>>>();

/**
 * The answers as they stand: stored ones while their inputs, formula and program are the same, else
 * computed anew. Whoever asks meanwhile gets the computation that runs already.
 */
export async function storedCoverage(
  source: Source,
  actor: Actor,
  programmeVersionId: number | null,
): Promise<StoredCoverage> {
  const own = running.get(source.db) ?? new Map<string, Promise<StoredCoverage>>();
  running.set(source.db, own);
  // one that began before an input moved is not for those who ask after it
  const asked = JSON.stringify([programmeVersionId, await inputRevisions(source.db)]);
  const known = own.get(asked);
  if (known) return known;
  const answer = findOrCompute(source, actor, programmeVersionId).finally(() => own.delete(asked));
  own.set(asked, answer);
  return answer;
}

async function findOrCompute(
  source: Source,
  actor: Actor,
  programmeVersionId: number | null,
): Promise<StoredCoverage> {
  const coverage = await findFresh(source, 'coverage', programmeVersionId);
  const processTimes = await findFresh(source, 'processTimes', programmeVersionId);
  const lag = await findFresh(source, 'lag', programmeVersionId);
  const peopleShort = await findFresh(source, 'peopleShort', programmeVersionId);
  if (!coverage?.detail || !processTimes || !lag || !peopleShort) {
    return computeCoverage(source, actor, programmeVersionId);
  }
  return {
    answers: {
      coverage: withoutDetail(coverage),
      processTimes: withoutDetail(processTimes),
      lag: withoutDetail(lag),
      peopleShort: withoutDetail(peopleShort),
    },
    findings: coverage.detail as CoverageFindings,
  };
}

async function findFresh(
  { db, programVersion }: Source,
  answer: keyof GapAnswers,
  programmeVersionId: number | null,
): Promise<DetailedMeasure | undefined> {
  const { definition, definitionVersion } = DEFINITIONS[answer];
  const measure = await latestMeasure(db, definition, parametersOf(answer, programmeVersionId));
  const fresh =
    measure !== undefined &&
    !measure.stale &&
    measure.codeVersion === programVersion &&
    measure.definitionVersion === definitionVersion;
  return fresh ? measure : undefined;
}
