import { Problem } from '#src/errors.ts';
import { openInstallation } from '#src/installation/open.ts';
import { PLATFORM_ROLES } from '#src/actors/actor.ts';
import { makeSetUpToken } from '#src/sign-in/set-up.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

const USAGE = 'nhip admin create [--role secretariat|operator]';

/** Prints the link that makes an administrator's account, once; whoever holds the machine may have it. */
export async function run(command: Command): Promise<number> {
  const [what] = operandsOf(command, USAGE, 1);
  const wanted = command.options.role ?? 'secretariat';
  const role = PLATFORM_ROLES.find((known) => known === wanted);
  if (what !== 'create' || !role) throw new Problem('option-invalid', { what: USAGE });
  const { config, language } = command;
  const opened = await openInstallation(config, 'main', { create: false });
  try {
    const token = await opened.database.db
      .transaction()
      .execute((trx) => makeSetUpToken(trx, role));
    const base = config.publicUrl?.origin ?? `http://${config.host}:${config.port}`;
    const url = `${base}/set-up#${token}`;
    if (command.json) printJson({ setUp: { role, url } });
    else printLine(say('admin-link', language, { role, url }));
    return 0;
  } finally {
    await opened.close();
  }
}
