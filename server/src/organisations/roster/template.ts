import { ORGANISATION_ROLES } from '#src/actors/actor.ts';
import { writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import { ROLE_NAMES } from '#src/actors/role-names/contract.ts';
import { COLUMNS, type Column } from './columns.ts';

const WIDTHS: Record<Column, number> = {
  fullName: 30,
  email: 30,
  personCode: 14,
  unit: 34,
  positionTitle: 24,
  roles: 30,
  phone: 16,
  language: 14,
  startOn: 18,
};

const EXAMPLES: Record<Column, string>[] = [
  {
    fullName: 'Nguyễn Thị Ví Dụ',
    email: 'vi.du@donvi.example',
    personCode: 'CB-001',
    unit: 'Khoa Công nghệ thông tin / Bộ môn Mạng',
    positionTitle: 'Giảng viên chính',
    roles: 'Giảng viên; Người duyệt',
    phone: '0900 000 001',
    language: 'vi',
    startOn: '15/09/2025',
  },
  {
    fullName: 'John Example',
    email: 'john@donvi.example',
    personCode: 'CB-002',
    unit: '',
    positionTitle: 'Visiting lecturer',
    roles: 'lecturer',
    phone: '',
    language: 'en',
    startOn: '2026-01-05',
  },
];

/** The roster to be filled in: an empty first sheet, which is what an import reads; examples and the roles behind it. */
export function rosterTemplate(): Promise<Buffer> {
  const columns = (Object.keys(COLUMNS) as Column[]).map((column) => ({
    title: `${COLUMNS[column].vi} / ${COLUMNS[column].en}`,
    width: WIDTHS[column],
  }));
  const examples: Sheet = {
    name: 'Ví dụ - Examples',
    preface: ['Trang này chỉ để xem, không được nhập. / For reading; this sheet is not imported.'],
    columns,
    rows: EXAMPLES.map((example) =>
      (Object.keys(COLUMNS) as Column[]).map((column) => example[column]),
    ),
  };
  const roles: Sheet = {
    name: 'Vai trò - Roles',
    preface: [
      'Ngăn cách nhiều vai trò bằng dấu chấm phẩy. / Separate several roles by semicolons.',
    ],
    columns: [
      { title: 'Vai trò', width: 30 },
      { title: 'Role', width: 30 },
      { title: 'Mã / Code', width: 24 },
    ],
    rows: ORGANISATION_ROLES.map((role) => [ROLE_NAMES[role].vi, ROLE_NAMES[role].en, role]),
  };
  return writeXlsx([
    { name: 'Thành viên - Members', preface: [], columns, rows: [] },
    examples,
    roles,
  ]);
}
