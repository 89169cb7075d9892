import { readConfig, languageOf } from '#src/config.ts';
import type { Language } from '#src/errors.ts';
import { parseCommand, type Command, type CommandName } from './arguments.ts';
import { printProblem } from './print.ts';

/** One file per command; each is loaded only when it is called. */
const commands: Record<CommandName, () => Promise<{ run: (command: Command) => Promise<number> }>> =
  {
    help: () => import('./help.ts'),
    init: () => import('./init.ts'),
    admin: () => import('./admin.ts'),
    start: () => import('./start.ts'),
    serve: () => import('./serve.ts'),
    import: () => import('./import.ts'),
    report: () => import('./report.ts'),
    link: () => import('./link.ts'),
    relink: () => import('./relink.ts'),
    'ask-endpoint': () => import('./ask-endpoint.ts'),
    'draft-aliases': () => import('./draft-aliases.ts'),
    backup: () => import('./backup.ts'),
    restore: () => import('./restore.ts'),
    audit: () => import('./audit.ts'),
    reference: () => import('./reference.ts'),
  };

async function main(words: string[]): Promise<number> {
  let language: Language = askedLanguage(words) ?? languageOf(process.env);
  const json = words.includes('--json');
  try {
    const config = readConfig();
    language = askedLanguage(words) ?? config.language;
    const command = parseCommand(words, config);
    return await (await commands[command.name]()).run(command);
  } catch (fault) {
    printProblem(fault, language, json);
    return 1;
  }
}

/** What --lang says, before anything is known to be right: mistakes too are told in that language. */
function askedLanguage(words: string[]): Language | undefined {
  const asked = words
    .map((word, at) => (word === '--lang' ? words[at + 1] : word.replace(/^--lang=/, '')))
    .find((value, at) => words[at]!.startsWith('--lang') && (value === 'vi' || value === 'en'));
  return asked as Language | undefined;
}

// a reader who has seen enough (`nhip … | head`) does not stop the work
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});
process.exitCode = await main(process.argv.slice(2));
