import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { addFindings } from '#src/imports/staged-rows.ts';
import { findOrganisationByName } from '#src/organisations/organisations.ts';
import { byCourseCode } from '../course-code.ts';
import { listCurrentCourses } from '../syllabus-queries.ts';
import { stagedContent } from './staged-content.ts';

/** Warns of syllabi whose course is neither in the file nor in a programme that the institution has here. */
export async function findUnknownCourses(trx: Transaction<DB>, run: Run): Promise<void> {
  const { programmes, syllabi } = await stagedContent(trx, run.id);
  const institutionId = await findOrganisationByName(trx, run.institutionName ?? '');
  const known = [
    ...programmes.flatMap(({ pieces }) =>
      pieces.flatMap(({ piece }) => (piece.part === 'course' ? (piece.code ?? []) : [])),
    ),
    ...(institutionId === undefined ? [] : await listCurrentCourses(trx, institutionId)).map(
      ({ code }) => code!,
    ),
  ];
  const find = byCourseCode(known, (code) => code);
  await addFindings(
    trx,
    run.id,
    syllabi
      .filter(({ code }) => find(code) === undefined)
      .map(({ code, path, pieces }) => ({
        rowNumber: pieces[0]!.rowNumber,
        finding: {
          code: 'syllabus-of-unknown-course',
          severity: 'warning',
          column: `${path}.code`,
          detail: { syllabus: code },
        },
      })),
  );
}
