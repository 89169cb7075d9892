import { readConfig, languageOf } from '#src/config.ts';
import { Problem, type Language } from '#src/errors.ts';
import { parseCommand, type Command } from './arguments.ts';
import { printProblem } from './print.ts';

/** One file per command; each is loaded only when it is called. */
const commands: Record<string, () => Promise<{ run: (command: Command) => Promise<number> }>> = {
  help: () => import('./help.ts'),
  init: () => import('./init.ts'),
  start: () => import('./start.ts'),
  serve: () => import('./serve.ts'),
  import: () => import('./import.ts'),
  report: () => import('./report.ts'),
  link: () => import('./link.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
};

async function main(words: string[]): Promise<number> {
  let language: Language = languageOf(process.env);
  let json = words.includes('--json');
  try {
    const config = readConfig();
    language = config.language;
    const command = parseCommand(words, config);
    language = command.language;
    json = command.json;
    const load = commands[command.name];
    if (!load) throw new Problem('command-unknown', { command: command.name });
    return await (await load()).run(command);
  } catch (fault) {
    printProblem(fault, language, json);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
