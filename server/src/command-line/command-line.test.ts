import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import exceljs from 'exceljs';
import { connect, type Database } from '#src/db/connect.ts';
import type { CoverageReport } from '#src/gap/contract.ts';
import type { ImportRowPage, ImportRun } from '#src/imports/contract.ts';
import type { FoundView, LinksReply } from '#src/linking/contract.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { commandLine, databaseUrl, type Said } from '#src/testing/command-line.ts';
import { exampleDocument } from '#src/testing/example-programme.ts';

const onServer = await databaseUrl();
const nhip = await commandLine(onServer);
const INSTITUTION = 'Trường Đại học Thử Nghiệm';
const REPORT = ['report', 'coverage', '--programme', '7489999', '--institution', INSTITUTION];
const folder = join(nhip.home, '..');
const [ads, broken, programme] = ['ads.csv', 'broken.csv', 'programme.json'].map((name) =>
  join(folder, name),
) as [string, string, string];

/** Held open, so that the commands join a running database instead of starting one each. */
let database: Database;

before(async () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    title: `Kỹ sư dữ liệu ${index}`,
    employer: `Công ty Hư Cấu ${index % 9}`,
    tags: index % 2 === 0 ? ['SQL', 'Python'] : ['Kubernetes'],
  }));
  await writeFile(ads, advertisementsFile(rows));
  const wrong = [
    { title: 'Kỹ sư kiểm thử', employer: 'Công ty Hư Cấu', tags: ['SQL'] },
    { title: '', employer: 'Công ty Hư Cấu', tags: ['SQL'] },
    { title: 'Kỹ sư mạng', employer: 'Công ty Hư Cấu', tags: [], postedAt: 'hôm qua' },
  ];
  await writeFile(broken, advertisementsFile(wrong));
  await writeFile(programme, JSON.stringify(exampleDocument()));
});
after(() => database?.close());

test('help stands in both languages', async () => {
  const vietnamese = await nhip.run([]);
  const english = await nhip.run(['help', '--lang', 'en']);
  assert.deepEqual([vietnamese.code, english.code], [0, 0]);
  assert.match(vietnamese.stdout, /tạo bản cài đặt trống/);
  assert.match(english.stdout, /make an empty installation/);
  for (const command of [
    ...['init', 'serve', 'start', 'import ads', 'import programme'],
    ...['report coverage', 'link', 'relink', 'backup', 'restore'],
  ]) {
    assert.ok(english.stdout.includes(`nhip ${command}`), command);
    assert.ok(vietnamese.stdout.includes(`nhip ${command}`), command);
  }
});

test('a mistake is one line in the language asked for, with its code, and exits 1', async () => {
  const unknown = await nhip.run(['sing']);
  refused(unknown, 'command-unknown');
  assert.match(unknown.stderr, /Không có lệnh "sing"/);
  const byOption = await nhip.run(['init', '--loud', '--lang=en'], { env: { NHIP_LANG: 'vi' } });
  refused(byOption, 'option-invalid');
  assert.match(byOption.stderr, /An option is not valid: --loud\./);
  const byEnvironment = await nhip.run(['sing'], { env: { LANG: 'en_GB.UTF-8' } });
  assert.equal(
    byEnvironment.stderr,
    'command-unknown: There is no command "sing". Run "nhip help" to see the commands.\n',
  );
  refused(await nhip.run(['import', 'people', ads]), 'option-invalid');
});

test('with --json a mistake is a document in both languages', async () => {
  const { code, stdout, stderr } = await nhip.run(['sing', '--json']);
  assert.deepEqual([code, stderr], [1, '']);
  assert.deepEqual(JSON.parse(stdout), {
    error: {
      code: 'command-unknown',
      detail: { command: 'sing' },
      words: {
        vi: 'Không có lệnh "sing". Chạy "nhip help" để xem các lệnh.',
        en: 'There is no command "sing". Run "nhip help" to see the commands.',
      },
    },
  });
});

