import type { EquatingRow, FrameworkLevels } from '@nhip/server/frameworks/levels/contract.ts';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useMessages, type TranslateOf } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { Skeleton } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import { useWords } from '../words.tsx';
import { EquatingPicture } from './equating-picture.tsx';
import { EquatingTable } from './equating-table.tsx';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';
import { isInForce, pairKey, pairOf, pairsOf, rowsBetween, type Pair } from './pairs.ts';

const EquatingForm = lazy(() => import('./equating-form.tsx'));

/** Two ladders with bands between them, the same as a table, and what no longer holds. */
export function EquatingSection(props: {
  found: FrameworkLevels;
  onTold: (words: string) => void;
}) {
  const { found, onTold } = props;
  const t = useMessages(levelMessages);
  const [url, setUrl] = useUrlState();
  const nameOf = useScaleNames(found);
  const pairs = pairsOf(found.scales, found.equatings);
  const pair = pairOf(pairs, url.pair);
  const adding = found.may.equate && url.new === '1';
  if (!pair) {
    return (
      <section aria-labelledby="equating" className={styles.section}>
        <h2 id="equating">{t('equating.heading')}</h2>
        <p className="muted">{t('equating.nonePossible')}</p>
      </section>
    );
  }
  const rows = rowsBetween(found.equatings, pair);
  const current = rows.filter((row) => isInForce(row, today()));
  const past = rows.filter((row) => !current.includes(row));
  const ends = { left: nameOf(pair.left), right: nameOf(pair.right) };
  const ladders = {
    left: found.scales.find(({ code }) => code === pair.left)!,
    right: found.scales.find(({ code }) => code === pair.right)!,
  };
  const done = (words?: string) => {
    setUrl({ new: undefined, end: undefined });
    if (words) onTold(words);
  };
  return (
    <section aria-labelledby="equating" className={styles.section}>
      <div className={styles.head}>
        <h2 id="equating">{t('equating.heading')}</h2>
        <span className={`${styles.where} ${styles.pair}`}>
          <NativeSelect
            label={t('equating.pair')}
            value={pairKey(pair)}
            onChange={(key) => setUrl({ pair: key, new: undefined, end: undefined })}
            options={pairs.map((one) => ({
              value: pairKey(one),
              label: optionOf(one, found.equatings, t, nameOf),
            }))}
          />
          {found.may.equate && !adding && (
            <ActionButton icon={IconPlus} onClick={() => setUrl({ new: '1', end: undefined })}>
              {t('equating.add')}
            </ActionButton>
          )}
        </span>
      </div>
      {adding && (
        <Suspense fallback={<Skeleton />}>
          <EquatingForm
            key={pairKey(pair)}
            code={found.framework.code}
            {...{ ladders, names: ends, onDone: done }}
          />
        </Suspense>
      )}
      <EquatingPicture {...{ ladders, names: ends }} rows={current} />
      <EquatingTable
        caption={t('equating.caption', ends)}
        {...{ ladders, names: ends, rows: current, onDone: done }}
        code={found.framework.code}
        mayEnd={found.may.equate}
      />
      {past.length > 0 && (
        <details className={styles.history}>
          <summary>{t('equating.history', { count: past.length })}</summary>
          <EquatingTable
            caption={t('equating.historyCaption', ends)}
            {...{ ladders, names: ends, rows: past, onDone: done }}
            code={found.framework.code}
            mayEnd={false}
          />
        </details>
      )}
    </section>
  );
}

const today = () => new Date().toISOString().slice(0, 10);

function useScaleNames(found: FrameworkLevels): (code: string) => string {
  const words = useWords();
  const titles = new Map(found.scales.map(({ code, title }) => [code, words(title)]));
  return (code) => titles.get(code) || code;
}

function optionOf(
  pair: Pair,
  rows: readonly EquatingRow[],
  t: TranslateOf<typeof levelMessages>,
  nameOf: (code: string) => string,
): string {
  const name = t('equating.pairName', { left: nameOf(pair.left), right: nameOf(pair.right) });
  const count = rowsBetween(rows, pair).filter((row) => isInForce(row, today())).length;
  return count === 0 ? name : t('equating.pairCount', { pair: name, count });
}
