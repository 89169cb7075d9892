import { encode, dimensions, dot } from './encoder.ts';
import type { HybridIndex } from './hybrid-index.ts';
import type { Line } from './line.ts';
import type { TextLink } from '../contract.ts';
import type { Weighed } from './features.ts';
import { labelKind } from './surface-index.ts';

/** Why a competency was proposed, as data; a screen puts it into words. */
export type Reason =
  | { kind: 'phrase'; form: string; isLabel: boolean; method: TextLink['method'] }
  | { kind: 'words'; form: string; isLabel: boolean; found: string[]; missing: string[] }
  | { kind: 'related'; form: string; similarity: number }
  | { kind: 'description'; weight: number }
  | { kind: 'negated'; cue: string }
  | { kind: 'company'; cue: string | null }
  | { kind: 'benefit'; cue: string | null };

const tellingSimilarity = 0.4;
const tellingDescription = 8;

/** What speaks for a candidate, the strongest ground first. */
export function groundsOf(
  index: HybridIndex,
  line: Line,
  weighed: Weighed,
  link: TextLink | undefined,
): Reason[] {
  const { surface } = index;
  const form = surface.forms[weighed.form] ?? '';
  const isLabel = (surface.formKind[weighed.form]! & labelKind) !== 0;
  const grounds: Reason[] = [];
  if (link) {
    const labels = index.surface.forms[index.labelOf[weighed.row]!];
    const { method } = link;
    grounds.push({ kind: 'phrase', form: link.form, isLabel: link.form === labels, method });
  } else if (weighed.covered > 0) {
    const said = new Set(line.terms);
    const words = [...surface.formTerms.row(weighed.form)].map((id) => surface.terms[id]!);
    grounds.push({
      kind: 'words',
      form,
      isLabel,
      found: words.filter((word) => said.has(word)),
      missing: words.filter((word) => !said.has(word)),
    });
  }
  const similarity = similarityOf(index, line, weighed);
  if (similarity >= tellingSimilarity) grounds.push({ kind: 'related', form, similarity });
  if (weighed.bm25 >= tellingDescription) {
    grounds.push({ kind: 'description', weight: round(weighed.bm25) });
  }
  return grounds;
}

function similarityOf({ encoder, conceptVectors }: HybridIndex, line: Line, weighed: Weighed) {
  const { span, row } = weighed;
  if (!encoder || !span) return 0;
  const terms = line.tokens.slice(span.first, span.last + 1).map(({ term }) => term);
  return round(dot(encode(encoder, terms), 0, conceptVectors, row * dimensions));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
