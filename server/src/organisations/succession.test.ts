import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { memberOf } from '#src/testing/people.ts';
import { again } from '#src/testing/organisations.ts';
import type { MemberDetail, MemberPage, OrganisationDetail, OrganisationPage } from './contract.ts';
import { maySucceed, mayStand, standsToday } from './tree-rules.ts';

test('a State body stands under one of the tier just above it, and nobody else stands in the tree', () => {
  const body = (tier: 'centre' | 'province' | 'commune') => ({ kind: 'state-body' as const, tier });
  assert.equal(mayStand(body('province'), body('centre')), true);
  assert.equal(mayStand(body('commune'), body('province')), true);
  assert.equal(mayStand(body('commune'), body('centre')), false);
  assert.equal(mayStand(body('centre'), body('centre')), false);
  assert.equal(mayStand(body('province'), null), true);
  assert.equal(mayStand({ kind: 'university', tier: null }, null), true);
  assert.equal(mayStand({ kind: 'university', tier: null }, body('centre')), false);
  assert.equal(mayStand({ kind: 'state-body', tier: null }, null), false);
});

test('nobody succeeds themselves, directly or through others; a split has no one heir', () => {
  const edges = [
    { predecessorId: 1, successorId: 2, kind: 'merger' as const },
    { predecessorId: 2, successorId: 3, kind: 'renaming' as const },
    { predecessorId: 7, successorId: 8, kind: 'split' as const },
  ];
  const may = (
    predecessorId: number,
    successorIds: number[],
    kind: 'merger' | 'split' = 'merger',
  ) => maySucceed(edges, { predecessorId, successorIds, kind });
  assert.equal(may(3, [4]), true);
  assert.equal(may(3, [1]), false);
  assert.equal(may(3, [3]), false);
  assert.equal(may(3, [4, 5]), false);
  assert.equal(may(3, [4], 'split'), false);
  assert.equal(may(3, [4, 5], 'split'), true);
  assert.equal(standsToday(edges, 1), 3);
  assert.equal(standsToday(edges, 7), 7);
});

test('the secretariat enters the tree of State bodies and finds it without accents', async (t) => {
  const app = await testApp(t);
  const ministry = await create(app, { name: name('Bộ Thử Nghiệm Hư Cấu'), tier: 'centre' });
  const province = await create(app, {
    name: name('Sở Thử Nghiệm Tỉnh Giả'),
    tier: 'province',
    parentId: ministry,
  });
  const commune = await create(app, {
    name: name('Ủy ban Xã Tưởng Tượng'),
    tier: 'commune',
    parentId: province,
  });
  const shown = await app.get<OrganisationDetail>(`/api/organisations/${commune}`);
  assert.deepEqual(
    shown.path.map(({ id }) => id),
    [ministry, province],
  );
  const found = await app.get<OrganisationPage>('/api/organisations?search=uy%20ban%20xa%20tuong');
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [commune],
  );
  const below = await app.get<OrganisationPage>(`/api/organisations?parent=${ministry}`);
  assert.deepEqual(
    below.items.map(({ id, children }) => [id, children]),
    [[province, 1]],
  );

  for (const [draft, code] of [
    [
      { name: name('Xã Lạc Chỗ'), tier: 'commune', parentId: ministry },
      'organisation-tier-refused',
    ],
    [{ name: name('Cơ quan Không Cấp') }, 'organisation-tier-refused'],
    [{ name: name('bộ thử nghiệm  hư cấu'), tier: 'centre' }, 'organisation-name-taken'],
  ] as const) {
    const reply = await app.post('/api/organisations', { kind: 'state-body', ...draft });
    assert.equal(codeOf(reply), code, reply.body);
  }
  const end = await app.post(`/api/organisations/${province}/end`, { onDate: '2026-01-01' });
  assert.equal(codeOf(end), 'organisation-has-parts');
  const member = await memberOf(app, { organisationId: ministry, roles: ['administrator'] });
  const foreign = await member.post('/api/organisations', {
    kind: 'enterprise',
    name: name('X Y'),
  });
  assert.equal(foreign.statusCode, 403);
});

test('a department of a former province keeps its place and is shown with the province of today', async (t) => {
  const app = await testApp(t);
  const { rows } = await app.database.owner.query(
    `select r.id, r.code, s.successor_id, t.code as today from region r
      join region_succession s on s.predecessor_id = r.id join region t on t.id = s.successor_id
      where r.valid_to is not null order by r.code limit 1`,
  );
  const [former] = rows;
  const id = await create(app, {
    name: name('Sở Cũ Hư Cấu'),
    tier: 'province',
    regionId: former.id,
    validFrom: '2005-01-01',
  });
  const heir = await create(app, {
    name: name('Sở Mới Hư Cấu'),
    tier: 'province',
    regionId: former.successor_id,
  });
  await succeed(app, id, { kind: 'merger', successorIds: [heir], onDate: '2025-07-01' });
  const shown = await app.get<OrganisationDetail>(`/api/organisations/${id}`);
  assert.deepEqual(
    [shown.region?.code, shown.regionToday?.code, shown.validTo],
    [former.code, former.today, '2025-07-01'],
  );
  assert.deepEqual(
    shown.successions.map(({ kind, successor, basis }) => [kind, successor.id, basis]),
    [['merger', heir, 'Nghị quyết thử nghiệm']],
  );
  const present = await app.get<OrganisationPage>('/api/organisations?search=so%20cu');
  assert.equal(present.total, 0);
  const all = await app.get<OrganisationPage>('/api/organisations?search=so%20cu&ended=true');
  assert.equal(all.total, 1);
});

