/**
 * Words of every finding on a row or cell of a file, in both languages, each with a way to fix it.
 * {placeholders} are filled from the finding's detail. Codes are stable: scripts depend on them.
 */
const table = {
  'broken-row': {
    vi: 'Dòng bị hỏng: có {found} cột trong khi tiêu đề có {expected} cột. Hãy kiểm tra dấu ngoặc kép và dấu phẩy của dòng.',
    en: 'The row is broken: it has {found} fields where the header has {expected}. Check its quotes and commas.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FindingCode = keyof typeof table;

export const findingWords: Record<FindingCode, { vi: string; en: string }> = table;
