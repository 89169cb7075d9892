import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { openInstallation } from '#src/installation/open.ts';
import { Problem } from '#src/errors.ts';
import { firstFault } from '#src/imports/utf8.ts';
import type { LinksReply } from '#src/linking/contract.ts';
import { Tier } from '#src/linking/contract.ts';
import { findLinks } from '#src/linking/find-links.ts';
import { operandsOf, type Command } from './arguments.ts';
import { linkLines, type LinkFormat } from './link-lines.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

const LIMIT = 16 * 2 ** 20;
const FORMATS: readonly LinkFormat[] = ['text', 'jsonl', 'csv'];
const USAGE = 'nhip link FILE';

/** The competencies that a text names, with line and column, as the installation's lexicon and decisions see it. */
export async function run(command: Command): Promise<number> {
  const [path] = operandsOf(command, USAGE, 1) as [string];
  const format = oneOf(FORMATS, command.options.format ?? 'text', '--format');
  const tier = oneOf(Tier.options, command.options.tier ?? 'hybrid', '--tier');
  const text = await readText(path);
  const opened = await openInstallation(command.config, 'main', { create: false });
  try {
    const reply = await findLinks(
      { db: opened.database.db, linker: opened.linker },
      {
        ...{ text, tier, field: 'text', documentType: 'other' },
        frameworks: command.options.framework,
      },
      { wait: true },
    );
    if (command.json) printJson({ format: 'nhip.links/2', ...reply });
    else print(text, reply, format, command);
    return 0;
  } finally {
    await opened.close();
  }
}

function print(text: string, reply: LinksReply, format: LinkFormat, { language }: Command): void {
  for (const line of linkLines(text, reply.links, format, language)) process.stdout.write(line);
  if (format !== 'text') return;
  if (reply.links.length === 0) printLine(say('no-links', language));
  const { units, of } = reply.read;
  if (units < of) process.stderr.write(`${say('read-in-part', language, { units, of })}\n`);
}

function oneOf<T extends string>(known: readonly T[], wanted: string, option: string): T {
  const found = known.find((one) => one === wanted);
  if (found) return found;
  throw new Problem('option-invalid', { what: `${option} ${wanted} (${known.join(' | ')})` });
}

async function readText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
  } catch (cause) {
    throw new Problem('file-not-readable', { file: path }, { cause });
  }
  if (bytes.byteLength > LIMIT) throw new Problem('file-too-large', { limit: '16 MB' });
  const offset = firstFault(bytes);
  if (offset < bytes.byteLength) throw new Problem('encoding-not-utf8', { offset });
  return new TextDecoder().decode(bytes);
}
