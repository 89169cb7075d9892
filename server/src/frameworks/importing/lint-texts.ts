import type { RowFinding } from '#src/imports/importer.ts';
import { markupSample } from '#src/imports/written-text.ts';
import type { AnyRow } from './framework-row.ts';

/** Longer labels are no labels; longer texts are no definitions. */
export const LABEL_LIMIT = 2_000;
export const TEXT_LIMIT = 20_000;

/**
 * What is wrong or doubtful about the texts of one row, seen from the row alone: a missing label, text
 * too long, characters that a wrong encoding leaves, text that cannot be in the language it claims, markup.
 */
export function lintTexts(row: AnyRow): RowFinding[] {
  if (row.type === 'definition') return [];
  const findings: RowFinding[] = [];
  const name = row.type === 'framework' || row.type === 'scale' ? 'title' : 'label';
  if (!row.texts.some((text) => text.field === name && text.value.trim() !== '')) {
    findings.push(finding('framework-label-missing', 'error', name));
  }
  for (const { field, language, value } of textsOf(row)) {
    const column = `${field} (${language})`;
    const limit =
      field === 'label' || field === 'title' || field === 'alias' ? LABEL_LIMIT : TEXT_LIMIT;
    if (value.length > limit) {
      findings.push(
        finding('framework-text-long', 'error', column, { limit, length: value.length }),
      );
    }
    const broken = mojibake(value);
    if (broken) findings.push(finding('framework-mojibake', 'warning', column, { value: broken }));
    if (hasControls(value)) findings.push(finding('framework-control-characters', 'error', column));
    if (markupSample(value)) findings.push(finding('framework-markup', 'warning', column));
    if (!couldBe(value, language)) {
      findings.push(finding('framework-wrong-language', 'warning', column, { language }));
    }
  }
  return findings;
}

function* textsOf(row: Exclude<AnyRow, { type: 'definition' }>) {
  yield* row.texts;
  if (row.type === 'item') {
    for (const { form, language } of row.aliases) yield { field: 'alias', language, value: form };
    for (const level of row.levels) {
      for (const text of level.texts) yield { field: `level ${level.level}`, ...text };
    }
  }
  if (row.type === 'scale') for (const level of row.levels) yield* level.texts;
  if (row.type === 'role') {
    for (const { title, language } of row.titles) yield { field: 'alias', language, value: title };
  }
}

/** UTF-8 read as Windows-1252 or Latin-1, or letters that were lost: the first place where it shows. */
export function mojibake(text: string): string | undefined {
  const found =
    /(?:Ã[\u0080-\u00bf ƒ‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ¡-¿]|á[º»][\u0080-\u00bf¡-¿€-™]|Ä[\u0090-\u0091‘’]|â€[œ\u009d™˜“”¢¦]|\ufffd)/u.exec(
      text,
    );
  return found ? text.slice(Math.max(0, found.index - 12), found.index + 18) : undefined;
}

/** NUL cannot be stored at all, and the others mean nothing in a text. */
function hasControls(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
}

const VIETNAMESE_LETTER = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
const ONLY_VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

/** Says no only when it is sure: long Vietnamese has its letters, and long English has none of them. */
function couldBe(text: string, language: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < 6) return true;
  if (/^vi\b/.test(language)) return VIETNAMESE_LETTER.test(text);
  if (/^en\b/.test(language)) {
    const vietnamese = words.filter((word) => ONLY_VIETNAMESE.test(word)).length;
    return vietnamese * 4 < words.length;
  }
  return true;
}

function finding(
  code: RowFinding['code'],
  severity: RowFinding['severity'],
  column: string | null,
  detail: RowFinding['detail'] = {},
): RowFinding {
  return { code, severity, column, detail };
}
