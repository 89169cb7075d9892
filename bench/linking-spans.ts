// How well the place that a link points to meets the place that people marked for the competency.
import { growSpan } from '../server/src/linking/hybrid/best-span.ts';
import { shippedReaders } from '../server/src/linking/hybrid/model.ts';
import { askedOf, tag } from '../server/src/linking/hybrid/tagger.ts';
import type { GoldExample } from './linking-examples.ts';
import { mean, type RankedSentence } from './linking-measures.ts';

interface Place {
  start: number;
  end: number;
}

export function spanFigures(examples: GoldExample[], ranked: RankedSentence[]) {
  const shares: Record<string, number[]> = { HOUSE: [], TECH: [] };
  const { tagger } = shippedReaders();
  examples.forEach(({ sentence, line, weighed }, at) => {
    const asked = askedOf(tag(tagger, line));
    for (const row of ranked[at]!.rows.slice(0, 5)) {
      if (!sentence.gold.includes(row)) continue;
      const found = weighed.find((one) => one.row === row)!;
      const span = found.span && (found.listed ? found.span : growSpan(line, found.span, asked));
      const place = span && {
        start: line.tokens[span.first]!.start,
        end: line.tokens[span.last]!.end,
      };
      shares[sentence.set]!.push(place ? bestAgreement(place, marked(sentence, row)) : 0);
    }
  });
  const figures = (list: number[]) => ({
    hits: list.length,
    'overlap %': Number((100 * mean(list.map((one) => (one > 0 ? 1 : 0)))).toFixed(1)),
    IoU: Number(mean(list).toFixed(3)),
  });
  const both = [...shares.HOUSE!, ...shares.TECH!];
  return { HOUSE: figures(shares.HOUSE!), TECH: figures(shares.TECH!), both: figures(both) };
}

/** Every place where a marked span of the competency stands; a full stop at its end is none of it. */
function marked({ text, annotations }: GoldExample['sentence'], row: number): Place[] {
  return annotations
    .filter((one) => one.row === row)
    .flatMap(({ span }) => {
      const words = span.replace(/[\s.,?)*]+$/u, '');
      const places: Place[] = [];
      let start = text.indexOf(words);
      for (; start >= 0; start = text.indexOf(words, start + 1)) {
        places.push({ start, end: start + words.length });
      }
      return places;
    });
}

function bestAgreement(place: Place, others: Place[]): number {
  return Math.max(
    0,
    ...others.map((other) => {
      const shared = Math.min(place.end, other.end) - Math.max(place.start, other.start);
      const whole = Math.max(place.end, other.end) - Math.min(place.start, other.start);
      return shared > 0 ? shared / whole : 0;
    }),
  );
}
