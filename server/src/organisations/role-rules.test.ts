import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  delegationVerdict,
  endVerdict,
  grantVerdict,
  latestDelegation,
  mayGive,
  revokeVerdict,
  withDelegated,
  type Appointer,
  type Grant,
  type GrantedRole,
} from './role-rules.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const administrator = (personId: number): Appointer => ({
  personIds: [personId],
  administrator: true,
  secretariat: false,
  inOwner: false,
});
let nextId = 1;
const grant = (personId: number, role: GrantedRole, more: Partial<Grant> = {}): Grant => ({
  id: nextId++,
  personId,
  role,
  expiresAt: null,
  delegatedGrantId: null,
  canSignIn: true,
  ...more,
});

test('an administrator gives the roles of their organisation and none of the platform', () => {
  assert.equal(mayGive(administrator(1), 'lecturer'), true);
  assert.equal(mayGive(administrator(1), 'secretariat'), false);
  assert.equal(
    grantVerdict(administrator(1), [], { personId: 2, role: 'operator' }),
    'role-of-the-platform',
  );
});

test('the secretariat gives platform roles in its own organisation, and elsewhere appoints administrators alone', () => {
  const elsewhere = { personIds: [9], administrator: false, secretariat: true, inOwner: false };
  assert.equal(mayGive(elsewhere, 'administrator'), true);
  assert.equal(mayGive(elsewhere, 'lecturer'), false);
  assert.equal(mayGive({ ...elsewhere, inOwner: true }, 'operator'), true);
  assert.equal(mayGive({ ...administrator(1), inOwner: true }, 'operator'), false);
});

test('nobody gives themselves a role that they lack while another administrator could be asked', () => {
  const one = grant(1, 'administrator');
  const two = grant(2, 'administrator');
  const wanted = { personId: 1, role: 'reviewer' as const };
  assert.equal(grantVerdict(administrator(1), [one, two], wanted), 'own-role');
  assert.equal(grantVerdict(administrator(1), [one], wanted), 'grant');
  const both = { personIds: [9], administrator: true, secretariat: true, inOwner: true };
  assert.equal(grantVerdict(both, [], { personId: 9, role: 'operator' }), 'own-role');
});

test('only an administrator who stays and can sign in makes another one dispensable', () => {
  const last = grant(1, 'administrator');
  for (const other of [
    grant(2, 'administrator', { expiresAt: new Date('2026-04-01') }),
    grant(2, 'administrator', { canSignIn: false }),
    grant(2, 'administrator', { delegatedGrantId: last.id, expiresAt: new Date('2026-04-01') }),
    grant(2, 'viewer'),
  ]) {
    assert.equal(endVerdict([last, other], new Set([last.id])), 'last-administrator');
  }
  const second = grant(2, 'administrator');
  assert.equal(endVerdict([last, second], new Set([last.id])), 'end');
  assert.equal(endVerdict([last, second], new Set([last.id, second.id])), 'last-administrator');
  const secretary = grant(3, 'secretariat');
  assert.equal(endVerdict([last, secretary], new Set([secretary.id])), 'last-secretariat');
});

test('a role is taken back by its administrator, its holder, and whoever delegated it', () => {
  const source = grant(2, 'reviewer');
  const lent = grant(3, 'reviewer', { delegatedGrantId: source.id });
  const standing = [grant(1, 'administrator'), source, lent];
  const plainMember = (personId: number) => ({ ...administrator(personId), administrator: false });
  assert.equal(revokeVerdict(administrator(1), standing, source), 'end');
  assert.equal(revokeVerdict(plainMember(3), standing, lent), 'end');
  assert.equal(revokeVerdict(plainMember(2), standing, lent), 'end');
  assert.equal(revokeVerdict(plainMember(3), standing, source), 'not-yours-to-revoke');
  assert.deepEqual([...withDelegated(standing, [source.id])], [source.id, lent.id]);
});

