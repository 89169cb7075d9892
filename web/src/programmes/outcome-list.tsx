import type { OutcomeView } from '@nhip/server/programmes/contract.ts';
import { Link } from '@tanstack/react-router';
import { pickText, useLanguage, useLocalText, useMessages } from '../language.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { programmeMessages } from './messages.ts';
import styles from './outcome-list.module.css';

/** Learning outcomes with their ids; the words that say a competency are marked, the competencies named beside. */
export function OutcomeList({ outcomes }: { outcomes: OutcomeView[] }) {
  return (
    <ol className={styles.list}>
      {outcomes.map((outcome, place) => (
        <li key={outcome.id}>
          {outcome.heading && outcome.heading !== outcomes[place - 1]?.heading && (
            <p className={styles.heading} lang="vi">
              {outcome.heading}
            </p>
          )}
          <Outcome outcome={outcome} />
        </li>
      ))}
    </ol>
  );
}

function Outcome({ outcome }: { outcome: OutcomeView }) {
  const t = useMessages(programmeMessages);
  const language = useLanguage();
  const localText = useLocalText();
  const statement = pickText(outcome.statement, language);
  const accepted = outcome.links.filter(
    (link) => link.counts && link.language === statement.language,
  );
  const competencies = [
    ...new Map(accepted.map((link) => [link.competency.id, link.competency])).values(),
  ];
  return (
    <div className={styles.outcome}>
      <span className={styles.code}>{outcome.code}</span>
      <div>
        <p>
          <Highlighted
            text={statement.text}
            lang={statement.borrowed ? statement.language : undefined}
            tone="supply"
            spans={accepted.map(({ start, end, competency }) => ({
              start,
              end,
              label: localText(competency.label),
            }))}
          />
          {outcome.taxonomyLevels.length > 0 && (
            <span className="muted small">
              {' '}
              ({t('detail.levels', { levels: outcome.taxonomyLevels.join(', ') })})
            </span>
          )}
        </p>
        {competencies.length > 0 && (
          <p className={styles.says}>
            {t('detail.says')}:{' '}
            {competencies.map((competency, place) => (
              <span key={competency.id}>
                {place > 0 && ', '}
                <Link to="/competencies/$code" params={{ code: competency.code }}>
                  <LocalTextView text={competency.label} fallback={competency.code} />
                </Link>
              </span>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
