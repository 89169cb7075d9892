import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompetencyRef, FrameworkTree } from '@nhip/server/frameworks/contract.ts';
import { filterAreas } from './filter-areas.ts';

function ref(id: number, code: string, vi: string, en: string): CompetencyRef {
  return { id, code, kind: 'competency', label: { vi, en }, areaCode: null };
}

const areas: FrameworkTree['areas'] = [
  {
    competency: ref(1, 'DATA', 'Dữ liệu', 'Data'),
    children: [
      ref(2, 'DATA-SQL', 'Truy vấn SQL', 'SQL queries'),
      ref(3, 'DATA-DUNG', 'Đồ thị', 'Graphs'),
    ],
  },
  {
    competency: ref(4, 'CLOUD', 'Đám mây', 'Cloud'),
    children: [ref(5, 'K8S', 'Kubernetes', 'Kubernetes')],
  },
];
const found = (query: string) =>
  filterAreas(areas, query).flatMap((area) => area.children.map((child) => child.id));

test('a search without accents finds Vietnamese names, also those with đ', () => {
  assert.deepEqual(found('do thi'), [3]);
  assert.deepEqual(found('dam may'), [5]);
});

test('the words of a search may come in any order and from either language', () => {
  assert.deepEqual(found('sql truy'), [2]);
  assert.deepEqual(found('queries'), [2]);
});

test('an empty search shows every area and a hopeless one shows none', () => {
  assert.equal(filterAreas(areas, '  ').length, 2);
  assert.equal(filterAreas(areas, 'cobol').length, 0);
});
