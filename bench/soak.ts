// kill -9 at a random moment of an import, again and again: of the program alone, and of the program
// together with its database. After each: nothing that was acknowledged is lost, nothing is
// half-applied, no process stays behind, and the import resumes to the very state of one that nobody
// disturbed.
//
//   npm run soak -- --kills 50
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeSetUpLink, useSetUpLink } from '../journeys/set-up.ts';
import { removeFolder, runNhip, startServer, temporaryFolder } from '../journeys/start-server.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { byCommandLine, byServer, type Way } from './soak-attempts.ts';
import { copyInstallation, killAndResume } from './soak-round.ts';
import { readState, type State } from './soak-state.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills wants a whole number');

const data = sharedData();
const file = data
  ? join(data, 'itviec_2025_11', 'itviec_clean.csv.gz')
  : fileURLToPath(new URL('../reference/demo/advertisements.csv', import.meta.url));
const scratch = await temporaryFolder('soak');
const template = join(scratch, 'template');
try {
  process.exitCode = (await soak()) === 0 ? 0 : 1;
} finally {
  await removeFolder(scratch);
}

async function soak(): Promise<number> {
  const made = await runNhip(['init'], template);
  if (made.code !== 0) throw new Error(made.errors);
  const ways: [string, Way][] = [
    ['command line', byCommandLine],
    ['server', byServer(await signIn())],
  ];
  const before = await readState(template);
  const whole: { state: State; milliseconds: number }[] = [];
  for (const [name, way] of ways) whole.push(await undisturbed(name, way));
  const [first, second] = whole.map(({ state }) => state.digest);
  if (first !== second) throw new Error('the two ways of importing do not give the same state');

  let failed = 0;
  const perWay = Math.ceil(kills / ways.length);
  for (let kill = 0; kill < kills; kill += 1) {
    const turn = Math.floor(kill / ways.length);
    const [name, way] = ways[kill % ways.length]!;
    const { state: after, milliseconds } = whole[kill % ways.length]!;
    const withDatabase = turn % 2 === 1;
    const home = join(scratch, `kill-${kill + 1}`);
    // Each kill has a slice of the duration to itself, so that few of them also reach all of it.
    const moment = () => ((turn + Math.random()) / perWay) * milliseconds;
    const round = { way, file, template, home, moment, withDatabase, before, after };
    const line = `${String(kill + 1).padStart(3)}/${kills}  ${name}${withDatabase ? ' and database' : ''}`;
    try {
      const { killedAfter, found, resumedIn, faults } = await killAndResume(round);
      const verdict = faults.length === 0 ? 'ok' : `FAILED: ${faults.join('; ')}`;
      if (faults.length > 0) failed += 1;
      console.log(
        `${line}: killed after ${seconds(killedAfter)} of ${seconds(milliseconds)} ` +
          `(${found}), resumed in ${seconds(resumedIn)}: ${verdict}`,
      );
    } catch (fault) {
      failed += 1;
      console.log(`${line}: FAILED: ${(fault as Error).message}`);
    }
    await removeFolder(home);
  }
  console.log(`${kills - failed} passed, ${failed} failed`);
  return failed;
}

/** The template has a secretariat; their session is as good in every copy of it. */
async function signIn(): Promise<string> {
  const link = await makeSetUpLink(template);
  const server = await startServer('serve', template);
  try {
    return await useSetUpLink(server.url, link);
  } finally {
    await server.stop();
  }
}

async function undisturbed(name: string, way: Way) {
  const home = join(scratch, 'undisturbed');
  await copyInstallation(template, home);
  const attempt = await way(home, file);
  const start = performance.now();
  await attempt.applied;
  const milliseconds = performance.now() - start;
  await attempt.close();
  const state = await readState(home);
  await removeFolder(home);
  if (state.faults.length > 0) throw new Error(state.faults.join('; '));
  const { advertisements, vacancies, links } = state.counts;
  console.log(
    `undisturbed, ${name}: ${seconds(milliseconds)}; ${advertisements} advertisements, ` +
      `${vacancies} vacancies, ${links} links, digest ${state.digest.slice(0, 12)}`,
  );
  return { state, milliseconds };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
