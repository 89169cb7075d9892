import { Problem } from '#src/errors.ts';
import type { Platform } from '#src/platform.ts';
import { listCurrentVersions, programmeRefs } from '#src/programmes/catalogue-queries.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { Overview } from './contract.ts';
import { countWaiting } from './queries.ts';
import { storedCoverage } from './stored-coverage.ts';

const LARGEST = 12;

/**
 * The first screen: the four answers for a programme (the first one by code when none is named), the
 * largest demand that no outcome teaches, the provinces, and what waits for a person. Throws not-found.
 */
export async function overview(
  source: Pick<Platform, 'db' | 'kind' | 'programVersion'>,
  actor: Actor,
  programmeId: number | undefined,
  importsWaiting: number,
): Promise<Overview> {
  const programmes = await programmeRefs(source.db, await listCurrentVersions(source.db));
  const programme =
    programmeId === undefined
      ? (programmes[0] ?? null)
      : programmes.find(({ id }) => id === programmeId);
  if (programme === undefined) throw new Problem('not-found', { what: `${programmeId}` });
  const { answers, findings } = await storedCoverage(source, actor, programme?.versionId ?? null);
  const answered = answers.coverage.refusal === null;
  return {
    installation: source.kind,
    programmes,
    programme,
    demand: findings.demand,
    syllabi: findings.syllabi,
    answers,
    massByState: answered ? findings.massByState : null,
    largestUncovered: programme
      ? findings.rows
          .filter(({ state }) => state !== 'taught')
          .slice(0, LARGEST)
          .map(({ outcomes: _, courses: __, ...row }) => row)
      : [],
    provinces: findings.provinces,
    waiting: { imports: importsWaiting, ...(await countWaiting(source.db)) },
  };
}
