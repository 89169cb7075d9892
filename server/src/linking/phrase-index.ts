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
export const LINKER_VERSION = 'dictionary-2';

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
  const tree = treeOf(content.forms);
  const rejections = content.decisions.filter(({ verdict }) => verdict !== 'accept');
  return {
    version: LINKER_VERSION,
    hash: createHash('sha256')
      .update(JSON.stringify([LINKER_VERSION, content]))
      .digest('hex'),
    root: withDecisions(tree, content.decisions),
    rejected: new Set(
      rejections.map(({ normalised, competencyId }) => rejectionKey(normalised, competencyId)),
    ),
  };
}

interface FormTree {
  root: Node;
  /** `rejectionKey` of every listed form, as its words are normalised. */
  listed: Set<string>;
}

/** By the hash of their forms: a decision moves an index far more often than a form does. */
const trees = new Map<string, FormTree>();
const MOST_TREES = 3;

function treeOf(forms: Form[]): FormTree {
  const hash = createHash('sha256').update(JSON.stringify(forms)).digest('hex');
  const known = trees.get(hash);
  if (known) return known;
  const root = newNode();
  insertForms(root, forms);
  const listed = forms.map((form) => rejectionKey(normaliseSurface(form.form), form.competencyId));
  const tree = { root, listed: new Set(listed) };
  if (trees.size >= MOST_TREES) trees.delete(trees.keys().next().value!);
  trees.set(hash, tree);
  return tree;
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

/**
 * An accepted surface that is no listed form of the competency becomes one, everywhere. The tree itself
 * stays as it is: what lies on the way of a decision is copied.
 */
function withDecisions({ root, listed }: FormTree, decisions: Decision[]): Node {
  const copies = new Set<Node>();
  const own = (node: Node): Node => {
    if (copies.has(node)) return node;
    const copy = { next: new Map(node.next), entries: [...node.entries] };
    copies.add(copy);
    return copy;
  };
  let top = root;
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
    let node = (top = own(top));
    for (const word of path) {
      const next = own(node.next.get(word) ?? newNode());
      node.next.set(word, next);
      node = next;
    }
    node.entries.push({ kind: 'decision', words: normalised, form });
  }
  return top;
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
