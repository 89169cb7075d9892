import type { HybridConcept, HybridForm } from './concepts.ts';

type Entry = [
  label: string,
  language: 'vi' | 'en',
  aliases: string[],
  description: string,
  caseSensitive?: boolean,
];

/** A framework of a dozen competencies for tests. */
const entries: Entry[] = [
  ['Kubernetes', 'en', ['k8s'], 'Run containers on many machines and keep them running.'],
  ['Docker', 'en', ['docker containers'], 'Pack software and what it needs into containers.'],
  ['Java', 'en', ['Java programming'], 'Write software in the language Java.'],
  ['Python', 'en', ['Python programming'], 'Write software in the language Python.'],
  ['Go', 'en', ['Golang'], 'Write software in the language Go.', true],
  [
    'manage software projects',
    'en',
    ['PM', 'lead software projects'],
    'Plan people, time and cost of software.',
  ],
  ['product management', 'en', ['PM', 'product owner'], 'Decide what a product becomes and why.'],
  ['work in teams', 'en', ['teamwork'], 'Work with other people towards one aim.'],
  ['relational databases', 'en', ['SQL databases'], 'Keep data in tables and ask them questions.'],
  [
    'phân tích dữ liệu',
    'vi',
    ['phân tích số liệu'],
    'Tìm quy luật trong dữ liệu để ra quyết định.',
  ],
  ['thiết kế đồ họa', 'vi', ['đồ họa máy tính'], 'Trình bày hình ảnh và chữ cho sản phẩm số.'],
  ['cơ sở dữ liệu', 'vi', ['quản trị cơ sở dữ liệu'], 'Tổ chức, lưu trữ và truy vấn dữ liệu.'],
];

/** Competency → its label. */
export const names = new Map(entries.map(([label], at) => [at + 1, label]));

export function smallFramework(): { concepts: HybridConcept[]; forms: HybridForm[] } {
  const concepts = entries.map(([, , , description], at): HybridConcept => ({
    id: at + 1,
    kind: 'skill',
    descriptions: [description],
    roles: at,
  }));
  const forms = entries.flatMap(([label, language, aliases, , caseSensitive], at) =>
    [label, ...aliases].map((form): HybridForm => ({
      competencyId: at + 1,
      form,
      language,
      caseSensitive: form === label && caseSensitive === true,
      fields: null,
      isLabel: form === label,
    })),
  );
  return { concepts, forms };
}