test('what cannot be configured is refused before anything is opened', async () => {
  const open = { HOST: '0.0.0.0' };
  refused(await nhip.run(['serve'], { env: open }), 'public-url-missing');
  refused(await nhip.run(['start'], { env: open }), 'host-not-loopback');
  const known = { PUBLIC_URL: 'https://nhip.example' };
  refused(await nhip.run(['start'], { env: known }), 'demonstration-not-public');
  refused(await nhip.run(['serve'], { env: { PORT: 'many' } }), 'configuration-invalid');
  const half = { OIDC_ISSUER: 'https://id.example' };
  refused(await nhip.run(['serve'], { env: half }), 'configuration-invalid');
});

test('no command but init works where no installation is', async () => {
  refused(await nhip.run(['serve']), 'not-initialised');
  refused(await nhip.run(['link', ads]), 'not-initialised');
});

test('init makes an empty installation once, and says so the second time', async () => {
  const first = await nhip.run(['init', '--json']);
  assert.deepEqual(JSON.parse(first.stdout), {
    initialised: { kind: 'main', home: join(nhip.home, 'main') },
  });
  database = await connect(
    onServer.DATABASE_URL === undefined
      ? { kind: 'embedded', folder: join(nhip.home, 'main', 'postgres') }
      : { kind: 'server', url: onServer.DATABASE_URL },
  );
  assert.equal(await count('advertisement'), 0);
  assert.equal(await count('framework'), 1);
  refused(await nhip.run(['init']), 'already-initialised');
});

test('an import without --yes and without a terminal previews, applies nothing and exits 1', async () => {
  const said = await nhip.run(['import', 'ads', broken]);
  assert.equal(said.code, 1);
  assert.match(
    said.stdout,
    /Xem trước broken\.csv \(itviec-csv\): 1 mới, 0 thay đổi.*2 bị từ chối/,
  );
  assert.match(said.stdout, /dòng 2: .*dòng 3: /s);
  assert.match(said.stderr, /^import-not-confirmed: .*--yes để nhập 1 dòng hợp lệ/);
  assert.equal(await count('advertisement'), 0);

  const machine = await nhip.run(['import', 'ads', broken, '--json']);
  assert.equal(machine.code, 1);
  assert.equal(imported(machine).import.status, 'previewed');
  assert.equal(await count('advertisement'), 0);
});

test('--yes applies the valid rows, lists every rejected one in both languages, and exits 0', async () => {
  const said = await nhip.run(['import', 'ads', broken, '--yes', '--json']);
  assert.equal(said.code, 0, said.stdout);
  const { import: run, rejected } = imported(said);
  assert.deepEqual([run.status, run.counts.new, run.counts.rejected], ['applied', 1, 2]);
  assert.deepEqual(
    rejected.map(({ rowNumber, problems }) => [rowNumber, problems.length > 0]),
    [
      [2, true],
      [3, true],
    ],
  );
  for (const { words } of rejected.flatMap(({ problems }) => problems)) {
    assert.ok(words.vi && words.en && words.vi !== words.en);
  }
  assert.equal(await count('advertisement'), 1);
});

test('the same file imported again changes nothing', async () => {
  assert.equal((await nhip.run(['import', 'ads', ads, '--yes'])).code, 0);
  const again = await nhip.run(['import', 'ads', ads, '--yes', '--lang', 'en']);
  assert.equal(again.code, 0);
  assert.match(again.stdout, /Imported: 0 new, 0 changed, 40 the same/);
  assert.equal(await count('advertisement'), 41);
});

test('a file that cannot be read, is not UTF-8 or of another format is refused in one line', async () => {
  const windows = join(folder, 'windows.csv');
  await writeFile(
    windows,
    Buffer.from(advertisementsFile([]).replace('job', 'j\u00f4b'), 'latin1'),
  );
  const other = join(folder, 'other.csv');
  await writeFile(other, 'họ tên,tuổi\nAn,20\n');
  refused(
    await nhip.run(['import', 'ads', join(folder, 'none.csv'), '--yes']),
    'file-not-readable',
  );
  refused(
    await nhip.run(['import', 'ads', windows, '--format', 'itviec-csv', '--yes']),
    'encoding-not-utf8',
  );
  refused(await nhip.run(['import', 'ads', other, '--yes']), 'format-unknown');
  refused(
    await nhip.run(['import', 'ads', other, '--format', 'itviec-csv', '--yes']),
    'columns-missing',
  );
  refused(await nhip.run(['import', 'programme', programme, '--yes']), 'organisation-required');
});

