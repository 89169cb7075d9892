import { openInstallation } from '#src/installation/open.ts';
import { askEndpoint } from '#src/linking/endpoint/ask-endpoint.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

/** Asks the operator's model server about lines that wait for a person; without one, nothing happens. */
export async function run(command: Command): Promise<number> {
  operandsOf(command, 'nhip ask-endpoint', 0);
  const { config, language, json } = command;
  if (!config.linkEndpoint) {
    if (json) printJson({ asked: null });
    else printLine(say('endpoint-off', language));
    return 0;
  }
  const opened = await openInstallation(config, 'main', { create: false });
  try {
    const { stopped, ...counts } = await askEndpoint(opened.database.db, config.linkEndpoint);
    if (json) printJson({ asked: { ...counts, stopped } });
    else {
      printLine(say('endpoint-asked', language, counts));
      if (stopped) printLine(say(stopped, language));
    }
    return stopped ? 1 : 0;
  } finally {
    await opened.close();
  }
}
