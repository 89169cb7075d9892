import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byCourseCode, courseCodeStem } from './course-code.ts';
import { circles, resolvePrerequisites } from './prerequisites.ts';
import { statementLanguage } from './statement-language.ts';

const course = (code: string | null, ...prerequisites: string[]) => ({ code, prerequisites });

test('the mark of a class taught in English does not make another course', () => {
  assert.equal(courseCodeStem('int3317E'), 'INT3317');
  assert.equal(courseCodeStem('INT 3317'), 'INT3317');
  assert.equal(courseCodeStem('THESE'), 'THESE');
});

test('a code written the same goes before one of the same stem', () => {
  const find = byCourseCode(['ABC1000E', 'ABC1000', null], (code) => code);
  assert.equal(find('ABC1000'), 'ABC1000');
  assert.equal(find('ABC1000E'), 'ABC1000E');
  assert.equal(byCourseCode(['ABC1000E'], (code) => code)('ABC1000'), 'ABC1000E');
  assert.equal(find('ABC2000'), undefined);
});

test('a prerequisite that no course carries stays a code', () => {
  const [first, second] = [course('A1'), course('B2', 'A1', 'X9', 'A1')];
  assert.deepEqual(resolvePrerequisites([first, second]).get(second), [
    { code: 'A1', course: first },
    { code: 'X9', course: null },
  ]);
});

test('courses that wait for each other form a circle, each circle told once', () => {
  const courses = [
    course('A1', 'B2'),
    course('B2', 'C3'),
    course('C3', 'A1', 'D4'),
    course('D4'),
    course('E5', 'E5'),
    course('F6', 'A1'),
  ];
  const found = circles(resolvePrerequisites(courses));
  assert.deepEqual(
    found.map((circle) => circle.map(({ code }) => code)),
    [['A1', 'B2', 'C3'], ['E5']],
  );
});

test('there is no circle exactly when the courses can be put in an order', () => {
  const graphs = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { maxLength: 10 });
  fc.assert(
    fc.property(graphs, (graph) => {
      const courses = graph.map((before, index) =>
        course(`A${index}`, ...before.map((b) => `A${b}`)),
      );
      const resolved = resolvePrerequisites(courses);
      const taken = new Set<unknown>();
      for (let round = 0; round < courses.length; round += 1) {
        for (const one of courses) {
          const ready = resolved.get(one)!.every(({ course: b }) => b === null || taken.has(b));
          if (ready) taken.add(one);
        }
      }
      const found = circles(resolved);
      assert.equal(found.length === 0, taken.size === courses.length);
      for (const circle of found) {
        circle.forEach((one, index) => {
          const next = circle[(index + 1) % circle.length];
          assert.ok(resolved.get(one)!.some(({ course: before }) => before === next));
        });
      }
    }),
  );
});

test('an outcome is Vietnamese when its letters say so, however they are composed', () => {
  assert.equal(statementLanguage('Vận dụng được ngôn ngữ lập trình'), 'vi');
  assert.equal(statementLanguage('Vận dụng được'.normalize('NFD')), 'vi');
  assert.equal(statementLanguage('làm báo cáo'), 'vi');
  assert.equal(statementLanguage('Apply design patterns to a résumé service'), 'en');
});
