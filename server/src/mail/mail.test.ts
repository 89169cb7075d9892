import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { testPlatform, type TestPlatform } from '#src/testing/app.ts';
import { forgetOldLetters } from './forget-letters.ts';
import { letterJobs, transportOptions } from './post-office.ts';
import { LETTER_JOB, sendLetter, sendLetters, type Letter } from './send-letter.ts';

const LETTER: Letter = {
  to: 'nguoi.thu@minh-hoa.example',
  subject: 'Lời mời tham gia Trường Đại học Minh Họa',
  body: 'Xin chào,\n\nhttp://localhost:5757/invitation#bi-mat\n',
  language: 'vi',
};

test('a letter goes out with its subject and text, and nothing of it is kept', async (t) => {
  const { office, received } = await postOffice(t);
  const whole = await testPlatform(t);
  await write(whole, [LETTER]);
  await emptyOutbox(whole, office);
  assert.equal(received.length, 1);
  assert.equal(received[0]!.to, LETTER.to);
  assert.match(received[0]!.text, /Subject: =\?UTF-8\?/);
  assert.match(received[0]!.text, /invitation#bi-mat/);
  const { rows } = await whole.database.owner.query(
    'select recipient, body, sent_at is not null as sent from letter',
  );
  assert.deepEqual(rows, [{ recipient: null, body: null, sent: true }]);
});

test('a letter is ordered in the transaction of its act: what is rolled back sends nothing', async (t) => {
  const whole = await testPlatform(t);
  const { db, jobs } = whole.platform;
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await sendLetter(trx, jobs, LETTER);
      throw new Error('the act fails');
    }),
  );
  const { rows } = await whole.database.owner.query('select from letter');
  assert.equal(rows.length, 0);
});

test('many letters are one job; one that is refused does not keep the others, and is tried again', async (t) => {
  const { office, received, refuse } = await postOffice(t);
  const whole = await testPlatform(t);
  const to = (name: string) => ({ ...LETTER, to: `${name}@minh-hoa.example` });
  await write(whole, [to('mot'), to('hai'), to('ba')]);
  refuse.add('hai@minh-hoa.example');
  await assert.rejects(
    emptyOutbox(whole, office),
    (fault: Error) => !/minh-hoa/.test(fault.message),
  );
  assert.deepEqual(
    received.map((letter) => letter.to.split('@')[0]),
    ['mot', 'ba'],
  );
  const { rows } = await whole.database.owner.query(
    'select attempts, problem from letter where sent_at is null',
  );
  assert.deepEqual(rows, [{ attempts: 1, problem: 'EENVELOPE 550' }]);
  refuse.clear();
  await emptyOutbox(whole, office);
  assert.equal(received.length, 3);
});

test('a post office that is away loses no letter', async (t) => {
  const whole = await testPlatform(t);
  await write(whole, [LETTER]);
  const away = { url: 'smtp://127.0.0.1:9', from: 'nhip@minh-hoa.example' };
  await assert.rejects(emptyOutbox(whole, away), /ESOCKET|ECONNECTION|ECONNREFUSED/);
  const { office, received } = await postOffice(t);
  await emptyOutbox(whole, office);
  assert.equal(received.length, 1);
});

async function write({ platform }: TestPlatform, letters: Letter[]): Promise<void> {
  await platform.db.transaction().execute((trx) => sendLetters(trx, platform.jobs, letters));
}

async function emptyOutbox({ platform }: TestPlatform, office: { url: string; from: string }) {
  const handler = letterJobs(platform.db, office)[LETTER_JOB]!;
  await handler({}, new AbortController().signal);
}

interface Received {
  to: string;
  text: string;
}

async function postOffice(t: TestContext) {
  const received: Received[] = [];
  const refuse = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const fault = Object.assign(new Error('unknown'), { responseCode: 550 });
      done(refuse.has(address) ? fault : null);
    },
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]!.address, text });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = listening.address() as AddressInfo;
  return {
    received,
    refuse,
    office: { url: `smtp://127.0.0.1:${port}`, from: 'nhip@minh-hoa.example' },
  };
}

test('a letter that nobody could deliver for a month keeps neither address nor text', async (t) => {
  const whole = await testPlatform(t);
  await write(whole, [LETTER, LETTER]);
  await whole.database.owner.query(
    `update letter set created_at = now() - interval '31 days' where id = (select min(id) from letter)`,
  );
  await forgetOldLetters(whole.platform.db);
  const { rows } = await whole.database.owner.query(
    'select recipient is null and body is null as forgotten from letter order by id',
  );
  assert.deepEqual(rows, [{ forgotten: true }, { forgotten: false }]);
});

test('Letters are sent unencrypted within this machine alone', () => {
  assert.equal(transportOptions('smtp://127.0.0.1:25').requireTLS, false);
  assert.equal(transportOptions('smtp://user:secret@mail.minh-hoa.example:587').requireTLS, true);
});
