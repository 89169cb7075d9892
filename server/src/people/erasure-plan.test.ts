import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { erasurePlan } from './erasure-plan.ts';
import type { HeldItem, Holding } from './holding.ts';
import type { RetentionRule } from './retention.ts';

const TODAY = '2026-11-22';

test('an erasure places everything that is held exactly once: gone, kept on a ground to a day, or nameless', () => {
  const day = fc.constantFrom('2016-05-31', '2026-11-21', TODAY, null);
  const item = fc.record({ organisationId: fc.constantFrom(null, 7, 8), endedOn: day });
  const rule = fc.record({
    organisationId: fc.constantFrom(null, 7),
    holding: fc.constantFrom('affiliation', 'consent'),
    months: fc.integer({ min: 0, max: 200 }),
    obligatory: fc.boolean(),
    validTo: fc.constantFrom(null, '2026-01-01', '2030-01-01'),
  });
  const items = fc.array(item, { maxLength: 8 });
  fc.assert(
    fc.property(items, items, items, fc.array(rule, { maxLength: 6 }), (a, b, c, drawn) => {
      const rules = drawn.map((one, id) => ({ ...RULE, ...one, id }));
      const held = [
        { holding: holding('affiliation', 'erased'), items: numbered(a) },
        { holding: holding('consent', 'erased'), items: numbered(b) },
        { holding: holding('audit-fact', 'stays'), items: numbered(c) },
      ];
      const plan = erasurePlan(held, rules, TODAY);
      const placed = [...plan.erased, ...plan.kept, ...plan.nameless].flatMap((group) =>
        group.items.map(({ id }) => `${group.holding} ${id}`),
      );
      const all = held.flatMap((one) => one.items.map(({ id }) => `${one.holding.code} ${id}`));
      assert.deepEqual(placed.sort(), all.sort());
      for (const { until, holding: code, organisationId } of plan.kept) {
        assert.ok(until > TODAY, 'what is kept has a day, and it lies ahead');
        const ground = rules.some(
          (one) =>
            one.obligatory &&
            one.holding === code &&
            (one.organisationId === null || one.organisationId === organisationId),
        );
        assert.ok(ground, 'only an obligation keeps');
      }
      assert.ok(plan.nameless.every((group) => group.holding === 'audit-fact'));
    }),
  );
});

test('what still goes on is ended by the erasure, so that its term has a day', () => {
  const rules = [{ ...RULE, obligatory: true, months: 12 }];
  const held = [
    {
      holding: holding('affiliation', 'erased'),
      items: numbered([{ organisationId: 7, endedOn: null }]),
    },
  ];
  const [kept] = erasurePlan(held, rules, TODAY).kept;
  assert.equal(kept!.until, '2027-11-22');
});

const RULE: RetentionRule = {
  id: 1,
  organisationId: null,
  holding: 'affiliation',
  months: 12,
  obligatory: false,
  basis: 'Quy chế thử',
  source: 'Điều 1',
  validFrom: '2020-01-01',
  validTo: null,
};

function holding(code: Holding['code'], fate: Holding['fate']): Holding {
  return { code, fate, list: () => Promise.resolve([]) };
}

function numbered(items: Pick<HeldItem, 'organisationId' | 'endedOn'>[]): HeldItem[] {
  return items.map((item, id) => ({ ...item, id: String(id), personId: 1, since: null, data: [] }));
}
