// How fast the chain over 500,000 facts is verified, beside merely reading the same rows in the same
// run; and what recording its fact adds to a write, here a reviewer's decision. The embedded
// database, as durable as in use, the program's own role.
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { removeFolder, temporaryFolder } from '../journeys/start-server.ts';
import { hashedColumns, type HashedFact } from '../server/src/audit/fact-hash.ts';
import { record } from '../server/src/audit/record.ts';
import { sealFacts } from '../server/src/audit/seal.ts';
import { verifyAudit } from '../server/src/audit/verify.ts';
import { readConfig } from '../server/src/config.ts';
import { setVerdict as setAdvertisementVerdict } from '../server/src/demand/set-verdict.ts';
import { importers } from '../server/src/importers.ts';
import { confirmAndApply, runImport } from '../server/src/imports/run-import.ts';
import { openInstallation, type Opened } from '../server/src/installation/open.ts';
import { lockDecisions } from '../server/src/linking/standing-decisions.ts';
import { moveInput } from '../server/src/measures/input-revision.ts';
import { setVerdict as setProgrammeVerdict } from '../server/src/programmes/set-verdict.ts';
import { insertDecision, isLinked, findStanding } from '../server/src/review/decision-queries.ts';
import { getActor } from '../server/src/actors/find-actor.ts';
import { median } from './statistics.ts';

const facts = 500_000;
const limits = { rowsPerSecond: 50_000, added: 0.1 };
const rounds = 3;
const decisions = 600;
const advertisements = fileURLToPath(
  new URL('../reference/demo/advertisements.csv', import.meta.url),
);
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const home = await temporaryFolder('bench');
try {
  const opened = await openInstallation(readConfig({ NHIP_HOME: home }), 'main', { create: true });
  try {
    await measureWrite(opened);
    await measureVerification(opened);
  } finally {
    await opened.close();
  }
} finally {
  await removeFolder(home);
}

/** The steps of review/decide.ts, with and without the last but one, in turn. */
async function measureWrite(opened: Opened): Promise<void> {
  const { db } = opened.database;
  const actor = await getActor(db, 'command-line', 'bench');
  await importAdvertisements(opened);
  const pairs = await db
    .selectFrom('advertisement_link')
    .select(['normalised', 'competency_id as competencyId'])
    .groupBy(['normalised', 'competency_id'])
    .orderBy(sql`count(*)`, 'desc')
    .limit(50)
    .execute();
  const decide = (pair: (typeof pairs)[number], turn: number, recorded: boolean) =>
    db.transaction().execute(async (trx) => {
      const { normalised, competencyId } = pair;
      await lockDecisions(trx);
      if (!(await isLinked(trx, normalised, competencyId))) throw new Error('nothing to decide');
      const verdict = turn % 2 === 0 ? 'accept' : 'reject';
      const { id } = await insertDecision(trx, actor, {
        ...{ ...pair, verdict, undoesId: null, note: null },
      });
      const standing = (await findStanding(trx, normalised, competencyId))?.verdict ?? null;
      await setAdvertisementVerdict(trx, normalised, competencyId, standing);
      await setProgrammeVerdict(trx, normalised, competencyId, standing);
      if (recorded) {
        const subject = { subjectKind: 'decision', subjectId: id };
        await record(trx, actor, { action: `link-${verdict}`, ...subject, detail: { ...pair } });
      }
      await moveInput(trx, 'review');
    });
  const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
  for (let turn = 0; turn < decisions; turn += 1) {
    const pair = pairs[turn % pairs.length]!;
    // each kind comes first as often as the other: the second finds warm pages
    const order = turn % 4 < 2 ? (['with', 'without'] as const) : (['without', 'with'] as const);
    for (const kind of order) {
      const start = performance.now();
      await decide(pair, turn, kind === 'with');
      if (turn >= 50) times[kind].push(performance.now() - start);
    }
  }
  const [withFact, without] = [median(times.with), median(times.without)];
  const added = withFact / without - 1;
  console.table({
    'a decision and its fact': { 'median, ms': Number(withFact.toFixed(3)) },
    'a decision alone': { 'median, ms': Number(without.toFixed(3)) },
  });
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  verdict('recording a fact adds', percent(added), percent(limits.added), added <= limits.added);
}

async function importAdvertisements({ database, files, linker, secret }: Opened): Promise<void> {
  const jobs = { send: () => Promise.reject(new Error('nothing waits in a queue here')) };
  const platform = {
    ...{ db: database.db, files, jobs, linker, secret },
    ...{ kind: 'main' as const, programVersion: 'bench', letters: 'kept' as const },
  };
  const actor = await getActor(database.db, 'command-line', 'bench');
  const request = { path: advertisements, kind: 'advertisements' as const, source: 'ours' };
  const { id } = await runImport(platform, importers, actor, request);
  await confirmAndApply(platform, importers, actor, id);
}

async function measureVerification({ database: { db } }: Opened): Promise<void> {
  await sql`
    insert into audit_fact (actor_id, organisation_id, purpose, action, subject_kind, subject_id, detail)
    select a.id, o.id, 'interactive use', 'import-applied', 'import-run', gen_random_uuid()::text,
      jsonb_build_object('new', n, 'changed', n % 7, 'same', n % 11, 'rejected', 0, 'held', n % 3)
    from generate_series(1, ${facts}::int4) n, (select min(id) as id from actor) a,
      (select min(id) as id from organisation) o`.execute(db);
  const start = performance.now();
  const { sealed } = await sealFacts(db);
  const sealing = sealed / ((performance.now() - start) / 1000);
  const rates: Record<'read' | 'verified', number[]> = { read: [], verified: [] };
  for (let round = 0; round < rounds; round += 1) {
    const reading = performance.now();
    const read = await readOnly();
    rates.read.push(read / ((performance.now() - reading) / 1000));
    const verifying = performance.now();
    const checked = await verifyAudit(db);
    if (!checked.ok || checked.facts !== read) throw new Error(JSON.stringify(checked));
    rates.verified.push(checked.facts / ((performance.now() - verifying) / 1000));
  }
  console.table({
    'rows read only': { 'rows/s': Math.round(median(rates.read)) },
    'facts verified': { 'rows/s': Math.round(median(rates.verified)) },
    'facts sealed (once)': { 'rows/s': Math.round(sealing) },
    'limit for verifying': { 'rows/s': limits.rowsPerSecond },
  });
  const reached = median(rates.verified);
  const said = `${number.format(reached)} rows/s`;
  verdict(
    'verified',
    said,
    `${number.format(limits.rowsPerSecond)} rows/s`,
    reached >= limits.rowsPerSecond,
  );
  const memory = process.memoryUsage().rss / 2 ** 20;
  console.log(`${number.format(sealed)} facts; this process holds ${number.format(memory)} MB`);

  /** The same rows in the same pages, nothing computed. */
  async function readOnly(): Promise<number> {
    let [count, after] = [0, '0'];
    for (;;) {
      const { rows } = await sql<HashedFact>`select ${hashedColumns} from audit_fact f
        where f.id > ${after} order by f.id limit 20000`.execute(db);
      if (rows.length === 0) return count;
      count += rows.length;
      after = rows.at(-1)!.id;
    }
  }
}

function verdict(what: string, measured: string, limit: string, reached: boolean): void {
  if (!reached) process.exitCode = 1;
  console.log(`${what} ${measured}, limit ${limit}: ${reached ? 'reached' : 'NOT reached'}`);
}
