import { randomUUID } from 'node:crypto';
import { databaseProblem } from '#src/db/database-problem.ts';
import { Problem, words, type Language } from '#src/errors.ts';

/** Machine output: one JSON document on standard output, as docs/command-line.md describes. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLine(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** One line with a code; what was not thrown on purpose keeps its stack behind NODE_DEBUG=nhip. */
export function printProblem(fault: unknown, language: Language, json: boolean): void {
  const problem = asProblem(fault);
  if (json) {
    printJson({
      error: {
        code: problem.code,
        detail: problem.detail,
        words: {
          vi: words(problem.code, problem.detail, 'vi'),
          en: words(problem.code, problem.detail, 'en'),
        },
      },
    });
  } else {
    process.stderr.write(
      `${problem.code}: ${words(problem.code, problem.detail, language).replaceAll('\n', ' ')}\n`,
    );
  }
  if (process.env.NODE_DEBUG?.split(',').includes('nhip')) console.error(fault);
}

function asProblem(fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  const { code, message } = fault as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new Problem('disk-full', { what: 'NHIP_HOME' });
  return (
    databaseProblem(fault, code ?? message) ??
    (code === 'EACCES' || code === 'EROFS'
      ? new Problem('data-folder-not-usable', { what: message })
      : new Problem('unexpected-fault', { reference: `${randomUUID().slice(0, 8)}: ${message}` }))
  );
}
