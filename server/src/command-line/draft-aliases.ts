import { getActor } from '#src/actors/find-actor.ts';
import { proposeDraft } from '#src/frameworks/lexicon/propose-draft.ts';
import { openInstallation } from '#src/installation/open.ts';
import { draftAliases } from '#src/linking/endpoint/draft-aliases.ts';
import { normaliseSurface } from '#src/linking/normalise.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { say } from './words.ts';

/** Lets the operator's model server draft Vietnamese forms, which editors approve or reject. */
export async function run(command: Command): Promise<number> {
  operandsOf(command, 'nhip draft-aliases', 0);
  const { config, language, json } = command;
  if (!config.linkEndpoint?.chatModel) {
    if (json) printJson({ drafted: null });
    else printLine(say('endpoint-no-chat', language));
    return 0;
  }
  const opened = await openInstallation(config, 'main', { create: false });
  try {
    const { db } = opened.database;
    const actor = await getActor(db, 'command-line', 'draft-aliases');
    const drafted = await draftAliases(db, config.linkEndpoint, (trx, draft) => {
      const normalised = normaliseSurface(draft.form);
      return proposeDraft(trx, actor, draft, (form) => normaliseSurface(form) === normalised);
    });
    const { stopped, ...counts } = drafted!;
    if (json) printJson({ drafted: { ...counts, stopped } });
    else {
      printLine(say('endpoint-drafted', language, counts));
      if (stopped) printLine(say(stopped, language));
    }
    return stopped ? 1 : 0;
  } finally {
    await opened.close();
  }
}
