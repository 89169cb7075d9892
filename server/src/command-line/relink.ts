import { openInstallation } from '#src/installation/open.ts';
import { linkerVersion } from '#src/linking/linker-version.ts';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { Problem } from '#src/errors.ts';
import { textSources } from '#src/text-sources.ts';
import { operandsOf, type Command } from './arguments.ts';
import { printJson, printLine } from './print.ts';
import { progressLine } from './progress-line.ts';
import { say } from './words.ts';

/** Links every text that another linker than the present one has linked; goes on where it was stopped. */
export async function run(command: Command): Promise<number> {
  operandsOf(command, 'nhip relink', 0);
  const { config, language, json } = command;
  const opened = await openInstallation(config, 'main', { create: false });
  try {
    const platform = { db: opened.database.db, linker: opened.linker };
    const line = progressLine(json);
    let texts = 0;
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      texts = done;
      line.show(say('linking', language, { done, total }));
    };
    let outcome = await relinkTexts(platform, textSources, { onProgress });
    while (outcome === 'superseded') {
      outcome = await relinkTexts(platform, textSources, { onProgress });
    }
    line.end();
    if (outcome === 'busy') throw new Problem('linking-under-way');
    const linker = linkerVersion(config.linkingThreads === 0 ? 'dictionary' : 'hybrid');
    if (json) printJson({ relinked: { texts, linker } });
    else if (outcome === 'nothing') printLine(say('nothing-to-link', language, { linker }));
    else printLine(say('relinked', language, { done: texts, linker }));
    return 0;
  } finally {
    await opened.close();
  }
}
