import { fill } from '#src/languages/fill.ts';
import type { Language } from '#src/errors.ts';
import { findingWords } from './finding-words.ts';

export type FindingCode = keyof typeof findingWords;

/** What is wrong or doubtful at one place of the reference files; its words say how to put it right. */
export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning';
  /** from the folder of the framework, with forward slashes: 'competencies/design.yaml' */
  file: string;
  line: number;
  detail: Record<string, string | number>;
}

/** Where something stands. */
export interface Place {
  file: string;
  line: number;
}

export function error(place: Place, code: FindingCode, detail: Finding['detail'] = {}): Finding {
  return { code, severity: 'error', file: place.file, line: place.line, detail };
}

export function warning(place: Place, code: FindingCode, detail: Finding['detail'] = {}): Finding {
  return { ...error(place, code, detail), severity: 'warning' };
}

export function findingSentence({ code, detail }: Finding, language: Language): string {
  return fill(findingWords[code][language], detail);
}

export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
