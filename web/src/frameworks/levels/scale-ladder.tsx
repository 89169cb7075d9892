import type {
  FrameworkLevels,
  Ladder,
  LadderLevel,
} from '@nhip/server/frameworks/levels/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useLanguage, useMessages } from '../../language.ts';
import { PageState, Skeleton } from '../../ui/page-state.tsx';
import { Paging } from '../../ui/paging.tsx';
import { useUrlState } from '../../url-state.ts';
import { WordsView, useWords } from '../words.tsx';
import { AT_LEVEL_SIZE, atLevel } from './levels-api.ts';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';

/** The levels of a scale, the highest rung at the top; each count opens what it counts. */
export function ScaleLadder({ found, scale }: { found: FrameworkLevels; scale: Ladder }) {
  return (
    <ol reversed className={styles.ladder}>
      {scale.levels.toReversed().map((level) => (
        <Rung key={level.level} {...{ found, scale, level }} />
      ))}
    </ol>
  );
}

function Rung(props: { found: FrameworkLevels; scale: Ladder; level: LadderLevel }) {
  const { found, scale, level } = props;
  const t = useMessages(levelMessages);
  const id = useId();
  const [url, setUrl] = useUrlState();
  const key = `${scale.code}.${level.level}`;
  const open = url.open === key;
  const counted = level.described + level.standing;
  return (
    <li className={styles.rung}>
      <span
        className={styles.mark}
        aria-label={t('scale.level', { level: level.level })}
        role="img"
      >
        {level.code ?? level.level}
      </span>
      <div className={styles.words}>
        <BothLanguages words={level.label} empty={t('scale.noLabel')} />
        {Object.keys(level.descriptor).length > 0 && (
          <p className="small">
            <WordsView words={level.descriptor} />
          </p>
        )}
        <p className={styles.counts}>
          {counted > 0 ? (
            <button
              type="button"
              className={styles.count}
              aria-expanded={open}
              aria-controls={`${id}-list`}
              onClick={() => setUrl({ open: open ? undefined : key })}
            >
              {level.described > 0
                ? t('scale.described', { count: level.described })
                : t('scale.standing', { count: level.standing })}
            </button>
          ) : (
            <span className="muted small">{t('scale.none')}</span>
          )}
          {level.required > 0 && (
            <span className="muted small">{t('scale.required', { count: level.required })}</span>
          )}
        </p>
        <div id={`${id}-list`}>{open && <AtLevelList {...{ found, scale, level }} />}</div>
      </div>
    </li>
  );
}

/** The reader's language first, the other one beside it. */
function BothLanguages({ words, empty }: { words: Ladder['title']; empty: string }) {
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className={styles.label}>
      <strong>
        <WordsView words={words} fallback={empty} />
      </strong>
      {words[language] && words[other] && words[other] !== words[language] && (
        <span className="muted" lang={other}>
          {words[other]}
        </span>
      )}
    </div>
  );
}

function AtLevelList(props: { found: FrameworkLevels; scale: Ladder; level: LadderLevel }) {
  const { found, scale, level } = props;
  const t = useMessages(levelMessages);
  const words = useWords();
  const [page, setPage] = useState(1);
  const inDraft = found.version.status === 'draft' || found.version.status === 'in-review';
  const { code } = found.framework;
  const at = { scale: scale.code, level: level.level };
  const query = useQuery(atLevel(code, at, inDraft ? 'draft' : undefined, page));
  return (
    <PageState query={query} skeleton={<Skeleton lines={4} />}>
      {({ total, items }) => (
        <>
          <ul
            className={styles.items}
            aria-label={t('scale.say', {
              level: level.level,
              scale: words(scale.title) || scale.code,
            })}
          >
            {items.map((item) => (
              <li key={item.code}>
                <span className={styles.item}>
                  {inDraft ? (
                    <strong>
                      <WordsView words={item.label} fallback={item.code} />
                    </strong>
                  ) : (
                    <Link to="/frameworks/$code/items/$item" params={{ code, item: item.code }}>
                      <WordsView words={item.label} fallback={item.code} />
                    </Link>
                  )}
                  <code className="muted">{item.code}</code>
                </span>
                <p className="small">
                  <WordsView
                    words={item.says}
                    fallback={t(item.standsFor ? 'scale.standsFor' : 'scale.noWords')}
                  />
                </p>
              </li>
            ))}
          </ul>
          <Paging page={page} size={AT_LEVEL_SIZE} total={total} onPage={setPage} />
        </>
      )}
    </PageState>
  );
}