test('a role is lent for six months at most, not beyond its own end, not to oneself, and not on', () => {
  const source = grant(1, 'reviewer', { expiresAt: new Date('2026-05-01') });
  const until = new Date('2026-04-01');
  const wanted = { role: 'reviewer' as const, toPersonId: 2, until };
  const verdict = (standing: Grant[], changed: Partial<typeof wanted> = {}) =>
    delegationVerdict([1], standing, { ...wanted, ...changed }, NOW).verdict;
  assert.equal(verdict([source]), 'delegate');
  assert.equal(verdict([]), 'role-not-held');
  assert.equal(verdict([{ ...source, delegatedGrantId: 77 }]), 'delegated-already');
  assert.equal(verdict([source], { toPersonId: 1 }), 'to-oneself');
  assert.equal(verdict([source, grant(2, 'reviewer')]), 'held-already');
  assert.equal(verdict([source], { until: new Date('2026-05-02') }), 'ends-too-late');
  assert.equal(verdict([source], { until: new Date('2026-02-01') }), 'ends-in-the-past');
  const open = { ...source, expiresAt: null };
  assert.equal(verdict([open], { until: new Date('2026-09-02') }), 'ends-too-late');
  assert.equal(verdict([open], { until: new Date('2026-08-31') }), 'delegate');
});

test('six months after the end of August is the end of February', () => {
  const end = latestDelegation(new Date('2026-08-31T10:00:00Z'));
  assert.equal(end.toISOString(), '2027-02-28T10:00:00.000Z');
});

interface Act {
  deed: 'grant' | 'grant-for-a-while' | 'revoke' | 'delegate' | 'leave';
  by: number;
  on: number;
  role: GrantedRole;
}
const PEOPLE = [1, 2, 3, 4];
const acts = fc.array(
  fc.record<Act>({
    deed: fc.constantFrom('grant', 'grant-for-a-while', 'revoke', 'delegate', 'leave'),
    by: fc.constantFrom(...PEOPLE),
    on: fc.constantFrom(...PEOPLE),
    role: fc.constantFrom('administrator', 'administrator', 'reviewer'),
  }),
  { maxLength: 60 },
);

test('no sequence of granting, revoking, delegating and leaving leaves an organisation without an administrator', () => {
  let refusals = 0;
  fc.assert(
    fc.property(acts, (sequence) => {
      let standing = [grant(1, 'administrator')];
      for (const act of sequence) {
        const before = standing;
        standing = perform(standing, act);
        if (standing === before) refusals += 1;
        const lasting = standing.filter(
          (one) =>
            one.role === 'administrator' && one.expiresAt === null && one.delegatedGrantId === null,
        );
        assert.ok(lasting.length > 0, JSON.stringify(act));
      }
    }),
    { numRuns: 500 },
  );
  assert.ok(refusals > 0, 'the rules had something to refuse');
});

/** What stands after an act; the same array when it was refused. */
function perform(standing: Grant[], { deed, by, on, role }: Act): Grant[] {
  const isAdministrator = standing.some(
    (one) => one.personId === by && one.role === 'administrator',
  );
  const appointer = { ...administrator(by), administrator: isAdministrator };
  const until = new Date('2026-04-01');
  if (deed === 'delegate') {
    const found = delegationVerdict([by], standing, { role, toPersonId: on, until }, NOW);
    if (found.verdict !== 'delegate') return standing;
    const more = { expiresAt: until, delegatedGrantId: found.source.id };
    return [...standing, grant(on, role, more)];
  }
  if (deed === 'grant' || deed === 'grant-for-a-while') {
    if (grantVerdict(appointer, standing, { personId: on, role }) !== 'grant') return standing;
    return [...standing, grant(on, role, { expiresAt: deed === 'grant' ? null : until })];
  }
  const theirs = standing.filter((one) => one.personId === (deed === 'leave' ? by : on));
  const ended = deed === 'leave' ? theirs : theirs.filter((one) => one.role === role).slice(0, 1);
  if (ended.length === 0) return standing;
  const verdict =
    deed === 'leave'
      ? endVerdict(
          standing,
          withDelegated(
            standing,
            ended.map(({ id }) => id),
          ),
        )
      : revokeVerdict(appointer, standing, ended[0]!);
  if (verdict !== 'end') return standing;
  const gone = withDelegated(
    standing,
    ended.map(({ id }) => id),
  );
  return standing.filter(({ id }) => !gone.has(id));
}
