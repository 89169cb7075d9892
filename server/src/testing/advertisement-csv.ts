import { COLUMNS, type Cells } from '#src/demand/itviec/columns.ts';

const DEFAULTS: Cells = {
  job_names: 'Kỹ sư phần mềm',
  company_names: 'Công ty Sao Mai Giả Tưởng',
  salaries: 'Thỏa thuận',
  position_names: '',
  kind_jobs: 'At office',
  array_skills: "['Java']",
  locate_names: 'Cầu Giấy, Hà Nội',
  exp_skills: '',
  domain_arr: '[]',
  post_dates_formatted: '05/11/2025 15:05',
  salary_numeric: '',
  job_group: '',
  level: 'mid',
  city: '',
};

/** Requirements long enough to be counted; `about` makes them differ from others. */
export function requirementsAbout(about: string): string {
  return `Tối thiểu hai năm kinh nghiệm làm việc với ${about} trong môi trường thực tế.
Có khả năng đọc tài liệu kỹ thuật và trình bày giải pháp rõ ràng cho đồng nghiệp.
Ưu tiên ứng viên từng tham gia dự án có nhiều người dùng.`;
}

/**
 * A file in the itviec-csv format, one row per item; cells left out have plain defaults, and the
 * requirements name the title.
 */
export function advertisementCsv(rows: readonly Partial<Cells>[]): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => {
    const title = row.job_names ?? DEFAULTS.job_names;
    const cells: Cells = { ...DEFAULTS, exp_skills: requirementsAbout(title), ...row };
    return COLUMNS.map((column) => quote(cells[column])).join(',');
  });
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}
