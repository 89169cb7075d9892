import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { currentIndex } from '#src/linking/current-index.ts';
import { ensureOrganisation } from '#src/organisations/organisations.ts';
import type { Actor } from '#src/actors/actor.ts';
import { attachSyllabi } from './attach-syllabi.ts';
import type { StagedWhole } from './compare-content.ts';
import { insertSyllabus } from './insert-syllabus.ts';
import { insertVersion } from './insert-version.ts';
import { linkVersions } from './link-programmes.ts';
import { lockInstitution } from './version-queries.ts';

interface Compared extends StagedWhole {
  code: string;
  change: 'new' | 'changed' | 'same' | null;
}

/**
 * Writes what an import has found new or changed: every such programme and syllabus as its next
 * version, courses pointed to the syllabi in force, titles and outcomes linked. What is the same is
 * left alone, so that applying the same file again changes nothing.
 */
export async function applyContent(
  trx: Transaction<DB>,
  run: Run,
  actor: Actor,
  content: { programmes: readonly Compared[]; syllabi: readonly Compared[] },
  onProgress: (appliedRows: number) => Promise<void>,
): Promise<void> {
  const institutionId = await ensureOrganisation(trx, actor, {
    kind: 'university',
    name: run.institutionName ?? '',
    fictional: await isDemonstration(trx),
  });
  await lockInstitution(trx, institutionId);
  let done = 0;
  const write = async (
    wholes: readonly Compared[],
    insert: typeof insertVersion,
    kind: 'programme-version' | 'syllabus',
  ): Promise<number[]> => {
    const ids: number[] = [];
    for (const { change, pieces, contentSha256, code } of wholes) {
      done += pieces.length;
      if (change !== 'new' && change !== 'changed') continue;
      const read = pieces.map(({ piece }) => piece);
      const { id, versionNumber } = await insert(trx, run, institutionId, read, contentSha256);
      ids.push(id);
      await record(trx, actor, {
        action: `${kind}-added`,
        subjectKind: kind,
        subjectId: id,
        organisationId: institutionId,
        detail: { code, versionNumber, importRunId: run.id },
      });
      await onProgress(done);
    }
    return ids;
  };
  const syllabusIds = await write(content.syllabi, insertSyllabus, 'syllabus');
  const versionIds = await write(content.programmes, insertVersion, 'programme-version');
  const attached = await attachSyllabi(trx, institutionId);
  if (attached > 0) {
    await record(trx, actor, {
      action: 'syllabi-attached',
      subjectKind: 'organisation',
      subjectId: institutionId,
      organisationId: institutionId,
      detail: { courses: attached, importRunId: run.id },
    });
  }
  if (syllabusIds.length + versionIds.length === 0) return;
  await linkVersions(trx, await currentIndex(trx), versionIds, syllabusIds);
}

/** In the demonstration every institution is made up, and says so wherever its name stands. */
async function isDemonstration(trx: Transaction<DB>): Promise<boolean> {
  const installation = await trx.selectFrom('installation').select('kind').executeTakeFirst();
  return installation?.kind === 'demo';
}
