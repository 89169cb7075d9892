// The CFPackage of ESCO's skills, asked for over HTTP from one server process on the embedded database: how
// long until its last byte is here, and what memory the server takes meanwhile. Then all of ESCO, with its
// occupations and everything that they ask for.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { importOver, withServer, type Installation } from './real-server.ts';

const limit = { seconds: 5 };
const SKILLS = /^(skills|skillGroups|skillSkill|conceptSchemes|\w*SkillsCollection|esco_skills)/i;

const data = sharedData();
if (!data) console.log('skipped: the shared data folder is absent');
else {
  for (const [what, pattern] of [
    ['skills', SKILLS],
    ['all of it', /\.(csv|jsonl)\.gz$/],
  ] as const) {
    await withServer((at, home) => measure(at, home, what, join(data, 'esco_1_2_0'), pattern));
  }
}

async function measure(
  at: Installation,
  home: string,
  what: string,
  folder: string,
  pattern: RegExp,
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name) && /gz$/.test(name));
  const files = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name))] as const),
    ),
  );
  const bundle = join(tmpdir(), `esco-1.2.0-${process.pid}.zip`);
  await writeFile(bundle, zipSync(files, { level: 0 }));
  await importOver(at, bundle, { kind: 'framework', format: 'esco' });
  await rm(bundle);

  const pid = await serverPid(home);
  const table: Record<string, object> = {};
  let slowest = 0;
  for (const version of ['v1p1', 'v1p0', 'v1p1'] as const) {
    const base = new URL(`/ims/case/${version}/`, at.url);
    const list = (await (await fetch(new URL("CFDocuments?filter=title~'ESCO'", base))).json()) as {
      CFDocuments: { identifier: string }[];
    };
    const before = await memory(pid);
    let most = before;
    const watch = setInterval(
      () => void memory(pid).then((now) => (most = Math.max(most, now))),
      50,
    );
    const spentBefore = await processorSeconds(pid);
    const start = performance.now();
    const response = await fetch(new URL(`CFPackages/${list.CFDocuments[0]!.identifier}`, base));
    let first = 0;
    const parts: Uint8Array[] = [];
    for await (const part of response.body!) {
      first ||= performance.now() - start;
      parts.push(part);
    }
    const seconds = (performance.now() - start) / 1000;
    clearInterval(watch);
    const spent = (await processorSeconds(pid)) - spentBefore;
    slowest = Math.max(slowest, seconds);
    const text = Buffer.concat(parts).toString('utf8');
    const whole = JSON.parse(text) as { CFItems: object[]; CFAssociations: object[] };
    table[`${version}${table[version] ? ', again' : ''}`] = {
      seconds: seconds.toFixed(2),
      'of them the server computed': spent.toFixed(2),
      'first byte, ms': Math.round(first),
      items: whole.CFItems.length,
      associations: whole.CFAssociations.length,
      'package, MB': Math.round(text.length / 2 ** 20),
      'memory before, MB': before,
      'most, MB': most,
    };
  }
  console.log(`ESCO, ${what}`);
  console.table(table);
  if (what !== 'skills') return;
  const isReached = slowest <= limit.seconds;
  console.log(
    `${isReached ? 'reached' : 'NOT REACHED'}: ${slowest.toFixed(2)} s, at most ${limit.seconds} s`,
  );
  if (!isReached) process.exitCode = 1;
}

/** Resident memory in MB. */
async function memory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024);
}

/** What the server itself computed; the rest is PostgreSQL, the wire and whatever else the machine does. */
async function processorSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The process that serves this installation: the one of Node whose environment names its home. */
async function serverPid(home: string): Promise<number> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [environment, command] = await Promise.all(
      ['environ', 'cmdline'].map((file) =>
        readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => ''),
      ),
    );
    const isNode = /main\.ts|nhip/.test(command!) && !/postgres/.test(command!.split('\0')[0]!);
    if (isNode && /\0serve\0/.test(command!) && environment!.includes(`NHIP_HOME=${home}\0`))
      return Number(pid);
  }
  throw new Error('the server process was not found');
}
