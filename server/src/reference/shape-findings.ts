import type { z } from 'zod';
import { error, type Finding, type FindingCode } from './findings.ts';
import type { Path, PlacedYaml } from './placed-yaml.ts';

/** What keeps a value from its shape, each at its line: `at` is where the value stands in the file. */
export function shapeFindings(
  file: string,
  yaml: PlacedYaml,
  at: Path,
  issues: readonly z.core.$ZodIssue[],
): Finding[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    const place = { file, line: yaml.lineOf(path) };
    const name = nameOf(path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        error({ file, line: yaml.lineOf([...path, key]) }, 'key-unknown', { value: key }),
      );
    }
    const value = issue.code === 'invalid_key' ? path.at(-1) : valueAt(yaml.value, path);
    const shown = String(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);
    return [error(place, codeOf(issue, path, value), { name, value: shown, ...limits(issue) })];
  });
}

/** Where a code of ours stands. */
const CODES = new Set(['code', 'parent', 'of', 'area', 'competency', 'competencies']);

/** The issue as a reader would name it. */
function codeOf(issue: z.core.$ZodIssue, path: Path, value: unknown): FindingCode {
  const last = String(path.at(-1));
  const parent = String(path.at(-2));
  const isEmpty = value === undefined || value === null || value === '';
  if (isEmpty) return last === 'vi' || last === 'en' ? 'language-missing' : 'key-missing';
  const isLevel = ['level', 'range', 'levels', 'eqf'].some(
    (name) => name === last || name === parent,
  );
  if (isLevel && ['too_big', 'too_small', 'invalid_key'].includes(issue.code)) {
    return last === 'levels' ? 'levels-not-eight' : 'level-outside-scale';
  }
  switch (issue.code) {
    case 'invalid_format':
      if (last === 'uuid') return 'uuid-malformed';
      if (issue.format === 'date') return 'date-malformed';
      return CODES.has(last) || CODES.has(parent) ? 'code-malformed' : 'format-wrong';
    case 'invalid_value':
      return 'value-unknown';
    case 'invalid_type':
      return typeof value === 'string' || typeof value === 'object'
        ? 'type-wrong'
        : 'text-unquoted';
    default:
      return 'type-wrong';
  }
}

function limits(issue: z.core.$ZodIssue): Record<string, string> {
  if (issue.code === 'invalid_value') return { allowed: issue.values.map(String).join(', ') };
  return { expected: issue.code === 'invalid_type' ? issue.expected : issue.message };
}

/** `competencies.3.label.vi` → `label.vi`: what a reader looks for on the line. */
function nameOf(path: Path): string {
  const from = path.findLastIndex((step) => typeof step === 'number');
  const own = path.slice(from + 1);
  return (own.length > 0 ? own : path.slice(from - 1)).map(String).join('.');
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at;
}
