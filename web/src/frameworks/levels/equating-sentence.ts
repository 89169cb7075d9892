import type { EquatingRow, Ladder } from '@nhip/server/frameworks/levels/contract.ts';
import { useMessages } from '../../language.ts';
import { useFigures } from '../../ui/figures.tsx';
import { levelMessages } from './messages.ts';

export interface Ladders {
  left: Ladder;
  right: Ladder;
}
/** A type and not an interface, so that it fills the gaps of a sentence. */
export type Names = { left: string; right: string };

/** How an equating reads: its ranges, its relation and how sure somebody is. */
export function useEquatingWords() {
  const t = useMessages(levelMessages);
  const f = useFigures();
  const mark = (ladder: Ladder, level: number) =>
    ladder.levels.find((one) => one.level === level)?.code ?? String(level);
  const range = (ladder: Ladder, end: EquatingRow['from']) => {
    const words =
      end.lowest === end.highest
        ? t('equating.rangeOne', { lowest: mark(ladder, end.lowest) })
        : t('equating.range', {
            ...{ lowest: mark(ladder, end.lowest), highest: mark(ladder, end.highest) },
          });
    return end.edition === ladder.edition
      ? words
      : t('equating.rangeEdition', { range: words, edition: end.edition });
  };
  const sentence = (row: EquatingRow, ladders: Ladders, names: Names) =>
    t('equating.sentence', {
      ...{ from: range(ladders.left, row.from), to: range(ladders.right, row.to), ...names },
      ...{ relation: t(`equating.${row.relation}`), share: f.share(row.confidence) },
    });
  const confidence = (value: number) =>
    t('equating.confidenceWords', {
      words: t(`equating.confident.${value >= 0.75 ? 'high' : value >= 0.4 ? 'middle' : 'low'}`),
      share: f.share(value),
    });
  return { range, sentence, confidence };
}
