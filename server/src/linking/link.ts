import type { Field, DictionaryMethod, TextLink } from './contract.ts';
import { isIgnored, wordPartAt } from './characters.ts';
import { tokenise, type Token } from './normalise.ts';
import { rejectionKey, type Form } from './forms.ts';
import type { Entry, Node, PhraseIndex } from './phrase-index.ts';
import { withoutDiacritics } from './syllable.ts';
import { PARTED } from './variants.ts';

/** What was recognised on one span; the better tier hides the weaker ones. */
const tierOf: Record<DictionaryMethod, number> = { exact: 0, decision: 0, near: 1, unaccented: 2 };
const rankOf: Record<DictionaryMethod, number> = { exact: 0, decision: 1, near: 2, unaccented: 3 };

interface Recognised {
  form: Form;
  method: DictionaryMethod;
}

/**
 * The competencies named in one text, in the order of the text. At every word the longest phrase
 * wins and its words are used up, so spans never overlap; one span links several competencies only
 * when they share the form. A rejected link is left out and nothing shorter takes its place.
 */
export function linkText(index: PhraseIndex, field: Field, text: string): TextLink[] {
  const tokens = tokenise(text);
  const links: TextLink[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const start = index.root.next.get(tokens[first]!.folded);
    if (!start) continue;
    let found: Recognised[] = [];
    let last = first;
    for (let node: Node | undefined = start, at = first; node;) {
      if (node.entries.length > 0) {
        const here = recognise(node.entries, tokens.slice(first, at + 1), field, text);
        if (here.length > 0) [found, last] = [here, at];
      }
      at += 1;
      node = at < tokens.length ? step(node, tokens[at]!) : undefined;
    }
    if (found.length === 0) continue;
    links.push(...toLinks(index, found, tokens.slice(first, last + 1), field, text));
    first = last;
  }
  return links;
}

function step(node: Node, { gap, folded }: Token): Node | undefined {
  if (gap === 'broken') return undefined;
  const from = gap === 'parted' ? node.next.get(PARTED) : node;
  return from?.next.get(folded === '.net' ? 'net' : folded);
}

function recognise(entries: Entry[], tokens: Token[], field: Field, text: string): Recognised[] {
  const words = tokens.map((token) => token.key).join(' ');
  const { surface } = spanOf(tokens, text);
  if (words.length === 1 && isGlued(text, tokens[0]!)) return [];
  const passing = entries.flatMap(({ kind, words: listed, form }): Recognised[] => {
    const method = methodFor(kind, words === listed);
    const fits = method && fieldFits(form, field) && caseFits(form, surface);
    return fits ? [{ form, method }] : [];
  });
  const best = Math.min(...passing.map(({ method }) => tierOf[method]));
  return passing.filter(({ method }) => tierOf[method] === best);
}

function methodFor(kind: Entry['kind'], same: boolean): DictionaryMethod | undefined {
  if (kind === 'listed') return same ? 'exact' : 'near';
  return same ? kind : undefined;
}

function fieldFits(form: Form, field: Field): boolean {
  return form.fields === null || form.fields.includes(field);
}

/** "APIs" has the case of "API"; "Teams" and "team" do not have the case of "Team". */
function caseFits(form: Form, surface: string): boolean {
  if (!form.caseSensitive) return true;
  const [listed, written] = [lettersOf(form.form), lettersOf(surface)];
  return written === listed || (/^[A-Z]{3,}$/.test(listed) && written === `${listed}s`);
}

function lettersOf(text: string): string {
  return withoutDiacritics(text.normalize('NFKC')).replace(/[^\p{L}\p{N}+#]/gu, '');
}

/** One letter is a name only when it stands alone: not the R of "R&D" nor the C of "C-level". */
function isGlued(text: string, token: Token): boolean {
  let before = token.start - 1;
  while (isIgnored(text.charCodeAt(before))) before -= 1;
  let after = token.end;
  while (isIgnored(text.charCodeAt(after))) after += 1;
  const sign = /[-‐‑–&'’.@+#*]/;
  const gluedBefore = sign.test(text[before] ?? '') && wordPartAt(text, before - 1) > 0;
  const gluedAfter = sign.test(text[after] ?? '') && wordPartAt(text, after + 1) > 0;
  return gluedBefore || gluedAfter;
}

/** From the first word to the last, with the bracket that closes one opened in between. */
function spanOf(tokens: Token[], text: string) {
  const start = tokens[0]!.start;
  const last = tokens.at(-1)!.end;
  const surface = text.slice(start, last);
  const closes = text[last] === ')' && surface.lastIndexOf('(') > surface.lastIndexOf(')');
  return closes ? { start, end: last + 1, surface: `${surface})` } : { start, end: last, surface };
}

function toLinks(
  index: PhraseIndex,
  found: Recognised[],
  tokens: Token[],
  field: Field,
  text: string,
): TextLink[] {
  const { start, end, surface } = spanOf(tokens, text);
  const normalised = tokens.map((token) => token.key).join(' ');
  const best = new Map<number, Recognised>();
  for (const one of found) {
    const known = best.get(one.form.competencyId);
    if (!known || isBetter(one, known)) best.set(one.form.competencyId, one);
  }
  return [...best.keys()]
    .sort((a, b) => a - b)
    .filter((competencyId) => !index.rejected.has(rejectionKey(normalised, competencyId)))
    .map((competencyId) => {
      const { form, method } = best.get(competencyId)!;
      return { competencyId, field, start, end, surface, normalised, method, form: form.form };
    });
}

function isBetter(one: Recognised, other: Recognised): boolean {
  const rank = rankOf[one.method] - rankOf[other.method];
  return rank !== 0 ? rank < 0 : one.form.form < other.form.form;
}
