import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Problem } from '#src/errors.ts';
import { coverageCsv, coverageXlsx } from '#src/gap/coverage-sheets.ts';
import { coverageText } from '#src/gap/coverage-text.ts';
import { coverageReportByCode } from '#src/gap/coverage-report.ts';
import { openInstallation } from '#src/installation/open.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { programVersion } from '#src/version.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

const FORMATS = ['text', 'json', 'xlsx', 'csv'] as const;
type Format = (typeof FORMATS)[number];
const USAGE = 'nhip report coverage --programme CODE --institution "NAME"';

/** Today's coverage gap of one programme, on the terminal or in a file. */
export async function run(command: Command): Promise<number> {
  const [what] = operandsOf(command, USAGE, 1);
  const { programme, institution, out } = command.options;
  if (what !== 'coverage' || programme === undefined)
    throw new Problem('option-invalid', { what: USAGE });
  if (institution === undefined) throw new Problem('organisation-required');
  const format = formatOf(command, out);
  const opened = await openInstallation(command.config, 'main', { create: false });
  try {
    const { db } = opened.database;
    const actor = await getActor(db, 'command-line', 'report');
    const platform = { db, programVersion, kind: opened.kind };
    const report = await coverageReportByCode(platform, actor, { code: programme, institution });
    if (out === undefined && format === 'json') printJson(report);
    else {
      const content = await written(report, format, command);
      const path =
        out ?? (format === 'xlsx' && process.stdout.isTTY ? `nhip-${programme}.xlsx` : undefined);
      if (path === undefined) process.stdout.write(content);
      else {
        await save(resolve(path), content);
        if (command.json) printJson({ written: { file: resolve(path), format } });
        else printLine(say('written-to', command.language, { file: path }));
      }
    }
    return 0;
  } finally {
    await opened.close();
  }
}

/** What --format says, else what the file's name says, else JSON for machines and text for people. */
function formatOf({ options, json }: Command, out: string | undefined): Format {
  const byName = FORMATS.find((format) => out?.toLowerCase().endsWith(`.${format}`));
  const wanted = options.format ?? byName ?? (json && out === undefined ? 'json' : 'text');
  const format = FORMATS.find((known) => known === wanted);
  if (!format) throw new Problem('report-format-unknown', { format: wanted });
  return format;
}

async function written(
  report: Awaited<ReturnType<typeof coverageReportByCode>>,
  format: Format,
  { language }: Command,
): Promise<string | Buffer> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'xlsx':
      return coverageXlsx(report, language);
    case 'csv':
      return coverageCsv(report, language);
    case 'text':
      return coverageText(report, language);
  }
}

async function save(path: string, content: string | Buffer): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw cause;
    throw new Problem('file-not-writable', { file: path }, { cause });
  }
}
