import { words, type ProblemCode } from '#src/errors.ts';
import { messages } from '#src/messages.ts';
import type { ImportRun } from './contract.ts';
import type { RunRow } from './queries.ts';

const NOTHING = { new: 0, changed: 0, same: 0, removed: 0, rejected: 0, held: 0, warnings: 0 };

/** A run as the API and the command line show it. */
export function presentRun(run: RunRow): ImportRun {
  return {
    id: run.id,
    kind: run.kind,
    format: run.format,
    source: run.source,
    institutionName: run.institutionName,
    fileName: run.fileName,
    fileSha256: run.fileSha256,
    status: run.status,
    totalRows: run.totalRows,
    stagedRows: run.stagedRows,
    appliedRows: run.appliedRows,
    counts: { ...NOTHING, ...run.counts },
    problem: run.problem && presentProblem(run.problem),
    createdAt: run.createdAt.toISOString(),
    updatedAt: run.updatedAt.toISOString(),
    appliedAt: run.appliedAt?.toISOString() ?? null,
  };
}

/** A code that an older or newer program has written is shown as it stands. */
function presentProblem({ code, detail }: NonNullable<RunRow['problem']>): ImportRun['problem'] {
  if (!(code in messages)) return { code, words: { vi: code, en: code } };
  const known = code as ProblemCode;
  return { code, words: { vi: words(known, detail, 'vi'), en: words(known, detail, 'en') } };
}
