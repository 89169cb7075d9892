import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditSession, type OnSaved } from './edit-session.ts';

type Body = { seen: number; change: Record<string, unknown> };

/** A server that answers when the test says so. */
function server(onSaved: OnSaved = () => undefined) {
  const asked: { body: Body; answer: (value: never) => void; refuse: (fault: unknown) => void }[] =
    [];
  const session = new EditSession(
    (body) =>
      new Promise((answer, refuse) => {
        asked.push({ body, answer: answer as never, refuse });
      }),
    onSaved,
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { asked, session, settle };
}

const saved = (revision: number) => ({ revision, part: null }) as never;
const conflict = (field: string) =>
  ({
    conflicts: [{ field, base: 'a', theirs: 'b', yours: 'c', by: null, at: '' }],
    revision: 6,
  }) as never;

test('What is typed is sent with the revision at which it was read', async () => {
  const { asked, session, settle } = server();
  session.arrived(4);
  session.type('label vi', 'Hàn', true);
  session.arrived(9);
  assert.deepEqual(asked[0]!.body, { seen: 4, change: { 'label vi': 'Hàn' } });
  asked[0]!.answer(saved(10));
  await settle();
  assert.equal(session.unsaved, false);
  assert.ok(session.state.saved.has('label vi'));
});

test('What is typed while it is on its way is sent after it, and does not conflict with itself', async () => {
  const { asked, session, settle } = server();
  session.arrived(4);
  session.type('label vi', 'Hàn', true);
  session.type('label vi', 'Hàn dầm', true);
  assert.equal(asked.length, 1);
  asked[0]!.answer(saved(5));
  await settle();
  assert.deepEqual(asked[1]!.body, { seen: 5, change: { 'label vi': 'Hàn dầm' } });
});

test('A field that waits keeps the revision at which it was read, though another one has been saved since', async () => {
  const { asked, session, settle } = server();
  session.arrived(4);
  session.type('label vi', 'Hàn', true);
  session.type('note vi', 'x');
  asked[0]!.answer(saved(8));
  await settle();
  assert.deepEqual(asked[1]!.body, { seen: 4, change: { 'note vi': 'x' } });
});

test('A fault keeps what was typed until it is sent again', async () => {
  const { asked, session, settle } = server();
  session.arrived(4);
  session.type('label vi', 'Hàn', true);
  asked[0]!.refuse(new Error('away'));
  await settle();
  assert.equal(session.state.typed['label vi']!.state, 'failed');
  assert.equal(session.state.typed['label vi']!.value, 'Hàn');
  session.retry();
  assert.deepEqual(asked[1]!.body, asked[0]!.body);
});

test('A conflict keeps both wordings until a person decides; then the choice is sent with the revision of the wordings that were seen', async () => {
  const { asked, session, settle } = server();
  session.arrived(4);
  session.type('label vi', 'c', true);
  asked[0]!.answer(conflict('label vi'));
  await settle();
  assert.equal(session.state.typed['label vi']!.state, 'conflict');
  assert.equal(asked.length, 1);
  session.arrived(9);
  const done = session.decide({ 'label vi': { value: 'b và c' } });
  await settle();
  assert.deepEqual(asked[1]!.body, {
    ...{ seen: 6, change: { 'label vi': 'b và c' } },
  });
  asked[1]!.answer(saved(7));
  await done;
  assert.equal(session.unsaved, false);
});

test('Whoever keeps the other wording has nothing left to save', async () => {
  const { asked, session, settle } = server();
  session.arrived(4);
  session.type('label vi', 'c', true);
  asked[0]!.answer(conflict('label vi'));
  await settle();
  await session.decide({ 'label vi': null });
  assert.equal(session.unsaved, false);
  assert.equal(asked.length, 1);
});

test('What was saved is shown as typed until what stands on the server has arrived', async () => {
  let arrive = () => {};
  const { asked, session, settle } = server(() => new Promise((kept) => (arrive = kept)));
  session.arrived(4);
  session.type('title vi', 'Cầu đường', true);
  asked[0]!.answer(saved(5));
  await settle();
  assert.equal(session.state.typed['title vi']!.value, 'Cầu đường');
  session.type('title vi', 'Cầu đường sắt');
  arrive();
  await settle();
  assert.deepEqual(asked[1]!.body, { seen: 5, change: { 'title vi': 'Cầu đường sắt' } });
});
