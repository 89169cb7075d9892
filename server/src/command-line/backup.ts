import { resolve } from 'node:path';
import { backup } from '#src/db/backup/backup.ts';
import { openInstallation } from '#src/installation/open.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

export async function run(command: Command): Promise<number> {
  const [path] = operandsOf(command, 'nhip backup FILE', 1) as [string];
  const opened = await openInstallation(command.config, 'main', {
    create: false,
    as: 'owner',
  });
  try {
    const summary = await backup(opened.database, opened.files.folder, resolve(path));
    if (command.json) printJson({ backup: summary });
    else {
      const { tables, rows, files } = summary;
      printLine(say('backed-up', command.language, { tables, rows, files, file: summary.path }));
    }
    return 0;
  } finally {
    await opened.close();
  }
}
