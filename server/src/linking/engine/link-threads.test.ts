import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { IndexRefused, LinkThreads, ThreadLost } from './link-threads.ts';
import type { LinkOrder } from './orders.ts';

/** Threads that do what the first text of an order says. */
async function threads(
  t: TestContext,
  options: { threads: number; patienceMilliseconds?: number; idleMilliseconds?: number },
) {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-threads-'));
  const script = join(folder, 'thread.mjs');
  await writeFile(
    script,
    `import { parentPort, threadId } from 'node:worker_threads';
     const read = { units: 0, of: 0 };
     parentPort.on('message', ({ texts: [{ text }] }) => {
       if (text === 'die') process.exit(1);
       if (text === 'throw') throw new Error('thrown');
       if (text === 'hang') for (;;);
       if (text === 'grow') for (const all = []; ; ) all.push(new Array(1e6).fill(text));
       if (text === 'refuse') return parentPort.postMessage({ fault: 'other-content' });
       const links = [{ text, threadId }];
       const answer = () => parentPort.postMessage({ linked: [{ links, read }] });
       if (text.startsWith('slow')) setTimeout(answer, 200); else answer();
     });`,
  );
  const pool = new LinkThreads({ ...options, script: pathToFileURL(script), memoryMegabytes: 64 });
  t.after(async () => {
    await pool.close();
    await rm(folder, { recursive: true });
  });
  const say = async (text: string, urgent = false) => {
    const order = { index: { path: '', hash: '' }, texts: [{ text }] } as unknown as LinkOrder;
    const [linked] = await pool.run(order, { urgent });
    return linked!.links[0] as unknown as { text: string; threadId: number };
  };
  return { pool, say };
}

test('a thread that dies, throws or takes all memory loses its own order and no other', async (t) => {
  const { say } = await threads(t, { threads: 2 });
  for (const end of ['die', 'throw', 'grow']) {
    const [lost, ...answers] = await Promise.allSettled([
      say(end),
      ...['a', 'b', 'c', 'd'].map((text) => say(text)),
    ]);
    assert.ok(lost.status === 'rejected' && lost.reason instanceof ThreadLost, end);
    assert.ok(
      answers.every(({ status }) => status === 'fulfilled'),
      end,
    );
  }
});

test('an order that takes too long is given up, and the next one is done', async (t) => {
  const { say } = await threads(t, { threads: 1, patienceMilliseconds: 300 });
  const [hung, next] = await Promise.allSettled([say('hang'), say('next')]);
  assert.ok(hung.status === 'rejected' && hung.reason instanceof ThreadLost);
  assert.equal(next.status, 'fulfilled');
});

test('what is urgent goes before what waits already', async (t) => {
  const { say } = await threads(t, { threads: 1 });
  const done: string[] = [];
  const waiting = ['slow 1', 'slow 2', 'slow 3'].map((text) =>
    say(text).then(() => done.push(text)),
  );
  waiting.push(say('now', true).then(() => done.push('now')));
  await Promise.all(waiting);
  assert.deepEqual(done, ['slow 1', 'now', 'slow 2', 'slow 3']);
});

test('an index that is refused is told by name, and the thread goes on', async (t) => {
  const { say } = await threads(t, { threads: 1 });
  await assert.rejects(say('refuse'), (fault) => {
    assert.ok(fault instanceof IndexRefused);
    return fault.fault === 'other-content';
  });
  assert.equal((await say('after')).text, 'after');
});

test('a thread without orders ends, and another begins when there is one', async (t) => {
  const { say } = await threads(t, { threads: 1, idleMilliseconds: 50 });
  const first = await say('a');
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.notEqual((await say('b')).threadId, first.threadId);
});

test('closing gives up what waits', async (t) => {
  const { pool, say } = await threads(t, { threads: 1 });
  const orders = Promise.allSettled([say('slow 1'), say('slow 2')]);
  await pool.close();
  for (const one of await orders) assert.equal(one.status, 'rejected');
  await assert.rejects(say('late'), ThreadLost);
});
