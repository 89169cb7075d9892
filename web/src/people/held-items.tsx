import type { HoldingView } from '@nhip/server/people/contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { correctable } from './correctable.ts';
import styles from './held-items.module.css';
import { peopleMessages } from './messages.ts';

type Item = HoldingView['items'][number];

const shownAtFirst = 10;

/** The data of a holding, row by row; what an organisation wrote can be asked to be corrected. */
export function HeldItems({ holding }: { holding: HoldingView }) {
  const t = useMessages(peopleMessages);
  const [all, setAll] = useState(false);
  const shown = all ? holding.items : holding.items.slice(0, shownAtFirst);
  const hidden = holding.items.length - shown.length;
  return (
    <>
      <ul className={styles.items}>
        {shown.map((item) => (
          <li key={item.id}>
            <HeldItem item={item} corrects={holding.holding === 'affiliation'} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <ActionButton quiet compact onClick={() => setAll(true)}>
          {t('holdings.more', { count: hidden })}
        </ActionButton>
      )}
    </>
  );
}

function HeldItem({ item, corrects }: { item: Item; corrects: boolean }) {
  const t = useMessages(peopleMessages);
  const language = useLanguage();
  const f = useFigures();
  return (
    <div className={styles.item}>
      {item.since && (
        <p className={styles.when}>
          {item.endedOn
            ? t('holdings.ended', { from: f.date(item.since), to: f.date(item.endedOn) })
            : t('holdings.since', { date: f.date(item.since) })}
        </p>
      )}
      {item.data.length === 0 ? (
        <p className="muted small">{t('holdings.noData')}</p>
      ) : (
        <dl className={styles.data}>
          {item.data.map(({ code, label, value }, place) => (
            <div key={place}>
              <dt>{label[language]}</dt>
              <dd>
                {typeof value === 'string' ? shown(value, f.date) : value[language]}
                {corrects && correctable[code] && item.endedOn === null && (
                  <Link
                    className={styles.correct}
                    to="/me"
                    search={{ part: 'corrections', affiliation: item.id, field: correctable[code] }}
                    aria-label={`${t('holdings.correct')}: ${label[language]}`}
                  >
                    {t('holdings.correct')}
                  </Link>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Days are written as the reader's language writes them; any other text stands as it is held. */
function shown(text: string, date: (day: string) => string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? date(text) : text;
}
