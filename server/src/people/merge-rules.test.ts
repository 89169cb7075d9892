import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chainFault, mayConfirm, mayPropose, type MergeFacts } from './merge-rules.ts';

const NOBODY: MergeFacts = {
  personHasAccount: false,
  intoHasAccount: false,
  actorIsPerson: false,
  actorIsInto: false,
  actorAdministersBoth: false,
  actorIsOperator: false,
};
const BOTH = { ...NOBODY, personHasAccount: true, intoHasAccount: true };
const ONE = { ...NOBODY, intoHasAccount: true };
const BY_OTHER = { actorProposed: false, proposedByParty: false };

test('who neither administers both nor operates the platform proposes nothing about others', () => {
  for (const facts of [NOBODY, ONE, BOTH]) assert.equal(mayPropose(facts), 'no-right');
});

test('an administrator of both, or an operator, proposes while at most one of the two signs in', () => {
  for (const right of [{ actorAdministersBoth: true }, { actorIsOperator: true }]) {
    assert.equal(mayPropose({ ...NOBODY, ...right }), 'allowed');
    assert.equal(mayPropose({ ...ONE, ...right }), 'allowed');
    assert.equal(mayPropose({ ...BOTH, ...right }), 'owners-must-agree');
  }
});

test('of two accounts one owner asks and the other one confirms, never the same', () => {
  assert.equal(mayPropose({ ...BOTH, actorIsInto: true }), 'allowed');
  const asked = { proposedByParty: true };
  assert.equal(mayConfirm({ ...BOTH, ...asked, actorIsPerson: true, actorProposed: false }), true);
  assert.equal(mayConfirm({ ...BOTH, ...asked, actorIsInto: true, actorProposed: true }), false);
  assert.equal(
    mayConfirm({ ...BOTH, ...asked, actorIsOperator: true, actorProposed: false }),
    false,
  );
});

test('nobody claims another’s record for their own account: an operator who is neither confirms', () => {
  assert.equal(mayPropose({ ...ONE, actorIsInto: true }), 'no-right');
  const claimed = { ...ONE, proposedByParty: true };
  assert.equal(mayConfirm({ ...claimed, actorIsInto: true, actorProposed: true }), false);
  assert.equal(mayConfirm({ ...claimed, actorIsOperator: true, actorProposed: false }), true);
});

test('what an administrator proposes, the owner of the only account confirms and no operator', () => {
  assert.equal(mayConfirm({ ...ONE, ...BY_OTHER, actorIsInto: true }), true);
  assert.equal(mayConfirm({ ...ONE, ...BY_OTHER, actorIsOperator: true }), false);
});

test('where nobody signs in, a second operator confirms', () => {
  assert.equal(mayConfirm({ ...NOBODY, ...BY_OTHER, actorIsOperator: true }), true);
  assert.equal(
    mayConfirm({ ...NOBODY, ...BY_OTHER, actorIsOperator: true, actorProposed: true }),
    false,
  );
  assert.equal(mayConfirm({ ...NOBODY, ...BY_OTHER, actorAdministersBoth: true }), false);
});

test('an alias has no aliases: chains and rings are refused, several aliases of one are not', () => {
  const pair = { personId: 1, intoPersonId: 2 };
  assert.equal(chainFault(pair, { aliases: [], roots: [] }), undefined);
  assert.equal(chainFault(pair, { aliases: [3], roots: [2] }), undefined, '3 → 2 and 1 → 2');
  assert.equal(chainFault(pair, { aliases: [3], roots: [1] }), 'chain', '3 → 1 → 2');
  assert.equal(chainFault(pair, { aliases: [2], roots: [3] }), 'chain', '1 → 2 → 3');
  assert.equal(chainFault(pair, { aliases: [2], roots: [1] }), 'chain', '1 → 2 → 1');
  assert.equal(chainFault(pair, { aliases: [1], roots: [3] }), 'chain', '1 → 3 and 1 → 2');
  assert.equal(chainFault({ personId: 1, intoPersonId: 1 }, { aliases: [], roots: [] }), 'same');
});

test('whatever is proposed, confirmed, refused and undone in whatever order, an alias never has an alias', () => {
  const id = fc.integer({ min: 1, max: 6 });
  const step = fc.record({
    personId: id,
    intoPersonId: id,
    // what happens to the proposal that stands longest, after this one is tried
    then: fc.constantFrom('nothing', 'confirm', 'end'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const open: { personId: number; intoPersonId: number; confirmed: boolean }[] = [];
      for (const { then, ...wanted } of steps) {
        const around = open.filter((merge) =>
          [merge.personId, merge.intoPersonId].some(
            (one) => one === wanted.personId || one === wanted.intoPersonId,
          ),
        );
        const fault = chainFault(wanted, {
          aliases: around.map(({ personId }) => personId),
          roots: around.map(({ intoPersonId }) => intoPersonId),
        });
        if (!fault) open.push({ ...wanted, confirmed: false });
        if (then === 'confirm' && open[0]) open[0].confirmed = true;
        if (then === 'end') open.shift();
        const aliases = open.map(({ personId }) => personId);
        assert.equal(new Set(aliases).size, aliases.length, 'one root each');
        assert.ok(open.every(({ intoPersonId }) => !aliases.includes(intoPersonId)));
      }
    }),
  );
});
