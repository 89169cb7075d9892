import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { readConfig } from '#src/config.ts';
import { testPlatform, type TestPlatform } from '#src/testing/app.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { importFile } from '#src/testing/import-file.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { importSmallFramework } from '#src/testing/linking-framework.ts';
import { modelServer, type ModelBody as Body } from '#src/testing/model-server.ts';
import { askEndpoint } from './ask-endpoint.ts';

const asking = 'Vận hành Kubernetes mỗi ngày';
const withAddress = 'Biết Docker; hỏi thêm hoa.tran@example.org';
const contact = 'Liên hệ chị Hoa nếu bạn thạo Python';

/** An advertisement whose links of the dictionary are put before a person. */
async function waitingPlatform(t: TestContext): Promise<TestPlatform> {
  const opened = await testPlatform(t);
  await importSmallFramework(opened);
  await importFile(opened.platform, opened.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile([
      {
        title: 'Kỹ sư nền tảng',
        tags: [],
        employer: 'Công ty Gió Mới Hư Cấu',
        requirements: [asking, withAddress, contact].join('\n'),
      },
    ]),
  });
  await opened.database.owner.query(`update advertisement_link set band = 'review'`);
  return opened;
}

/** Chooses the first candidate at the first word of the line. */
function firstOf({ messages }: Body) {
  const { line, candidates } = JSON.parse(messages![1]!.content) as {
    line: string;
    candidates: { id: number }[];
  };
  const content = JSON.stringify({
    choices: [{ id: candidates[0]!.id, span: line.split(' ')[0] }],
  });
  return { choices: [{ message: { content } }] };
}

const lineOf = (content: string) => (JSON.parse(content) as { line: string }).line;

const opinions = ({ database }: TestPlatform) =>
  database.owner
    .query('select place, origin, span_start, span_end from link_endpoint_opinion order by place')
    .then(({ rows }) => rows as Record<string, unknown>[]);

test('without a configuration there is no endpoint, and half a configuration is refused', () => {
  assert.equal(readConfig({}).linkEndpoint, undefined);
  const url = { LINK_ENDPOINT_URL: 'https://models.example.org/v1' };
  assert.throws(() => readConfig(url), isProblem('configuration-invalid'));
  const whole = readConfig({ ...url, LINK_ENDPOINT_CHAT_MODEL: 'some-model' }).linkEndpoint;
  assert.deepEqual([whole?.chatModel, whole?.trustedHosts], ['some-model', []]);
});

test('lines that wait are asked about once; opinions are hints, and no link changes by them', async (t) => {
  const opened = await waitingPlatform(t);
  const { endpoint, bodies } = await modelServer(t, firstOf);
  const links = () =>
    opened.database.owner
      .query('select id, band, verdict, counts from advertisement_link order by id')
      .then(({ rows }) => rows as unknown[]);
  const before = await links();
  const asked = await askEndpoint(opened.platform.db, endpoint);
  assert.deepEqual(asked, { lines: 3, withheld: 1, known: 0, answered: 2, stopped: null });
  assert.deepEqual(await links(), before);
  const kept = await opinions(opened);
  assert.equal(kept.length, 2);
  assert.ok(kept.every(({ place, origin }) => place === 1 && origin === 'review'));
  const again = await askEndpoint(opened.platform.db, endpoint);
  assert.deepEqual([again.known, bodies.length], [2, 2]);
});

test('what is personal never leaves, and no key, text or name stands in the record', async (t) => {
  const opened = await waitingPlatform(t);
  const { endpoint, bodies } = await modelServer(t, firstOf);
  await askEndpoint(opened.platform.db, endpoint);
  const sent = bodies.map(({ messages }) => messages![1]!.content).join(' ');
  const lines = bodies.map(({ messages }) => lineOf(messages![1]!.content)).join(' ');
  for (const secret of ['hoa.tran', 'chị Hoa', 'Python', 'Gió Mới']) {
    assert.ok(!lines.includes(secret), secret);
  }
  assert.ok(!sent.includes('example.org'));
  const { rows } = await opened.database.owner.query('select * from link_endpoint_call');
  assert.equal(rows.length, 2);
  assert.ok(!JSON.stringify(rows).includes('Kubernetes'));
});

test('embeddings bring in competencies beside those found, and are asked for once', async (t) => {
  const opened = await waitingPlatform(t);
  const embedded = (text: string) => [/python|kubernetes/i.test(text) ? 1 : 0, 0.3];
  const { endpoint, bodies } = await modelServer(
    t,
    ({ input }) => ({ data: input!.map((text, index) => ({ index, embedding: embedded(text) })) }),
    { embeddingsModel: 'vectors' },
  );
  await askEndpoint(opened.platform.db, endpoint);
  const kept = await opinions(opened);
  assert.ok(kept.length > 0);
  assert.ok(kept.every(({ origin, span_start }) => origin === 'embeddings' && span_start === null));
  const calls = bodies.length;
  await askEndpoint(opened.platform.db, endpoint);
  assert.equal(bodies.length, calls);
});

test('an endpoint that fails three times in a row is left alone, and nothing is kept of it', async (t) => {
  const opened = await waitingPlatform(t);
  const { endpoint, bodies } = await modelServer(t, () => ({ nonsense: true }), {
    ...{ chatModel: 'chat', embeddingsModel: 'vectors' },
  });
  const asked = await askEndpoint(opened.platform.db, endpoint);
  assert.deepEqual([asked.stopped, asked.answered], ['endpoint-fails', 0]);
  assert.equal(bodies.length, 3);
  assert.deepEqual(await opinions(opened), []);
});
