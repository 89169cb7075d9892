import type { LocalText } from '@nhip/server/languages/contract.ts';
import { pickText, useLanguage } from '../language.ts';

/** A text in the reader's language; where only the other language has it, that one, marked with `lang`. */
export function LocalTextView({ text, fallback = '—' }: { text: LocalText; fallback?: string }) {
  const language = useLanguage();
  const picked = pickText(text, language);
  if (!picked.text) return <>{fallback}</>;
  return picked.borrowed ? <span lang={picked.language}>{picked.text}</span> : <>{picked.text}</>;
}
