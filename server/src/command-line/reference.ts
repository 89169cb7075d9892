import { rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Problem, type Language } from '#src/errors.ts';
import { checkReference, loadable, type ReferenceReport } from '#src/reference/check-reference.ts';
import { findingSentence, type Finding } from '#src/reference/findings.ts';
import { mintUuids } from '#src/reference/mint-uuids.ts';
import { freeze, PUBLISHED_FILE } from '#src/reference/published.ts';
import { readOfficialLists } from '#src/reference/official-lists.ts';
import { readReferenceFiles, REFERENCE_FOLDER } from '#src/reference/read-files.ts';
import { readSource } from '#src/reference/read-source.ts';
import type { Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

const USAGE =
  'nhip reference check [FILE…] [--official FOLDER] · nhip reference mint [FILE…] · nhip reference freeze';

/** The framework in reference/: checked as its authors see it, and its new entries named for good. */
export async function run(command: Command): Promise<number> {
  const [what, ...paths] = command.operands;
  const only = paths.map((path) => relative(REFERENCE_FOLDER, resolve(path)).replaceAll('\\', '/'));
  if (what === 'check') return check(command, only);
  if (what === 'mint') return mint(command, only);
  if (what === 'freeze' && only.length === 0) return freezeIdentities(command);
  throw new Problem('option-invalid', { what: USAGE });
}

async function check(
  { language, json, options }: Command,
  only: readonly string[],
): Promise<number> {
  const lists = options.official === undefined ? [] : await readOfficialLists(options.official);
  const report = checkReference(await readReferenceFiles(), lists);
  const shown = report.findings.filter(({ file }) => isAmong(only, file));
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  if (json) {
    const inWords = shown.map((finding) => ({
      ...finding,
      words: { vi: findingSentence(finding, 'vi'), en: findingSentence(finding, 'en') },
    }));
    printJson({ errors, findings: inWords, figures: report.figures, reached: report.reached });
  } else print(report, shown, errors, language);
  return errors > 0 ? 1 : 0;
}

function isAmong(only: readonly string[], file: string): boolean {
  return only.length === 0 || only.some((one) => file === one || file.startsWith(`${one}/`));
}

function print(
  { findings, figures, reached }: ReferenceReport,
  shown: readonly Finding[],
  errors: number,
  language: Language,
): void {
  for (const finding of shown) {
    const { file, line, severity, code } = finding;
    printLine(
      `reference/framework/${file}:${line}: ${severity} ${code}: ${findingSentence(finding, language)}`,
    );
  }
  if (shown.length > 0) printLine();
  for (const { code, ...counts } of figures.areas) {
    const { competencies, tools, core, described } = counts;
    printLine(
      `  ${code.padEnd(4)} ${String(competencies).padStart(4)} + ${tools} (${core}/${described})`,
    );
  }
  for (const [framework, relations] of Object.entries(figures.crosswalks)) {
    const counts = Object.entries(relations).map(([relation, count]) => `${relation} ${count}`);
    printLine(`  ${framework}: ${counts.join(', ')}`);
  }
  for (const { list, total, reached: count, exact, missing } of reached) {
    const share = ((100 * count) / total).toFixed(1);
    const first = missing.slice(0, 5).join(' · ');
    printLine(say('reference-reached', language, { list, total, count, share, exact, first }));
  }
  const { forms, certificates } = figures;
  const held = certificates.reduce((sum, issuer) => sum + issuer.certificates, 0);
  const { competencies, tools, core, described, ranged, roles } = figures;
  const counts = { competencies, tools, core, described, ranged, roles, certificates: held };
  printLine(say('reference-figures', language, { ...counts, ...forms }));
  const elsewhere = findings.length - shown.length;
  printLine(
    say('reference-findings', language, {
      ...{ errors, warnings: shown.length - errors },
      elsewhere: elsewhere > 0 ? say('reference-elsewhere', language, { count: elsewhere }) : '',
    }),
  );
}

async function mint({ language, json }: Command, only: readonly string[]): Promise<number> {
  const files = await readReferenceFiles();
  const { source, findings } = readSource(files);
  if (!source.framework) {
    const finding = findings.find(({ file }) => file === 'framework.yaml')!;
    throw new Problem('file-not-in-format', {
      ...{ format: finding.file, what: findingSentence(finding, language) },
    });
  }
  const written: { file: string; minted: number }[] = [];
  for (const { name, text } of files) {
    if (!name.endsWith('.yaml') || !isAmong(only, name)) continue;
    const { text: after, minted } = mintUuids(text, source.framework.value.uuid);
    if (minted === 0) continue;
    const path = join(REFERENCE_FOLDER, name);
    await replaceFile(path, after);
    written.push({ file: name, minted });
  }
  if (json) printJson({ written });
  else if (written.length === 0) printLine(say('reference-nothing-minted', language));
  for (const { file, minted } of json ? [] : written) {
    printLine(say('reference-minted', language, { file, count: minted }));
  }
  return 0;
}

/** Puts down what this version gives out for good; done once, when it is published. */
async function freezeIdentities({ language, json }: Command): Promise<number> {
  const files = await readReferenceFiles();
  const source = loadable(readSource(files));
  const standing = files.find(({ name }) => name === PUBLISHED_FILE)?.text ?? '';
  const { version } = source.framework!.value;
  const { text, added } = freeze(standing, source, version);
  if (added > 0) await replaceFile(join(REFERENCE_FOLDER, PUBLISHED_FILE), text);
  if (json) printJson({ frozen: { version, added } });
  else printLine(say('reference-frozen', language, { version, count: added }));
  return 0;
}

/** Nobody who reads meanwhile sees half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}
