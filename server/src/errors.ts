import { messages, type MessageCode } from './messages.ts';

/** A closed set: a code without words in both languages does not compile (see messages.ts). */
export type ProblemCode = MessageCode;

export type ProblemDetail = Record<string, string | number | boolean | null>;

/**
 * The only error that this program throws on purpose. `code` is turned into words in the reader's
 * language at the edge (HTTP, command line, web); `detail` fills the {placeholders} of those words
 * and never carries personal data.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;

  constructor(code: ProblemCode, detail: ProblemDetail = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(detail)}`, options);
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
  }
}

export type Language = 'vi' | 'en';

/**
 * The sentence of a problem, with its placeholders filled, in one language. A detail that is itself
 * in words is given once per language, as `name.vi` and `name.en`.
 */
export function words(code: ProblemCode, detail: ProblemDetail, language: Language): string {
  return messages[code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(detail[`${name}.${language}`] ?? detail[name] ?? whole),
  );
}