test('the report stands on the terminal, in a workbook and in a table, and says what it cannot answer', async () => {
  refused(await nhip.run(REPORT), 'organisation-unknown');
  const institution = ['--institution', INSTITUTION];
  assert.equal(
    (await nhip.run(['import', 'programme', programme, ...institution, '--yes'])).code,
    0,
  );
  const text = await nhip.run([...REPORT, '--lang', 'en']);
  assert.equal(text.code, 0, text.stderr);
  assert.match(text.stdout, /7489999/);
  assert.match(text.stdout, /41 vacancies|41 advertisements/);

  const report = await coverage();
  assert.equal(report.programme.code, '7489999');
  assert.equal(report.demand.advertisements, 41);

  const workbook = join(folder, 'report.xlsx');
  assert.equal((await nhip.run([...REPORT, '--out', workbook])).code, 0);
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(workbook);
  assert.ok(book.worksheets.length > 0);
  const unknown = REPORT.with(3, '0000000');
  refused(await nhip.run(unknown), 'programme-unknown');
  refused(
    await nhip.run([...REPORT, '--out', join(folder, 'no', 'such', 'x.csv')]),
    'file-not-writable',
  );
});

test('link finds the competencies of a text, with spans that cut out exactly what it read', async () => {
  const text = 'Yêu cầu:\n- Thành thạo SQL và k8s.\n- Biết lập trinh huong doi tuong 😀, Python';
  const file = join(folder, 'text.txt');
  await writeFile(file, text);
  const said = await nhip.run(['link', file, '--json']);
  const { format, linker, read, links } = JSON.parse(said.stdout) as LinksReply & {
    format: string;
  };
  assert.equal(format, 'nhip.links/2');
  assert.equal(linker.tier, 'hybrid');
  assert.deepEqual(read, { units: text.length, of: text.length });
  for (const { start, end, surface } of links) assert.equal(text.slice(start, end), surface);
  const codes = links.map(({ competency }) => competency.code);
  for (const code of ['DB.SQL', 'IN.KUBERNETES', 'PL.PYTHON'])
    assert.ok(codes.includes(code), code);

  const plain = await nhip.run(['link', '-', '--lang', 'en'], { input: text });
  assert.match(plain.stdout, /^2:14\tSQL\tDB\.SQL\tSQL\tproposed level 5–6 /m);
  assert.match(plain.stdout, /^2:21\tk8s\t.*matched “k8s” = “K8s”, alias of Kubernetes/m);
  const nothing = await nhip.run(['link', '-', '--lang', 'en'], { input: '' });
  assert.equal(nothing.stdout, 'No competency was found.\n');
  refused(await nhip.run(['link', '-'], { input: Buffer.from([0x61, 0xff]) }), 'encoding-not-utf8');
  refused(await nhip.run(['link', join(folder, 'none.txt')]), 'file-not-readable');
});

test('links come line by line and as a table, of one tier or both, of any published framework', async () => {
  const input = '\nKhông yêu cầu Java\nThành thạo SQL';
  const link = (...words: string[]) => nhip.run(['link', '-', '--lang', 'en', ...words], { input });
  const lines = (await link('--format', 'jsonl')).stdout.trimEnd().split('\n');
  const links = lines.map((line) => JSON.parse(line) as FoundView & { line: number });
  const java = links.find(({ competency }) => competency.code === 'PL.JAVA')!;
  assert.deepEqual([java.line, java.band, java.probability], [2, 'review', null]);
  assert.match(java.reasons[1]!.words.vi, /không yêu cầu/);

  const csv = (await link('--format', 'csv', '--framework', 'NHIP-DC')).stdout;
  const [head, ...rows] = csv.trimEnd().split('\r\n');
  assert.match(head!, /^\ufeffline,column,start,end,surface,code,/);
  assert.equal(rows.length, lines.length);

  const dictionary = await link('--tier', 'dictionary', '--json');
  const reply = JSON.parse(dictionary.stdout) as LinksReply;
  assert.equal(reply.linker.tier, 'dictionary');
  assert.ok(reply.links.every(({ method, band }) => method !== 'hybrid' && band === 'accepted'));

  refused(await link('--framework', 'NO-SUCH'), 'not-found');
  refused(await link('--tier', 'oracle'), 'option-invalid');
  refused(await link('--format', 'xlsx'), 'option-invalid');
});

