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
import { fetchPackage } from '#src/standards/case/pulls/pull.ts';
import { programVersion } from '#src/version.ts';
import { operandsOf, type Command } from './arguments.ts';
import { packFiles } from './pack-files.ts';
import { printJson, printLine } from './print.ts';
import { progressLine } from './progress-line.ts';
import { say } from './words.ts';

const KINDS: Record<string, ImportKind> = {
  ads: 'advertisements',
  programme: 'programme',
  framework: 'framework',
};
const USAGE = 'nhip import ads|programme FILE | nhip import framework PATH…|https://…';

/** Previews a file and, when confirmed (--yes, or by a person at the terminal), applies its valid rows. */
export async function run(command: Command): Promise<number> {
  const [what, ...paths] = operandsOf(command, USAGE, 2, { more: true }) as [string, ...string[]];
  const kind = KINDS[what];
  if (!kind || (kind !== 'framework' && paths.length > 1)) {
    throw new Problem('option-invalid', { what: USAGE });
  }
  const { options } = command;
  const { format, source, institution } = options;
  const known = importers.filter((importer) => importer.kind === kind).map((one) => one.format);
  const wanted = known.find((name) => name === format);
  if (format !== undefined && wanted === undefined) {
    throw new Problem('option-invalid', { what: `--format ${format} (${known.join(' | ')})` });
  }
  const opened = await openInstallation(command.config, 'main', { create: false });
  const { database, files, linker } = opened;
  const queue = openJobs(database.pool, () => {});
  const platform: Platform = {
    db: database.db,
    files,
    jobs: queue,
    linker,
    kind: opened.kind,
    programVersion,
    secret: opened.secret,
    letters: command.config.postOffice ? 'sent' : 'kept',
  };
  try {
    const actor = await getActor(database.db, 'command-line', 'import');
    const line = progressLine(command.json);
    const show = ({ phase, done, total }: Progress) => {
      const key = phase === 'staging' ? 'reading' : 'applying';
      line.show(say(key, command.language, { done, total: total ?? '?' }));
    };
    const request = {
      kind,
      format: wanted,
      source,
      institution,
      version: options['framework-version'],
      ...(await contentOf(kind, paths, command)),
    };
    const preview = await runImport(platform, importers, actor, request, show);
    line.end();
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
    line.end();
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

/** Files of this machine, or a package of CASE that is fetched from the server that publishes it. */
async function contentOf(kind: ImportKind, paths: string[], { config }: Command) {
  const [first] = paths;
  if (kind !== 'framework' || paths.length !== 1 || !/^https?:\/\//.test(first!)) {
    return packFiles(paths);
  }
  return fetchPackage(first!, { trustedHosts: config.pullHosts });
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
