import { createHash } from 'node:crypto';
import {
  canonicalContent,
  rejectionKey,
  type Decision,
  type Form,
  type IndexSource,
} from './forms.ts';
import { normaliseSurface, tokenise } from './normalise.ts';
import { unaccentedKeys } from './unaccented.ts';
import { collectSplits, pathOf, variantsOf } from './variants.ts';

/** Changes whenever the same index and text could give other links. */
export const LINKER_VERSION = 'dictionary-1';

/** One form at the end of one path; `words` are the words a surface must have to be `kind` exact. */
export interface Entry {
  kind: 'listed' | 'unaccented' | 'decision';
  words: string;
  form: Form;
}

export interface Node {
  next: Map<string, Node>;
  entries: Entry[];
}

/** Compiled forms and decisions; read-only once built. `hash` is SHA-256 over its whole content. */
export interface PhraseIndex {
  version: typeof LINKER_VERSION;
  hash: string;
  root: Node;
  /** `rejectionKey` of every surface and competency that a person rejected or found ambiguous. */
  rejected: Set<string>;
}

/** The order of `forms` and of decisions does not matter: same content, same hash, same links. */
export function buildPhraseIndex(forms: Form[], source: IndexSource): PhraseIndex {
  const content = canonicalContent(forms, source);
  const root = newNode();
  insertForms(root, content.forms);
  insertDecisions(root, content.forms, content.decisions);
  const rejections = content.decisions.filter(({ verdict }) => verdict !== 'accept');
  return {
    version: LINKER_VERSION,
    hash: createHash('sha256')
      .update(JSON.stringify([LINKER_VERSION, content]))
      .digest('hex'),
    root,
    rejected: new Set(
      rejections.map(({ normalised, competencyId }) => rejectionKey(normalised, competencyId)),
    ),
  };
}

function insertForms(root: Node, forms: Form[]): void {
  const spelled = forms
    .map((form) => ({ form, tokens: tokenise(form.form) }))
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ form, tokens }) => ({
      form,
      path: pathOf(tokens),
      words: tokens.map((token) => token.key),
      competencyId: form.competencyId,
      language: form.language,
    }));
  const splits = collectSplits(spelled.map(({ path }) => path));
  const unaccented = unaccentedKeys(spelled);
  for (const { form, path, words } of spelled) {
    const entry: Entry = { kind: 'listed', words: words.join(' '), form };
    for (const way of [path, ...variantsOf(path, splits)]) insert(root, way, entry);
    const key = unaccented.get(entry.words);
    if (key !== undefined && form.language === 'vi') {
      insert(root, pathOf(tokenise(key)), { kind: 'unaccented', words: key, form });
    }
  }
}

/** An accepted surface that is no listed form of the competency becomes one, everywhere. */
function insertDecisions(root: Node, forms: Form[], decisions: Decision[]): void {
  const listed = new Set(
    forms.map((form) => rejectionKey(normaliseSurface(form.form), form.competencyId)),
  );
  for (const { normalised, competencyId, verdict } of decisions) {
    const path = pathOf(tokenise(normalised));
    if (verdict !== 'accept' || path.length === 0) continue;
    if (listed.has(rejectionKey(normalised, competencyId))) continue;
    const form: Form = {
      competencyId,
      form: normalised,
      language: 'vi',
      caseSensitive: false,
      fields: null,
    };
    insert(root, path, { kind: 'decision', words: normalised, form });
  }
}

function insert(root: Node, path: string[], entry: Entry): void {
  let node = root;
  for (const word of path) {
    let next = node.next.get(word);
    if (!next) node.next.set(word, (next = newNode()));
    node = next;
  }
  node.entries.push(entry);
}

function newNode(): Node {
  return { next: new Map(), entries: [] };
}
