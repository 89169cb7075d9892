import type { End, PartRow } from '../bundle.ts';
import { endOf } from '../to-case.ts';
import type { EndRow } from './published.ts';

/** An end as CASE names it; `language`: of its framework. */
export function endOfRow(type: 'item' | 'role', row: EndRow, base: string, language: string): End {
  const extra = row.kept?.of === undefined ? {} : { case: row.kept };
  return endOf({ ...row, type, extra } as unknown as PartRow, { base, language });
}
