import type { PrecisionMark } from '@nhip/server/review/precision/contract.ts';
import type { TranslateOf } from '../../language.ts';
import type { qualityMessages } from './messages.ts';

/** What changed, in words. */
export function nameOfMark(
  { kind, language, documentType, version }: PrecisionMark,
  t: TranslateOf<typeof qualityMessages>,
): string {
  return t(`precision.mark.${kind}`, {
    document: documentType ? t(`document.${documentType}`) : undefined,
    language: language ? t(`language.${language}`) : undefined,
    version: version ?? undefined,
  });
}
