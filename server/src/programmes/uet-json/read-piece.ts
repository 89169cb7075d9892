import type { z } from 'zod';
import type { FindingCode } from '#src/imports/finding-words.ts';
import type { RowFinding } from '#src/imports/importer.ts';
import { printable } from './printable.ts';

export type Read<T> = { value: T; problems: [] } | { value: undefined; problems: RowFinding[] };

const ofType: Record<string, FindingCode> = {
  number: 'value-not-number',
  int: 'value-not-number',
  string: 'value-not-text',
  array: 'value-not-list',
  object: 'value-not-object',
  boolean: 'value-not-boolean',
};

/** Reads one piece; what is wrong with it becomes findings whose column is the path of the cell. */
export function readPiece<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  path: string,
): Read<z.output<S>> {
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, problems: [] };
  return {
    value: undefined,
    problems: result.error.issues.map((issue) => finding(issue, raw, path)),
  };
}

/** A list inside a piece; one that is missing is empty, anything else than a list is a finding. */
export function listOf(
  raw: unknown,
  name: string,
  path: string,
): { items: unknown[]; problems: RowFinding[] } {
  const value =
    typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[name] : undefined;
  if (value === undefined || value === null) return { items: [], problems: [] };
  if (Array.isArray(value)) return { items: value, problems: [] };
  return { items: [], problems: [error('value-not-list', `${path}.${name}`)] };
}

export const error = (
  code: FindingCode,
  column: string,
  detail: RowFinding['detail'] = {},
): RowFinding => ({ code, severity: 'error', column, detail });

function finding(issue: z.core.$ZodIssue, raw: unknown, path: string): RowFinding {
  const column = issue.path.reduce<string>(
    (whole, step) => (typeof step === 'number' ? `${whole}[${step}]` : `${whole}.${String(step)}`),
    path,
  );
  const value = issue.path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step],
    raw,
  );
  const shown = printable(String(value).slice(0, 60));
  if (value === undefined || value === null) return error('value-missing', column);
  switch (issue.code) {
    case 'custom': {
      const { finding: code, detail } = issue.params as Pick<RowFinding, 'detail'> & {
        finding: FindingCode;
      };
      return error(code, column, { value: shown, ...detail });
    }
    case 'invalid_value':
      return error('value-not-in-list', column, {
        value: shown,
        allowed: issue.values.map(String).join(', '),
      });
    case 'invalid_type':
      return error(ofType[issue.expected] ?? 'value-missing', column);
    default:
      return error('value-missing', column);
  }
}
