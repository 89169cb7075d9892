/** The columns of the format in their order; the last but two are derived by others and are wrong at times: never read. */
export const COLUMNS = [
  'job_names',
  'company_names',
  'salaries',
  'position_names',
  'kind_jobs',
  'array_skills',
  'locate_names',
  'exp_skills',
  'domain_arr',
  'post_dates_formatted',
  'salary_numeric',
  'job_group',
  'level',
  'city',
] as const;

export type Column = (typeof COLUMNS)[number];

const UNREAD: readonly Column[] = ['salary_numeric', 'job_group'];

export const READ_COLUMNS = COLUMNS.filter((column) => !UNREAD.includes(column));

/** A row as the file writes it. */
export type Cells = Record<Column, string>;
