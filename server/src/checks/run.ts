import { checkBothLanguages } from './both-languages.ts';
import { checkFormatting, checkTypes } from './commands.ts';
import { checkDistribution } from './distribution.ts';
import { checkRoutes } from './routes.ts';
import { checkWalls } from './walls.ts';
import { checkWriters } from './writers.ts';
import { checkGeneratedTypes } from './generated-types.ts';
import { checkReferenceFiles } from './reference.ts';

/** A check gives back one line per finding; none is a pass. */
export type Check = () => Promise<string[]>;

const checks: Record<string, Check> = {
  'types of server and bench': () => checkTypes('server'),
  'types of the web': () => checkTypes('web'),
  'types of the journeys': () => checkTypes('journeys'),
  formatting: () => checkFormatting(),
  'walls between rooms': checkWalls,
  'one writer per table': checkWriters,
  'generated types are fresh': () => checkGeneratedTypes(),
  'words stand in both languages': checkBothLanguages,
  'every route has an access rule': checkRoutes,
  'the reference framework has no mistake': checkReferenceFiles,
  'tables can be spread over several machines': checkDistribution,
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const findings = await check().catch((fault: unknown) => [
    `the check itself failed: ${String(fault)}`,
  ]);
  process.stdout.write(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
  for (const finding of findings) process.stdout.write(`     ${finding}\n`);
  if (findings.length > 0) failed++;
}
process.stdout.write(`check: ${Object.keys(checks).length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
