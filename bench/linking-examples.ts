// The labelled sentences as the ranker sees them: the features of each candidate, which are right.
import { contendersOf } from '../server/src/linking/hybrid/decision.ts';
import type { Weighed } from '../server/src/linking/hybrid/features.ts';
import { readFor, type HybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import type { Line } from '../server/src/linking/hybrid/line.ts';
import { shippedReaders } from '../server/src/linking/hybrid/model.ts';
import { weighLine } from '../server/src/linking/hybrid/rank-line.ts';
import { withoutMarkup } from '../server/src/linking/hybrid/text-lines.ts';
import { groupsOf, type Example } from './linking-fit.ts';
import type { GoldSentence } from './linking-gold.ts';

export interface GoldExample extends Example {
  sentence: GoldSentence;
  line: Line;
  weighed: Weighed[];
}

/** Gate, tagger and standing in force; no ranker is asked. Rows of the index are those of the gold. */
export function readExamples(index: HybridIndex, gold: GoldSentence[]): GoldExample[] {
  const model = shippedReaders();
  const groups = groupsOf(gold.map(({ text }) => text));
  return gold.map((sentence, at) => {
    const line = readFor(index, withoutMarkup(sentence.text));
    const { weighed, asked, tags } = weighLine(index, line, { field: 'text', model });
    const reading = { asked, tags, standing: model.standing };
    return {
      sentence,
      line,
      weighed,
      group: groups[at]!,
      wanted: sentence.gold.length,
      features: weighed.map(({ features }) => features),
      right: weighed.map(({ row }) => sentence.gold.includes(row)),
      contend: (scores) => contendersOf(index, line, weighed, scores, reading),
    };
  });
}
