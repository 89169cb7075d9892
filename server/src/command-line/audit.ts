import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AuditVerdict } from '#src/audit/contract.ts';
import { readHead, readHeadFile } from '#src/audit/head.ts';
import { sealFacts } from '#src/audit/seal.ts';
import { verifyAudit } from '#src/audit/verify.ts';
import { Problem, type Language } from '#src/errors.ts';
import { openInstallation, type Opened } from '#src/installation/open.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

const USAGE = 'nhip audit verify [--head FILE] | nhip audit head [--out FILE]';

/** Proves the chain of seals over all facts, or names its first broken link; gives its head away. */
export async function run(command: Command): Promise<number> {
  const [what] = operandsOf(command, USAGE, 1);
  const { head, out } = command.options;
  const act =
    what === 'verify' && out === undefined
      ? verify
      : what === 'head' && head === undefined
        ? exportHead
        : undefined;
  if (!act) throw new Problem('option-invalid', { what: USAGE });
  const opened = await openInstallation(command.config, 'main', { create: false });
  try {
    return await act(opened, command);
  } finally {
    await opened.close();
  }
}

async function verify({ database }: Opened, { options, language, json }: Command): Promise<number> {
  const head = options.head === undefined ? undefined : await readHeadFile(resolve(options.head));
  const verdict = await verifyAudit(database.db, { head });
  if (json) printJson({ audit: verdict });
  else printVerdict(verdict, head !== undefined, language);
  return verdict.ok ? 0 : 1;
}

function printVerdict(
  { broken, seals, facts, head, unsealed }: AuditVerdict,
  withHead: boolean,
  language: Language,
): void {
  if (broken) {
    process.stderr.write(`audit-${broken.kind}: ${broken.words[language]}\n`);
    return;
  }
  printLine(say('audit-right', language, { seals, facts, unsealed: unsealed?.count ?? 0 }));
  if (head) printLine(say('audit-head', language, { seal: head.sealId, hash: head.hash }));
  if (!withHead) printLine(say('audit-without-head', language));
}

/** Seals what waits first, so that the head stands for every fact there is. */
async function exportHead(
  { database }: Opened,
  { options, language, json }: Command,
): Promise<number> {
  await sealFacts(database.db);
  const head = await readHead(database.db);
  if (options.out === undefined) {
    printJson(head);
    return 0;
  }
  const path = resolve(options.out);
  await writeFile(path, `${JSON.stringify(head, null, 2)}\n`).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw cause;
    throw new Problem('file-not-writable', { file: path }, { cause });
  });
  if (json) printJson({ written: { file: path, format: head.format } });
  else printLine(say('written-to', language, { file: options.out }));
  return 0;
}
