import { plain } from '#src/languages/plain.ts';

/** The columns of a roster and how each may be headed, in the order of the template. */
export const COLUMNS = {
  fullName: { vi: 'Họ và tên', en: 'Full name', also: ['họ tên', 'name', 'tên'] },
  email: { vi: 'E-mail', en: 'E-mail', also: ['email', 'thư điện tử', 'địa chỉ thư'] },
  personCode: {
    vi: 'Mã',
    en: 'Code',
    also: ['mã số', 'mã cán bộ', 'mã nhân viên', 'mã sinh viên', 'person code', 'employee code'],
  },
  unit: { vi: 'Đơn vị', en: 'Unit', also: ['khoa', 'phòng ban', 'department'] },
  positionTitle: { vi: 'Chức danh', en: 'Position', also: ['chức vụ', 'job title', 'title'] },
  roles: { vi: 'Vai trò', en: 'Roles', also: ['role', 'các vai trò'] },
  phone: { vi: 'Điện thoại', en: 'Phone', also: ['số điện thoại', 'phone number', 'mobile'] },
  language: { vi: 'Ngôn ngữ', en: 'Language', also: ['lang'] },
  startOn: { vi: 'Ngày bắt đầu', en: 'Start date', also: ['start', 'từ ngày'] },
} as const;

export type Column = keyof typeof COLUMNS;

const BY_HEADING = new Map(
  (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
    const { vi, en, also } = COLUMNS[column];
    return [vi, en, ...also].map((heading) => [plain(heading), column] as const);
  }),
);

/** The column under a heading in either language, or in both as the template writes it ("Mã / Code"). */
export function columnOf(heading: string): Column | undefined {
  for (const said of [heading, ...heading.split('/')]) {
    const column = BY_HEADING.get(plain(said));
    if (column) return column;
  }
  return undefined;
}

/** Whether a line heads a roster: a name, and something to know people by. */
export function isHeading(cells: readonly string[]): boolean {
  const columns = new Set(cells.map(columnOf));
  return columns.has('fullName') && (columns.has('email') || columns.has('personCode'));
}
