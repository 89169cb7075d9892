import { plain } from '#src/languages/plain.ts';
import type { EndKind, Relation } from '../contract.ts';

/** The columns of a file of crosswalks and how each may be headed, in the order in which we write them. */
export const COLUMNS = {
  fromFramework: { vi: 'Khung A', en: 'From framework', width: 18 },
  fromCode: { vi: 'Mã A', en: 'From code', width: 18 },
  fromLabel: { vi: 'Tên A', en: 'From label', width: 40 },
  relation: { vi: 'Quan hệ', en: 'Relation', width: 14 },
  toFramework: { vi: 'Khung B', en: 'To framework', width: 18 },
  toCode: { vi: 'Mã B', en: 'To code', width: 18 },
  toLabel: { vi: 'Tên B', en: 'To label', width: 40 },
  confidence: { vi: 'Độ tin cậy', en: 'Confidence', width: 12 },
  source: { vi: 'Nguồn', en: 'Source', width: 18 },
  status: { vi: 'Trạng thái', en: 'Status', width: 14 },
  note: { vi: 'Ghi chú', en: 'Note', width: 40 },
  kind: { vi: 'Loại', en: 'Kind', width: 14 },
  fromUuid: { vi: 'UUID A', en: 'From UUID', width: 38 },
  toUuid: { vi: 'UUID B', en: 'To UUID', width: 38 },
} as const;

export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

const BY_HEADING = new Map(
  COLUMN_NAMES.flatMap((column) =>
    [COLUMNS[column].vi, COLUMNS[column].en].map((heading) => [plain(heading), column] as const),
  ),
);

/** The heading in both languages, as our files write it and as every reader finds it. */
export function headingOf(column: Column): string {
  return `${COLUMNS[column].vi} / ${COLUMNS[column].en}`;
}

export function columnOf(heading: string): Column | undefined {
  for (const said of [heading, ...heading.split('/')]) {
    const column = BY_HEADING.get(plain(said));
    if (column) return column;
  }
  return undefined;
}

/** What a line has to head so that crosswalks can be read below it. */
export function isHeading(cells: readonly string[]): boolean {
  const columns = new Set(cells.map(columnOf));
  const ends = (['from', 'to'] as const).every(
    (end) =>
      columns.has(`${end}Framework`) && (columns.has(`${end}Code`) || columns.has(`${end}Uuid`)),
  );
  return ends && columns.has('relation');
}

export const RELATION_NAMES: Readonly<Record<Relation, { vi: string; en: string }>> = {
  exact: { vi: 'tương đương', en: 'exact' },
  broader: { vi: 'rộng hơn', en: 'broader' },
  narrower: { vi: 'hẹp hơn', en: 'narrower' },
  related: { vi: 'liên quan', en: 'related' },
};

export const KIND_NAMES: Readonly<Record<EndKind, { vi: string; en: string }>> = {
  competency: { vi: 'năng lực', en: 'competency' },
  role: { vi: 'vai trò', en: 'role' },
};

/** The key under which a word stands in one of these tables, accents and case aside. */
export function keyNamed<Key extends string>(
  names: Readonly<Record<Key, { vi: string; en: string }>>,
  word: string,
): Key | undefined {
  const wanted = plain(word);
  return (Object.keys(names) as Key[]).find(
    (key) => plain(names[key].vi) === wanted || plain(names[key].en) === wanted,
  );
}
