import { Problem } from '#src/errors.ts';
import { findOrganisationByName } from '#src/organisations/organisations.ts';
import type { Platform } from '#src/platform.ts';
import { findVersion, findVersionByCode } from '#src/programmes/catalogue-queries.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { CoverageReport } from './contract.ts';
import { storedCoverage } from './stored-coverage.ts';

type Source = Pick<Platform, 'db' | 'kind' | 'programVersion'>;

/** What the current version of a programme teaches of what is asked for. Throws not-found. */
export async function coverageReport(
  source: Source,
  actor: Actor,
  programmeId: number,
): Promise<CoverageReport> {
  const version = await findVersion(source.db, programmeId);
  if (!version) throw new Problem('not-found', { what: `${programmeId}` });
  return reportOn(source, actor, version.versionId);
}

/** The same, asked for by the name of the institution and the code of the programme. Throws organisation-unknown, programme-unknown. */
export async function coverageReportByCode(
  source: Source,
  actor: Actor,
  wanted: { institution: string; code: string },
): Promise<CoverageReport> {
  const { institution, code } = wanted;
  const institutionId = await findOrganisationByName(source.db, institution);
  if (institutionId === undefined) throw new Problem('organisation-unknown', { name: institution });
  const version = await findVersionByCode(source.db, institutionId, code);
  if (!version) throw new Problem('programme-unknown', { institution, code });
  return reportOn(source, actor, version.versionId);
}

async function reportOn(source: Source, actor: Actor, versionId: number): Promise<CoverageReport> {
  const { answers, findings } = await storedCoverage(source, actor, versionId);
  const { programme, syllabi, provinces: _, ...rest } = findings;
  if (!programme || !syllabi) throw new Error('a report on a programme has lost its programme');
  return {
    format: 'nhip.coverage/1',
    installation: source.kind,
    programme,
    syllabi,
    answers,
    ...rest,
  };
}
