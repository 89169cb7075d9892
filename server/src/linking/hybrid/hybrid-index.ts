import { createHash } from 'node:crypto';
import { accentedPairs, withAccents, type AccentedPairs } from './accents.ts';
import { buildBm25, type Bm25 } from './bm25.ts';
import {
  defaultOptions,
  type HybridConcept,
  type HybridForm,
  type IndexOptions,
} from './concepts.ts';
import { dimensions, encode, type Encoder } from './encoder.ts';
import { buildCells, type Cells, type Near } from './nearest.ts';
import { readLine, type Line } from './line.ts';
import { buildSurfaceIndex, termsOf, withWritings, type SurfaceIndex } from './surface-index.ts';
import { termTokens } from './terms.ts';
import { trainEncoder } from './train-encoder.ts';
import { buildPhraseIndex, type PhraseIndex } from '../phrase-index.ts';

/** Changes whenever the same index and text could give other links. */
export const HYBRID_VERSION = 'hybrid-3';

/** Everything the ranking asks of a framework; read-only once built, except its scratch space. */
export interface HybridIndex {
  version: typeof HYBRID_VERSION;
  /** SHA-256 over concepts, forms and options, in one order. */
  hash: string;
  concepts: HybridConcept[];
  forms: HybridForm[];
  options: IndexOptions;
  /** Exact phrases, as in the dictionary tier. */
  phrases: PhraseIndex;
  rowOf: Map<number, number>;
  surface: SurfaceIndex;
  /** For lines whose writer left the accents out. */
  accented: AccentedPairs;
  bm25: Bm25;
  encoder: Encoder | undefined;
  /** Term of the surface index → its row in the encoder; -1 when it has none. */
  encoderRowOf: Int32Array;
  /** Competency → the form that is its label; -1 when no form of it has words. */
  labelOf: Int32Array;
  /** One unit vector a competency: the mean of its texts. */
  conceptVectors: Float32Array;
  /** The same of its names alone. */
  nameVectors: Float32Array;
  cells: Cells;
  scratch: Scratch;
}

/** Room for sums over all forms and competencies; every use leaves zeros behind. */
export interface Scratch {
  formScores: Float32Array;
  formTouched: Uint32Array;
  conceptScores: Float32Array;
  conceptForms: Uint32Array;
  /** What lies nearest to stretches of words seen before. */
  near: Map<string, Near[]>;
}

/** What an index is made of; `encoder` is given back when it was kept in a file. */
export interface IndexContent {
  concepts: HybridConcept[];
  forms: HybridForm[];
  options: IndexOptions;
}

/** The order of concepts and forms does not matter: same content, same hash, same links. */
export function buildHybridIndex(
  concepts: HybridConcept[],
  forms: HybridForm[],
  options: Partial<IndexOptions> = {},
): HybridIndex {
  const content = canonical(concepts, forms, { ...defaultOptions, ...options });
  const texts = textsOf(content);
  const encoder =
    content.options.encoder && texts.length > 0
      ? trainEncoder(texts, content.options.seed)
      : undefined;
  return assemble(content, texts, encoder);
}

export function assemble(
  content: IndexContent,
  texts: string[][][],
  encoder: Encoder | undefined,
): HybridIndex {
  const { concepts, forms, options } = content;
  const rowOf = new Map(concepts.map(({ id }, row) => [id, row]));
  const documents = texts.map((list) => list.flat());
  const sets = documents.map((document) => new Set(document));
  const surface = buildSurfaceIndex(forms, rowOf, sets);
  const conceptVectors = averageTexts(encoder, texts);
  const names = texts.map((list, row) =>
    list.slice(0, list.length - concepts[row]!.descriptions.length),
  );
  return {
    version: HYBRID_VERSION,
    hash: hashOf(content),
    ...content,
    phrases: buildPhraseIndex(
      forms.map(({ isLabel: _, ...form }) => form),
      { frameworkVersionIds: [], lexiconRevision: 0, decisions: [] },
    ),
    rowOf,
    surface,
    accented: accentedPairs(documents.flat()),
    bm25: buildBm25(documents),
    encoder,
    encoderRowOf: Int32Array.from(surface.terms, (term) => encoder?.termIds.get(term) ?? -1),
    labelOf: labelsOf(surface, concepts.length),
    conceptVectors,
    nameVectors: averageTexts(encoder, names),
    cells: buildCells(conceptVectors, options.seed),
    scratch: {
      formScores: new Float32Array(surface.forms.length),
      formTouched: new Uint32Array(surface.forms.length),
      conceptScores: new Float32Array(concepts.length),
      conceptForms: new Uint32Array(concepts.length),
      near: new Map(),
    },
  };
}

/** A line as this framework reads it: accents that its writer left out, names in their own writing. */
export function readFor({ accented, surface }: HybridIndex, text: string): Line {
  return withWritings(surface, withAccents(accented, readLine(text)));
}

/** For each competency its label, its aliases and its descriptions, as terms. */
export function textsOf({ concepts, forms }: IndexContent): string[][][] {
  const byConcept = new Map<number, string[][]>(concepts.map(({ id }) => [id, []]));
  for (const { competencyId, form } of forms) {
    byConcept.get(competencyId)?.push(termsOf(termTokens(form)));
  }
  return concepts.map(({ id, descriptions }) => [
    ...byConcept.get(id)!,
    ...descriptions.map((text) => termsOf(termTokens(text))),
  ]);
}

/** Labels before aliases, everything else by its content; what an ablation leaves out is gone. */
export function canonical(
  concepts: HybridConcept[],
  forms: HybridForm[],
  options: IndexOptions,
): IndexContent {
  return {
    options,
    concepts: concepts
      .map(({ id, kind, descriptions, roles }) => ({
        id,
        kind,
        descriptions: options.descriptions ? descriptions : [],
        roles,
      }))
      .sort((a, b) => a.id - b.id),
    forms: forms
      .filter(({ isLabel }) => isLabel || options.aliases)
      .map(({ competencyId, form, language, caseSensitive, fields, isLabel }) => ({
        competencyId,
        form: form.normalize('NFC'),
        language,
        caseSensitive,
        fields: fields && [...fields].sort(),
        isLabel,
      }))
      .sort(
        (a, b) =>
          a.competencyId - b.competencyId ||
          Number(b.isLabel) - Number(a.isLabel) ||
          compare(a.form, b.form) ||
          compare(a.language, b.language) ||
          Number(a.caseSensitive) - Number(b.caseSensitive) ||
          compare(String(a.fields), String(b.fields)),
      ),
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function hashOf(content: IndexContent): string {
  return createHash('sha256')
    .update(JSON.stringify([HYBRID_VERSION, content]))
    .digest('hex');
}

/** Labels come first among the forms of a competency. */
function labelsOf({ formConcept }: SurfaceIndex, concepts: number): Int32Array {
  const labels = new Int32Array(concepts).fill(-1);
  formConcept.forEach((concept, form) => {
    if (labels[concept] === -1) labels[concept] = form;
  });
  return labels;
}

function averageTexts(encoder: Encoder | undefined, texts: string[][][]): Float32Array {
  if (!encoder) return new Float32Array(0);
  const vectors = new Float32Array(texts.length * dimensions);
  texts.forEach((list, row) => {
    const mean = new Float32Array(dimensions);
    for (const text of list) {
      const vector = encode(encoder, text);
      for (let axis = 0; axis < dimensions; axis += 1) mean[axis]! += vector[axis]!;
    }
    const square = mean.reduce((sum, one) => sum + one * one, 0);
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
    vectors.set(
      mean.map((one) => one * scale),
      row * dimensions,
    );
  });
  return vectors;
}
