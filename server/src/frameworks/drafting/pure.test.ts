import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOneOrder, type ItemRow, type RoleRow } from '../importing/framework-row.ts';
import { itemRow, roleRow } from '#src/testing/framework-rows.ts';
import { fieldsOf, fromFields } from './fields.ts';
import { mergeEdit, withChange } from './merge-edit.ts';
import { isWithin, placed, subtree } from './place.ts';

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text !== '');
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._ -]{0,10}[A-Za-z0-9]$/);
const language = fc.constantFrom('vi', 'en', 'pt-BR');
const scale = fc.constantFrom('muc', 'dig.comp-3');

const item: fc.Arbitrary<ItemRow> = fc
  .record({
    texts: fc.uniqueArray(
      fc.record({ field: fc.constantFrom('label', 'definition', 'note'), language, value: word }),
      { selector: ({ field, language }) => `${field} ${language}` },
    ),
    levels: fc.uniqueArray(
      fc.record({
        ...{ scale, level: fc.integer({ min: -2, max: 9 }) },
        texts: fc.uniqueArray(fc.record({ language, value: word }), {
          selector: (one) => one.language,
        }),
      }),
      { selector: ({ scale, level }) => `${scale} ${level}` },
    ),
    relations: fc.uniqueArray(
      fc.record({
        relation: fc.constantFrom('part-of', 'ext:near'),
        to: name,
        sequence: fc.nat(9),
      }),
      { selector: ({ relation, to }) => `${relation} ${to}` },
    ),
    level: fc.option(fc.record({ scale, level: fc.nat(5) })),
    parent: fc.option(name),
    extra: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), word),
  })
  .map((over) => itemRow('A', over as Partial<ItemRow>));

const role: fc.Arbitrary<RoleRow> = fc
  .record({
    titles: fc.uniqueArray(fc.record({ title: word, language }), {
      selector: ({ title, language }) => `${language} ${title}`,
    }),
    requirements: fc.uniqueArray(
      fc.record({
        ...{ item: name, necessity: fc.constantFrom('essential', 'desirable') },
        weight: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: (one) => one.item },
    ),
  })
  .map((over) => roleRow('R', over as Partial<RoleRow>));

test('An item or a role taken apart into its fields comes back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(item, role), (row) => {
      const back = fromFields(row.type, row, fieldsOf(row));
      assert.deepEqual(fieldsOf(back), fieldsOf(row));
      const bare = JSON.parse(
        JSON.stringify(inOneOrder(back)).replaceAll(/,"origin":"person"/g, ''),
      ) as unknown;
      assert.deepEqual(bare, JSON.parse(JSON.stringify(inOneOrder(row))));
    }),
  );
});

test('Two edits of different fields give the same whichever comes first; of the same field one is a conflict', () => {
  const field = fc.constantFrom('label vi', 'label en', 'code', 'note vi');
  const change = fc.dictionary(field, fc.option(word), { maxKeys: 3 });
  fc.assert(
    fc.property(fc.dictionary(field, word), change, change, (base, one, other) => {
      const first = mergeEdit(base, one, []);
      const after = withChange(base, first.after);
      const since = [{ id: 1, before: first.before, after: first.after, fromFile: false }];
      const second = mergeEdit(after, other, since);
      const both = Object.keys(first.after).filter(
        (key) => key in other && other[key] !== (after[key] ?? null),
      );
      assert.deepEqual(second.conflicts.map((conflict) => conflict.field).sort(), both.sort());
      for (const { theirs, yours, field } of second.conflicts) {
        assert.equal(theirs, after[field] ?? null);
        assert.equal(yours, other[field]);
      }
    }),
  );
});

test('Something put before a sibling stands right before it, and the others keep their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 2 }), fc.nat(), fc.nat(), (ids, a, b) => {
      const [id, before] = [ids[a % ids.length]!, ids[b % ids.length]!];
      const order = placed(ids, id, before)!;
      assert.deepEqual([...order].sort(), [...ids].sort());
      assert.deepEqual(
        order.filter((one) => one !== id),
        ids.filter((one) => one !== id),
      );
      if (id !== before) assert.equal(order.indexOf(id) + 1, order.indexOf(before));
    }),
  );
});

test('A subtree holds an entry and everything under it, parents first, and a ring ends', () => {
  const parents = new Map<number, number | null>([
    [1, null],
    [2, 1],
    [3, 2],
    [4, 1],
    [5, null],
  ]);
  assert.deepEqual(subtree(parents, 1), [1, 2, 4, 3]);
  assert.equal(isWithin(parents, 3, 1), true);
  assert.equal(isWithin(parents, 5, 1), false);
  const ring = new Map([
    [1, 2],
    [2, 1],
  ]);
  assert.deepEqual(subtree(ring, 1), [1, 2]);
  assert.equal(isWithin(ring, 1, 9), false);
});
