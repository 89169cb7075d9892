import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareWhole, fieldDifferences, type StagedWhole } from './compare-content.ts';
import { pieceHash, pieceKeys, wholeHash, type CoursePiece, type Piece } from './content.ts';
import type { CurrentWhole } from './current-content.ts';

const programme: Piece = {
  part: 'programme',
  programme: '7489999',
  name: { vi: 'Thử nghiệm', en: null },
  diploma: { vi: null, en: null },
  degree: null,
  duration: null,
  datedOn: null,
  totalCredits: 10,
  documentName: 'a.md',
};

const course = (code: string | null, credits = 3): CoursePiece => ({
  part: 'course',
  programme: '7489999',
  group: 'I',
  code,
  title: { vi: 'Học phần', en: null },
  credits,
  hours: { theory: null, practice: null, selfStudy: null },
  counted: true,
  prerequisiteText: null,
  prerequisites: ['B2', 'A1'],
  sequence: 0,
  line: 7,
});

const standing = (...pieces: Piece[]): CurrentWhole => ({
  pieces,
  contentSha256: wholeHash(pieces),
  versionNumber: 1,
});
const staged = (...pieces: Piece[]): StagedWhole => {
  const keys = pieceKeys(pieces);
  return {
    contentSha256: wholeHash(pieces),
    pieces: pieces.map((piece, index) => ({ rowNumber: index + 1, key: keys[index]!, piece })),
  };
};
const changesOf = (file: StagedWhole, current?: CurrentWhole) =>
  compareWhole(file, current).changes.map(({ change }) => change);

test('everything of a programme that nobody has imported is new', () => {
  assert.deepEqual(changesOf(staged(programme, course('A1'))), ['new', 'new']);
});

test('a changed course changes its programme and leaves the other courses as they are', () => {
  const current = standing(programme, course('A1'), course('B2'), course('C3'));
  const { changes, removed } = compareWhole(
    staged(programme, course('A1', 4), course('B2'), course('D4')),
    current,
  );
  assert.deepEqual(
    changes.map(({ change }) => change),
    ['changed', 'changed', 'same', 'new'],
  );
  assert.deepEqual(
    removed.map(({ key }) => key),
    ['programme:7489999/course:C3'],
  );
});

test('where a piece stood in the file, and in which order, is not its content', () => {
  const current = standing(programme, course('A1'), course('B2'));
  const moved = { ...course('B2'), sequence: 5, line: 99, prerequisites: ['A1', 'B2', 'A1'] };
  const renamed: Piece = { ...programme, documentName: 'b.md' };
  assert.deepEqual(changesOf(staged(renamed, moved, course('A1')), current), [
    'same',
    'same',
    'same',
  ]);
});

test('courses that share a code are told apart by their order', () => {
  const pieces = [course('A1'), course('A1', 4), course(null), course(null)];
  assert.deepEqual(pieceKeys(pieces), [
    'programme:7489999/course:A1',
    'programme:7489999/course:A1#2',
    'programme:7489999/course:học phần',
    'programme:7489999/course:học phần#2',
  ]);
});

test('a difference names the field, what stands and what the file says', () => {
  const after = { ...course('A1', 4), title: { vi: 'Học phần', en: 'Course' } };
  assert.deepEqual(fieldDifferences(course('A1'), after), [
    { field: 'title.en', before: null, after: 'Course' },
    { field: 'credits', before: '3', after: '4' },
  ]);
  assert.notEqual(pieceHash(after), pieceHash(course('A1')));
});
