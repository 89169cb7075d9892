import type { Kysely, Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { competencyShares, BOOTSTRAP } from '#src/demand/shares.ts';
import {
  demandBase,
  demandByProvince,
  vacancyCompetencies,
} from '#src/demand/statistics-queries.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import { storeMeasure, type DetailedMeasure } from '#src/measures/measures.ts';
import { getProgrammeVersion } from '#src/programmes/programme-detail.ts';
import type { Actor } from '#src/actors/actor.ts';
import { coverageInterval } from './coverage-interval.ts';
import { coverageOf } from './coverage.ts';
import type { CoverageReport, GapAnswers, Overview } from './contract.ts';
import { measuresOf } from './gap-measures.ts';
import { areasOf, evidenceOf, programmeHere } from './evidence.ts';
import { provinceCoverage } from './province-coverage.ts';
import { countDemandMonths, getFrameworkInForce } from './queries.ts';

/** What stands behind the four answers; kept as the detail of the coverage's measure. */
export interface CoverageFindings extends Pick<
  CoverageReport,
  'demand' | 'massByState' | 'framework' | 'rows'
> {
  programme: CoverageReport['programme'] | null;
  syllabi: CoverageReport['syllabi'] | null;
  provinces: Overview['provinces'];
}

export interface StoredCoverage {
  answers: GapAnswers;
  findings: CoverageFindings;
}

/**
 * The answers of the gap for one version of a programme, or without a programme. Reads everything in
 * one consistent view of the database, computes, and keeps the four measures. Keeping them is a
 * transaction of its own: two computations of the same figure never wait for each other, and each
 * measure names the revisions that it saw. Throws not-found for a version that does not exist.
 */
export async function computeCoverage(
  platform: { db: Kysely<DB>; programVersion: string },
  actor: Actor,
  programmeVersionId: number | null,
): Promise<StoredCoverage> {
  const seen = await platform.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => look(trx, programmeVersionId));
  const { findings, interval, coverage } = conclude(seen);
  const measures = measuresOf({
    programmeVersionId,
    findings,
    coverage,
    interval,
    demandMonths: seen.demandMonths,
    inputWatermark: seen.revisions,
    codeVersion: platform.programVersion,
    ownerOrganisationId: actor.organisationId,
  });
  const answers = await platform.db.transaction().execute(async (trx) => {
    const kept: GapAnswers = {
      coverage: withoutDetail(await storeMeasure(trx, measures.coverage)),
      processTimes: withoutDetail(await storeMeasure(trx, measures.processTimes)),
      lag: withoutDetail(await storeMeasure(trx, measures.lag)),
      peopleShort: withoutDetail(await storeMeasure(trx, measures.peopleShort)),
    };
    await record(trx, actor, {
      action: 'coverage-computed',
      subjectKind: 'measure',
      subjectId: kept.coverage.id,
      detail: { programmeVersionId },
    });
    return kept;
  });
  return { answers, findings };
}

export function withoutDetail({ detail: _, ...measure }: DetailedMeasure) {
  return measure;
}

async function look(trx: Transaction<DB>, programmeVersionId: number | null) {
  return {
    revisions: await inputRevisions(trx),
    refs: await competencyRefs(trx),
    framework: await getFrameworkInForce(trx),
    base: await demandBase(trx),
    provinces: await demandByProvince(trx),
    vacancies: await vacancyCompetencies(trx),
    demandMonths: await countDemandMonths(trx),
    programme:
      programmeVersionId === null ? null : await getProgrammeVersion(trx, programmeVersionId),
  };
}

const nothingTaught = { courses: [], outcomes: [] };

function conclude(seen: Awaited<ReturnType<typeof look>>) {
  const { refs, vacancies, programme } = seen;
  const areas = areasOf(refs);
  const here = programme && programmeHere(programme);
  // links to competencies that the published framework no longer holds are no demand
  const known = vacancies.map((vacancy) => ({
    ...vacancy,
    competencyIds: vacancy.competencyIds.filter((id) => refs.has(id)),
    competencyIdsByText: vacancy.competencyIdsByText.filter((id) => refs.has(id)),
  }));
  const coverage = coverageOf(known, here ?? nothingTaught, areas);
  const exposures = new Map(coverage.lines.map((line) => [line.competencyId, line.exposure]));
  const shares = new Map(
    competencyShares(known, BOOTSTRAP).map(({ competencyId, share }) => [competencyId, share]),
  );
  const evidence = programme ? evidenceOf(programme) : () => ({ outcomes: [], courses: [] });
  const findings: CoverageFindings = {
    demand: seen.base,
    framework: seen.framework,
    massByState: coverage.massByState,
    programme: programme && programmeRefOf(programme),
    syllabi: programme && programme.syllabi,
    provinces: provinceCoverage(seen.provinces, known, here, areas),
    rows: coverage.lines.map((line) => ({
      competency: refs.get(line.competencyId)!,
      vacancies: line.vacancies,
      share: shares.get(line.competencyId)!,
      shareByText: line.shareByText,
      state: line.state,
      exposure: line.exposure,
      ...evidence(line),
    })),
  };
  return { findings, coverage, interval: coverageInterval(known, exposures, BOOTSTRAP) };
}

function programmeRefOf(programme: CoverageReport['programme']): CoverageReport['programme'] {
  const { id, code, name, institution, versionId, versionNumber, datedOn, totalCredits } =
    programme;
  return { id, code, name, institution, versionId, versionNumber, datedOn, totalCredits };
}
