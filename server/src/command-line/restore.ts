import { resolve } from 'node:path';
import { connect } from '#src/db/connect.ts';
import { restore } from '#src/db/backup/restore.ts';
import {
  filesFolderOf,
  makeFilesFolder,
  openInstallation,
  targetOf,
} from '#src/installation/open.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

/** Fills an installation that does not exist yet from an archive, then opens it once to see that it is whole. */
export async function run(command: Command): Promise<number> {
  const [path] = operandsOf(command, 'nhip restore FILE', 1) as [string];
  const folder = filesFolderOf(command.config, 'main');
  await makeFilesFolder(folder);
  const database = await connect(targetOf(command.config, 'main'));
  const summary = await restore(resolve(path), database, folder).finally(() => database.close());
  const opened = await openInstallation(command.config, 'main', { create: false });
  await opened.close();
  if (command.json) printJson({ restore: summary });
  else {
    const { tables, rows, files } = summary;
    printLine(say('restored', command.language, { tables, rows, files, file: path }));
  }
  return 0;
}
