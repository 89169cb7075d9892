import { setImmediate } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Difference, Importer, Run, StagedRow } from '#src/imports/importer.ts';
import { replaceRemoved, setChanges } from '#src/imports/staged-rows.ts';
import { findOrganisationByName } from '#src/organisations/organisations.ts';
import { applyContent } from '../apply-content.ts';
import { compareWhole, fieldDifferences, keyed } from '../compare-content.ts';
import { pieceLabel, wholeKey, type Piece } from '../content.ts';
import { currentProgrammes, currentSyllabi, type CurrentWhole } from '../current-content.ts';
import { findUnknownCourses } from './find-unknown-courses.ts';
import { readDocument, type Payload } from './read-document.ts';
import { stagedContent, type ReadWhole } from './staged-content.ts';

/** Programmes and syllabi of one institution in the JSON of the format 'uet-json'. */
export const uetJsonImporter: Importer = {
  kind: 'programme',
  format: 'uet-json',
  input: 'programmes',
  defaultSource: null,
  // the document is one JSON value and is read as a whole
  unpackedLimitBytes: 32 * 2 ** 20,
  checkRequest({ institutionName }) {
    if (institutionName === null) throw new Problem('organisation-required');
  },
  detect(head) {
    return /^\ufeff?\s*\{[^]*"(programmes|syllabi)"\s*:\s*\[/.test(head.toString('utf8'));
  },
  async *parse(content, { today }) {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    yield* readDocument(Buffer.concat(parts).toString('utf8'), today, () => setImmediate());
  },
  finishStaging: findUnknownCourses,
  diff,
  differences,
  async apply(trx, run, actor, onProgress) {
    await applyContent(trx, run, actor, await stagedContent(trx, run.id), onProgress);
  },
  label: (payload) => (payload as Payload).label,
};

async function diff(trx: Transaction<DB>, run: Run): Promise<void> {
  const { programmes, syllabi } = await stagedContent(trx, run.id);
  const current = await currentWholes(trx, run, programmes.map(codeOf), syllabi.map(codeOf));
  const comparisons = [...programmes, ...syllabi].map((whole) =>
    compareWhole(whole, current.get(wholeKey(whole.pieces[0]!.piece))),
  );
  await setChanges(
    trx,
    run.id,
    comparisons.flatMap(({ changes }) => changes),
  );
  const removed = comparisons.flatMap((comparison) => comparison.removed);
  await replaceRemoved(
    trx,
    run.id,
    removed.map(({ key, piece }) => ({
      key,
      payload: { path: '', label: pieceLabel(piece), piece, whole: null } satisfies Payload,
    })),
  );
}

async function differences(
  db: Kysely<DB>,
  run: Run,
  rows: StagedRow[],
): Promise<Map<number, Difference[]>> {
  const read = rows.flatMap(({ rowNumber, key, payload }) => {
    const { piece, whole } = payload as Payload;
    return piece && key ? [{ rowNumber, key, piece, whole }] : [];
  });
  const codes = (part: 'programme' | 'syllabus') => [
    ...new Set(read.flatMap(({ piece }) => (part in piece ? [ownerCode(piece)] : []))),
  ];
  const current = await currentWholes(db, run, codes('programme'), codes('syllabus'));
  const standing = new Map([...current].map(([key, whole]) => [key, keyed(whole)]));
  return new Map(
    read.map(({ rowNumber, key, piece, whole }) => {
      const before = standing.get(wholeKey(piece))?.get(key);
      const fields = before ? fieldDifferences(before, piece) : [];
      return [rowNumber, [...versionStep(current.get(wholeKey(piece)), whole), ...fields]];
    }),
  );
}

/** The row of a whole also says which version it would make. */
function versionStep(current: CurrentWhole | undefined, whole: string | null): Difference[] {
  if (!current || whole === null || whole === current.contentSha256) return [];
  const { versionNumber } = current;
  return [{ field: 'version', before: `${versionNumber}`, after: `${versionNumber + 1}` }];
}

/** What stands under the codes, by the key of the whole; nothing when the institution is new. */
async function currentWholes(
  db: Kysely<DB>,
  run: Run,
  programmes: readonly string[],
  syllabi: readonly string[],
): Promise<Map<string, CurrentWhole>> {
  const institutionId = await findOrganisationByName(db, run.institutionName ?? '');
  if (institutionId === undefined) return new Map();
  const standing = [
    ...(await currentProgrammes(db, institutionId, programmes)).values(),
    ...(await currentSyllabi(db, institutionId, syllabi)).values(),
  ];
  return new Map(standing.map((whole) => [wholeKey(whole.pieces[0]!), whole]));
}

const codeOf = ({ code }: ReadWhole): string => code;
const ownerCode = (piece: Piece): string =>
  'programme' in piece ? piece.programme : piece.syllabus;