test('a reader who has seen enough does not make a command fail', async () => {
  const child = nhip.start(['help']);
  child.stdout!.destroy();
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 0);
});

test('a back-up restored into a fresh home gives the same report', async () => {
  const archive = join(folder, 'backup.nhip');
  const saved = await nhip.run(['backup', archive, '--json']);
  assert.equal(saved.code, 0, saved.stdout);
  const { backup } = JSON.parse(saved.stdout) as { backup: { tables: number; rows: number } };
  const env = { NHIP_HOME: join(folder, 'restored'), ...(await databaseUrl()) };
  const restored = await nhip.run(['restore', archive, '--json'], { env });
  assert.equal(restored.code, 0, restored.stdout);
  const { restore } = JSON.parse(restored.stdout) as { restore: { tables: number; rows: number } };
  assert.deepEqual([restore.tables, restore.rows], [backup.tables, backup.rows]);
  assert.deepEqual(withoutTimes(await coverage(env)), withoutTimes(await coverage()));
  refused(await nhip.run(['restore', archive], { env }), 'restore-target-not-empty');
});

test('a link for an administrator is printed for who has the machine, and only for platform roles', async () => {
  const said = await nhip.run(['admin', 'create', '--role', 'operator', '--json']);
  assert.equal(said.code, 0, said.stdout);
  const { setUp } = JSON.parse(said.stdout) as { setUp: { role: string; url: string } };
  assert.equal(setUp.role, 'operator');
  assert.match(setUp.url, /\/set-up#[\w-]{43}$/);
  refused(await nhip.run(['admin', 'create', '--role', 'lecturer']), 'option-invalid');
  refused(await nhip.run(['admin', 'remove']), 'option-invalid');
});

test('a database that a newer program has upgraded is refused by every command', async () => {
  await database.pool.query(
    `insert into schema_migration (name, sha256) values ('29990101_future__create', 'x')`,
  );
  for (const args of [['link', ads], ['init']]) {
    refused(await nhip.run(args), 'database-newer-than-program');
  }
  await database.pool.query(`delete from schema_migration where name like '2999%'`);
  assert.equal((await nhip.run(['link', ads])).code, 0);
});

test('relink links every text by the linker of today, and finds nothing to do the next time', async () => {
  const relink = () => nhip.run(['relink', '--json']);
  const first = JSON.parse((await relink()).stdout) as { relinked: { texts: number } };
  assert.ok(first.relinked.texts > 0);
  const second = JSON.parse((await relink()).stdout) as { relinked: { texts: number } };
  assert.equal(second.relinked.texts, 0);
  assert.match((await nhip.run(['relink', '--lang', 'en'])).stdout, /nothing to do/);
  refused(await nhip.run(['relink', 'x']), 'option-invalid');
});

function refused({ code, stdout, stderr }: Said, problem: string): void {
  assert.equal(stderr.split(':')[0], problem, stderr + stdout);
  assert.equal(code, 1);
  assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
}

function imported({ stdout }: Said): { import: ImportRun; rejected: ImportRowPage['items'] } {
  return JSON.parse(stdout) as { import: ImportRun; rejected: ImportRowPage['items'] };
}

async function coverage(env?: NodeJS.ProcessEnv): Promise<CoverageReport> {
  const said = await nhip.run([...REPORT, '--json'], { env });
  assert.equal(said.code, 0, said.stdout);
  return JSON.parse(said.stdout) as CoverageReport;
}

/** What a report says, without when it was computed and under which id it is kept. */
function withoutTimes(report: CoverageReport): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) =>
      ['computedAt', 'measureId'].includes(key) ? undefined : value,
    ),
  );
}

async function count(table: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from ${table}`,
  );
  return rows[0]!.n;
}
