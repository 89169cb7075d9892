import { openInstallation } from '#src/installation/open.ts';
import { Problem } from '#src/errors.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

export async function run(command: Command): Promise<number> {
  operandsOf(command, 'nhip init', 0);
  const kind = command.options.demo ? 'demo' : 'main';
  const opened = await openInstallation(command.config, kind, { create: true });
  try {
    if (!opened.created) throw new Problem('already-initialised', { home: opened.name });
    if (command.json) printJson({ initialised: { kind, home: opened.name } });
    else printLine(say('initialised', command.language, { home: opened.name }));
    return 0;
  } finally {
    await opened.close();
  }
}
