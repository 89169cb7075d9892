import { z } from 'zod';

export const ImportKind = z.enum([
  'advertisements',
  'programme',
  'members',
  'framework',
  'crosswalk',
]);
export type ImportKind = z.infer<typeof ImportKind>;

export const ImportStatus = z.enum([
  'staging',
  'previewed',
  'applying',
  'applied',
  'failed',
  'discarded',
]);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const ImportCounts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  removed: z.number().int(),
  rejected: z.number().int(),
  /** Rows that lint keeps out of the figures until a person admits them (they are also new, changed or same). */
  held: z.number().int(),
  warnings: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** A finding on one row or cell. error: the row is rejected; hold: it is kept out of demand; warning: it is kept as written. */
export const RowProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hold']),
  /** The column or path of the cell; null for the whole row. */
  column: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RowProblem = z.infer<typeof RowProblem>;

export const ImportRun = z.object({
  id: z.string(),
  kind: ImportKind,
  format: z.string(),
  source: z.string().nullable(),
  institutionName: z.string().nullable(),
  fileName: z.string(),
  fileSha256: z.string(),
  status: ImportStatus,
  totalRows: z.number().int().nullable(),
  stagedRows: z.number().int(),
  appliedRows: z.number().int(),
  counts: ImportCounts,
  problem: z
    .object({ code: z.string(), words: z.object({ vi: z.string(), en: z.string() }) })
    .nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  appliedAt: z.string().nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;

/** GET /api/imports/:id/rows?change=&severity=&held=true&problems=true&page=&size= */
export const ImportRowPage = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(
    z.object({
      rowNumber: z.number().int(),
      change: z.enum(['new', 'changed', 'same', 'removed', 'rejected']).nullable(),
      held: z.boolean(),
      /** The row in words: title — employer, or course code and title. */
      label: z.string(),
      problems: z.array(RowProblem.extend({ words: z.object({ vi: z.string(), en: z.string() }) })),
      /** Of a changed row: what stands in the database and what the file says. */
      differences: z.array(
        z.object({
          field: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type ImportRowPage = z.infer<typeof ImportRowPage>;

/** POST /api/imports?kind=&fileName=&source=&institution=&version=&format= with the bytes of the file as the body. */
export const StartImport = z.object({
  kind: ImportKind,
  fileName: z.string().min(1).max(255),
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .optional(),
  institution: z.string().min(2).max(200).optional(),
  /** of a framework whose files do not name their version */
  version: z
    .string()
    .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/)
    .optional(),
  format: z
    .enum([
      'itviec-csv',
      'uet-json',
      'nhip-members',
      'esco',
      'onet',
      'nice-cprt',
      'digcomp',
      'case-package',
      'nhip-framework',
      'esco-onet-crosswalk',
      'nhip-crosswalk',
    ])
    .optional(),
});
export type StartImport = z.infer<typeof StartImport>;
