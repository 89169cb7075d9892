import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GroupKind } from './contract.ts';
import { groupExposures, union } from './exposure.ts';
import type { ListedCourse, RuledGroup } from './group-credits.ts';

const group = (
  code: string,
  parent: string | null,
  kind: GroupKind,
  rule: Partial<RuledGroup> = {},
): RuledGroup => ({
  code,
  parent,
  kind,
  chooseCredits: null,
  ofCredits: null,
  chooseCount: null,
  ofCount: null,
  ...rule,
});
const courses = (group: string, ...credits: (number | null)[]): ListedCourse[] =>
  credits.map((one) => ({ group, credits: one, counted: true }));

test('a required course is met by every student', () => {
  const exposures = groupExposures([group('I', null, 'required')], courses('I', 3, 4));
  assert.deepEqual(exposures.get('I'), { low: 1, high: 1 });
});

test('an elective course is met by the credits to choose out of the credits on offer', () => {
  const groups = [
    group('V', null, 'required'),
    group('V.2', 'V', 'elective', { chooseCredits: 6, ofCredits: 24 }),
    group('V.2.1', 'V.2', 'info'),
    group('V.2.2', 'V.2', 'info'),
  ];
  const listed = [...courses('V.2.1', 3, 3, 3, 3), ...courses('V.2.2', 4, 4, 4)];
  const exposures = groupExposures(groups, listed);
  assert.deepEqual(exposures.get('V.2.1'), { low: 0.25, high: 0.25 });
  assert.deepEqual(exposures.get('V.2.2'), { low: 0.25, high: 0.25 });
});

test('without a stated total the listed credits are the total', () => {
  const exposures = groupExposures(
    [group('E', null, 'elective', { chooseCredits: 6 })],
    courses('E', 3, 3, 3, 3),
  );
  assert.deepEqual(exposures.get('E'), { low: 0.5, high: 0.5 });
});

test('where the stated and the listed credits differ the exposure is the interval between them', () => {
  const exposures = groupExposures(
    [group('E', null, 'elective', { chooseCredits: 6, ofCredits: 24 })],
    courses('E', 3, 3, 3, 3),
  );
  assert.deepEqual(exposures.get('E'), { low: 0.25, high: 0.5 });
});

test('a choice of one course out of two is met by half of the students', () => {
  const groups = [
    group('V', null, 'required'),
    group('V#1', 'V', 'choice', { chooseCount: 1, ofCount: 2 }),
  ];
  const exposures = groupExposures(groups, courses('V#1', 3, 3));
  assert.deepEqual(exposures.get('V#1'), { low: 0.5, high: 0.5 });
});

test('a thesis worth as much as its substitutes together is one of two branches', () => {
  const groups = [
    group('T', null, 'choice', { chooseCredits: 7 }),
    group('T#1', 'T', 'required'),
    group('T#1#1', 'T#1', 'elective', { chooseCredits: 3 }),
  ];
  const exposures = groupExposures(groups, [...courses('T', 7), ...courses('T#1', 4)]);
  assert.deepEqual(exposures.get('T'), { low: 0.5, high: 0.5 });
  assert.deepEqual(exposures.get('T#1'), { low: 0.5, high: 0.5 });
  assert.deepEqual(exposures.get('T#1#1'), { low: 0, high: 0.5 });
});

test('branches of unequal worth without a count say nothing about the exposure', () => {
  const exposures = groupExposures(
    [group('T', null, 'choice', { chooseCredits: 7 })],
    courses('T', 7, 3),
  );
  assert.deepEqual(exposures.get('T'), { low: 0, high: 1 });
});

test('an elective group without a rule is anywhere between nobody and everybody', () => {
  const exposures = groupExposures([group('E', null, 'elective')], courses('E', 3, 3));
  assert.deepEqual(exposures.get('E'), { low: 0, high: 1 });
});

test('a group that admits courses which it does not list has no lower bound', () => {
  const groups = [group('E', null, 'elective', { chooseCredits: 5 }), group('E#1', 'E', 'info')];
  assert.deepEqual(groupExposures(groups, courses('E', 5, 5)).get('E'), { low: 0, high: 0.5 });
});

test('a course without credits leaves the listed total of its group unknown', () => {
  const unstated = group('E', null, 'elective', { chooseCredits: 6 });
  const stated = group('E', null, 'elective', { chooseCredits: 6, ofCredits: 12 });
  assert.deepEqual(groupExposures([unstated], courses('E', 3, null)).get('E'), { low: 0, high: 1 });
  assert.deepEqual(groupExposures([stated], courses('E', 3, null)).get('E'), {
    low: 0.5,
    high: 0.5,
  });
});

test('courses outside the credit total do not dilute an elective group', () => {
  const listed = [...courses('E', 3, 3), { group: 'E', credits: 8, counted: false }];
  const exposures = groupExposures([group('E', null, 'elective', { chooseCredits: 3 })], listed);
  assert.deepEqual(exposures.get('E'), { low: 0.5, high: 0.5 });
});

test('the share that meets one of several courses lies between the largest and the sum', () => {
  assert.deepEqual(union([]), { low: 0, high: 0 });
  assert.deepEqual(union([{ low: 0.25, high: 0.25 }]), { low: 0.25, high: 0.25 });
  assert.deepEqual(
    union([
      { low: 0.25, high: 0.25 },
      { low: 0.5, high: 0.5 },
    ]),
    { low: 0.5, high: 0.75 },
  );
  assert.deepEqual(
    union([
      { low: 1, high: 1 },
      { low: 0.25, high: 0.5 },
    ]),
    { low: 1, high: 1 },
  );
});

const anyNumber = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
const anyProgramme = fc
  .array(
    fc.record({
      parent: fc.nat(),
      kind: fc.constantFrom<GroupKind>('required', 'elective', 'choice', 'info'),
      chooseCredits: anyNumber,
      ofCredits: anyNumber,
      chooseCount: anyNumber,
      ofCount: anyNumber,
      credits: fc.array(anyNumber, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => ({
    groups: rows.map(({ parent, credits: _, ...rule }, index): RuledGroup => ({
      ...rule,
      code: String(index),
      parent: index === 0 ? null : String(parent % index),
    })),
    courses: rows.flatMap(({ credits }, index) => courses(String(index), ...credits)),
  }));

test('whatever the rules say, an exposure is an interval within 0…1 and never above its parent', () => {
  fc.assert(
    fc.property(anyProgramme, (programme) => {
      const exposures = groupExposures(programme.groups, programme.courses);
      for (const { code, parent } of programme.groups) {
        const { low, high } = exposures.get(code)!;
        assert.ok(0 <= low && low <= high && high <= 1);
        if (parent !== null) assert.ok(high <= exposures.get(parent)!.high);
      }
    }),
  );
});

test('one more course that teaches it never lowers a bound', () => {
  const interval = fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(interval), interval, (some, another) => {
      const before = union(some);
      const after = union([...some, another]);
      assert.ok(after.low >= before.low && after.high >= before.high && after.low <= after.high);
    }),
  );
});
