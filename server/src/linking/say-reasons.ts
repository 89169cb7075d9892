import { fill } from '#src/languages/fill.ts';
import type { LinkMethod, SaidReason } from './contract.ts';
import type { Reason } from './hybrid/reasons.ts';
import { termTokens } from './hybrid/terms.ts';
import { REASON_WORDS } from './reason-words.ts';

interface Explained {
  surface: string;
  method: LinkMethod;
  form: string;
  /** As they are kept; null: method and form say it all. */
  reasons: unknown;
}
type Label = { vi: string | null; en: string | null };
type Words = { vi: string; en: string };

/** Why a link was made, the strongest ground first, as data and in both languages. */
export function sayReasons(link: Explained, label: Label): SaidReason[] {
  const kept = Array.isArray(link.reasons) ? (link.reasons as Reason[]) : [];
  const isPhrase = link.method !== 'hybrid' && kept.every(({ kind }) => kind !== 'phrase');
  const reasons = isPhrase ? [phraseOf(link, label), ...kept] : kept;
  return reasons.map((reason) => ({
    kind: reason.kind,
    data: { ...reason },
    words: wordsOf(reason, link.surface, label),
  }));
}

function phraseOf({ method, form }: Explained, label: Label): Reason {
  return {
    kind: 'phrase',
    form,
    isLabel: form === label.vi || form === label.en,
    method: method as Extract<Reason, { kind: 'phrase' }>['method'],
  };
}

function wordsOf(reason: Reason, surface: string, label: Label): Words {
  const say = (key: keyof typeof REASON_WORDS, values: Record<string, string | number>): Words => ({
    vi: fill(REASON_WORDS[key].vi, { surface, label: label.vi ?? label.en ?? '', ...values }),
    en: fill(REASON_WORDS[key].en, { surface, label: label.en ?? label.vi ?? '', ...values }),
  });
  switch (reason.kind) {
    case 'phrase':
      if (reason.method !== 'exact') return say(reason.method, { form: reason.form });
      return say(reason.isLabel ? 'label' : 'alias', { form: reason.form });
    case 'words': {
      const found = wordsIn(reason.form, reason.found);
      const missing = wordsIn(reason.form, reason.missing).filter((word) => !found.includes(word));
      const { form } = reason;
      return missing.length === 0
        ? say('all-words', { form })
        : say('words', { form, found: quoted(found), missing: quoted(missing) });
    }
    case 'related':
      return say('related', {
        form: reason.form,
        similarity: Math.round(reason.similarity * 100),
      });
    case 'description':
      return say('description', {});
    case 'negated':
      return say('negated', { cue: reason.cue });
    case 'company':
    case 'benefit':
      return reason.cue === null
        ? say(`${reason.kind}-section`, {})
        : say(reason.kind, { cue: reason.cue });
    default:
      return say('other', { kind: (reason as { kind: string }).kind });
  }
}

/** Terms are stems, or pairs of syllables; a reader is shown the words of the form that they stand for. */
function wordsIn(form: string, terms: readonly string[]): string[] {
  const wanted = new Set(terms.flatMap((term) => term.split('_')));
  const words = termTokens(form)
    .filter(({ term, key }) => wanted.has(term) || wanted.has(key))
    .map(({ start, end }) => form.slice(start, end));
  return [...new Set(words)];
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
