import { createInterface } from 'node:readline/promises';
import { Problem } from '#src/errors.ts';
import { importers } from '#src/importers.ts';
import type { ImportKind, ImportRun } from '#src/imports/contract.ts';
import type { Progress } from '#src/imports/progress.ts';
import { importerOf } from '#src/imports/importers.ts';
import { findRun } from '#src/imports/queries.ts';
import { rejectedRows } from '#src/imports/read-rows.ts';
import { confirmAndApply, runImport } from '#src/imports/run-import.ts';
import { openInstallation } from '#src/installation/open.ts';
import { openJobs } from '#src/jobs/pg-boss.ts';
import type { Platform } from '#src/platform.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { programVersion } from '#src/version.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

const KINDS: Record<string, ImportKind> = { ads: 'advertisements', programme: 'programme' };
const USAGE = 'nhip import ads|programme FILE';

/** Previews a file and, when confirmed (--yes, or by a person at the terminal), applies its valid rows. */
export async function run(command: Command): Promise<number> {
  const [what, path] = operandsOf(command, USAGE, 2) as [string, string];
  const kind = KINDS[what];
  if (!kind) throw new Problem('option-invalid', { what: USAGE });
  const { format, source, institution } = command.options;
  const known = importers.filter((importer) => importer.kind === kind).map((one) => one.format);
  const wanted = known.find((name) => name === format);
  if (format !== undefined && wanted === undefined) {
    throw new Problem('option-invalid', { what: `--format ${format} (${known.join(' | ')})` });
  }
  const opened = await openInstallation(command.config, 'main', { create: false });
  const { database, files } = opened;
  const queue = openJobs(database.pool, () => {});
  const platform: Platform = {
    db: database.db,
    files,
    jobs: queue,
    kind: opened.kind,
    programVersion,
    secret: opened.secret,
    letters: command.config.postOffice ? 'sent' : 'kept',
  };
  try {
    const actor = await getActor(database.db, 'command-line', 'import');
    const show = progressLine(command);
    const request = { kind, path, format: wanted, source, institution };
    const preview = await runImport(platform, importers, actor, request, show);
    show.end();
    if (!command.json) printLine(counts('preview', preview, command));
    if (!(await confirmed(command))) {
      if (command.json) {
        await printRun(platform, preview);
        return 1;
      }
      await printRejected(platform, preview, command);
      const { new: added, changed, same } = preview.counts;
      throw new Problem('import-not-confirmed', { valid: added + changed + same });
    }
    const applied = await confirmAndApply(platform, importers, actor, preview.id, show);
    show.end();
    if (command.json) await printRun(platform, applied);
    else {
      printLine(counts('applied', applied, command));
      await printRejected(platform, applied, command);
    }
    return 0;
  } finally {
    await queue.stop();
    await opened.close();
  }
}

async function confirmed({ options, language, json }: Command): Promise<boolean> {
  if (options.yes) return true;
  if (json || !process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(say('question', language));
  terminal.close();
  return /^(y|yes|c|có|co)$/i.test(answer.trim());
}

function counts(key: 'preview' | 'applied', run: ImportRun, { language }: Command): string {
  return say(key, language, { file: run.fileName, format: run.format, ...run.counts });
}

async function* rejected(platform: Platform, run: ImportRun) {
  const row = await findRun(platform.db, run.id);
  if (!row) throw new Problem('not-found', { what: run.id });
  yield* rejectedRows(platform.db, importerOf(importers, row), row);
}

async function printRun(platform: Platform, run: ImportRun): Promise<void> {
  printJson({ import: run, rejected: await Array.fromAsync(rejected(platform, run)) });
}

async function printRejected(
  platform: Platform,
  run: ImportRun,
  { language }: Command,
): Promise<void> {
  for await (const row of rejected(platform, run)) {
    const what = row.problems
      .map(({ column, words }) => `${column === null ? '' : `[${column}] `}${words[language]}`)
      .join('; ');
    printLine(
      say('rejected-row', language, {
        row: row.rowNumber,
        label: row.label ? `${row.label}: ` : '',
        what,
      }),
    );
  }
}

/** A line that rewrites itself on a terminal, and nothing elsewhere. */
function progressLine({ language, json }: Command) {
  const live = process.stderr.isTTY && !json;
  let shown = false;
  const show = ({ phase, done, total }: Progress) => {
    if (!live) return;
    shown = true;
    const key = phase === 'staging' ? 'reading' : 'applying';
    process.stderr.write(`\r\u001b[K${say(key, language, { done, total: total ?? '?' })}`);
  };
  show.end = () => {
    if (shown) process.stderr.write('\r\u001b[K');
    shown = false;
  };
  return show;
}
