import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { openInstallation } from '#src/installation/open.ts';
import { Problem } from '#src/errors.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import { firstFault } from '#src/imports/utf8.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import { currentIndex } from '#src/linking/current-index.ts';
import { linkText } from '#src/linking/link.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

const LIMIT = 16 * 2 ** 20;

/** The competencies that a text names, with line and column, as the installation's lexicon and decisions see it. */
export async function run(command: Command): Promise<number> {
  const [path] = operandsOf(command, 'nhip link FILE', 1) as [string];
  const text = await readText(path);
  const opened = await openInstallation(command.config, 'main', { create: false });
  try {
    const { index } = await currentIndex(opened.database.db);
    const refs = await competencyRefs(opened.database.db);
    const links = linkText(index, 'text', text).map(({ competencyId, ...link }) => ({
      ...link,
      competency: refs.get(competencyId)!,
    }));
    if (command.json) {
      printJson({
        format: 'nhip.links/1',
        linker: { version: index.version, hash: index.hash },
        links,
      });
      return 0;
    }
    for (const { start, surface, competency, method, form } of links) {
      const { line, column } = positionOf(text, start);
      const label = inLanguage(competency.label, command.language);
      const how = method === 'exact' ? '' : `\t${method}: ${form}`;
      printLine(`${line}:${column}\t${surface}\t${competency.code}\t${label}${how}`);
    }
    if (links.length === 0) printLine(say('no-links', command.language));
    return 0;
  } finally {
    await opened.close();
  }
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

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