test('what stood below a merged body is shown below its successor, and below itself again when that is undone', async (t) => {
  const { app, former, heir } = await twoProvinces(t);
  const commune = await create(app, {
    name: name('Xã Bên Sông Hư Cấu'),
    tier: 'commune',
    parentId: former,
  });
  await succeed(app, former, { kind: 'merger', successorIds: [heir] });
  const parentOf = async () =>
    (await app.get<OrganisationDetail>(`/api/organisations/${commune}`)).parent?.id;
  assert.equal(await parentOf(), heir);
  assert.equal((await app.post(`/api/organisations/${former}/successions/undo`)).statusCode, 200);
  assert.equal(await parentOf(), former);
});

test('people of a merged body lose their way in; the successor sees them, moves them, and their history stays', async (t) => {
  const { app, former, heir } = await twoProvinces(t);
  const chief = await memberOf(app, { organisationId: heir, roles: ['administrator'] });
  const old = await memberOf(app, {
    organisationId: former,
    roles: ['planner', 'administrator'],
    name: 'Trần Thị Cũ',
  });
  await succeed(app, former, { kind: 'merger', successorIds: [heir] });
  assert.equal((await old.inject('/api/organisations')).statusCode, 401, 'their sessions ended');

  const heirs = await again(app, chief);
  const waiting = await heirs.get<MemberPage>(`/api/organisations/${former}/members`);
  assert.deepEqual(
    waiting.items.map(({ personId }) => personId),
    [old.personId],
  );
  const reply = await heirs.post(`/api/organisations/${heir}/members/move`, {
    fromOrganisationId: former,
  });
  assert.deepEqual(reply.json(), { moved: 1 }, reply.body);

  const there = await heirs.get<MemberDetail>(`/api/organisations/${heir}/members/${old.personId}`);
  assert.equal(there.affiliations[0]?.fullName, 'Trần Thị Cũ');
  assert.deepEqual(
    there.grants.filter(({ standing }) => standing).map(({ role }) => role),
    ['planner'],
    'the administrator’s role does not go with them',
  );
  const before = await heirs.get<MemberDetail>(
    `/api/organisations/${former}/members/${old.personId}`,
  );
  assert.equal(before.status, 'left');
  assert.equal(before.grants.length, 2);
});

test('when a merger is undone, the body works again for its own people alone', async (t) => {
  const { app, former, heir } = await twoProvinces(t);
  const chief = await memberOf(app, { organisationId: heir, roles: ['administrator'] });
  const old = await memberOf(app, { organisationId: former, roles: ['administrator'] });
  await succeed(app, former, { kind: 'merger', successorIds: [heir] });
  await app.post(`/api/organisations/${former}/successions/undo`);
  const heirs = await again(app, chief);
  assert.equal((await heirs.inject(`/api/organisations/${former}/members`)).statusCode, 404);
  const owners = await again(app, old);
  assert.equal((await owners.inject(`/api/organisations/${former}/members`)).statusCode, 200);
  const twice = await app.post(`/api/organisations/${former}/successions/undo`);
  assert.equal(codeOf(twice), 'succession-missing');
});

test('a succession that makes no sense is refused: itself, a ring, the future, the platform’s owner', async (t) => {
  const { app, former, heir } = await twoProvinces(t);
  const refuse = async (id: number, wanted: object) => codeOf(await asked(app, id, wanted));
  const merger = { kind: 'merger', successorIds: [heir] };
  assert.equal(await refuse(heir, merger), 'succession-refused');
  assert.equal(await refuse(former, { ...merger, kind: 'split' }), 'succession-refused');
  assert.equal(
    await refuse(former, { ...merger, onDate: '2199-01-01' }),
    'succession-in-the-future',
  );
  const owner = app.administrator.organisationId;
  assert.equal(await refuse(owner, merger), 'organisation-of-the-platform');
  await succeed(app, former, merger);
  assert.equal(await refuse(heir, { ...merger, successorIds: [former] }), 'succession-refused');
});

test('nobody moves people out of an organisation that theirs has not succeeded', async (t) => {
  const { app, former, heir } = await twoProvinces(t);
  const chief = await memberOf(app, { organisationId: heir, roles: ['administrator'] });
  await memberOf(app, { organisationId: former, roles: ['planner'] });
  const reply = await chief.post(`/api/organisations/${heir}/members/move`, {
    fromOrganisationId: former,
  });
  assert.equal(codeOf(reply), 'succession-missing');
});

const name = (vi: string) => ({ vi });
const codeOf = (reply: { json<Body>(): Body }) => reply.json<ProblemBody>().code;

async function create(app: TestApp, draft: object): Promise<number> {
  const reply = await app.post('/api/organisations', { kind: 'state-body', ...draft });
  assert.equal(reply.statusCode, 201, reply.body);
  return reply.json<OrganisationDetail>().id;
}

async function twoProvinces(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t);
  const former = await create(app, { name: name('Sở Cũ Hư Cấu'), tier: 'province' });
  const heir = await create(app, { name: name('Sở Mới Hư Cấu'), tier: 'province' });
  return { app, former, heir };
}

function asked(app: TestApp, id: number, wanted: object) {
  return app.post(`/api/organisations/${id}/successions`, {
    onDate: '2025-07-01',
    basis: 'Nghị quyết thử nghiệm',
    ...wanted,
  });
}

async function succeed(app: TestApp, id: number, wanted: object): Promise<void> {
  const reply = await asked(app, id, wanted);
  assert.equal(reply.statusCode, 201, reply.body);
}
