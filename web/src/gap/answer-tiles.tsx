import type { GapAnswers } from '@nhip/server/gap/contract.ts';
import type { Measure } from '@nhip/server/measures/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { Estimate } from '../ui/estimate.tsx';
import { RefusalTile, Tile } from '../ui/refusal-tile.tsx';
import styles from './answer-tiles.module.css';
import { gapMessages } from './messages.ts';

const questions = ['coverage', 'processTimes', 'lag', 'peopleShort'] as const;

/** The four answers of the gap, each an estimate or a refusal in words. */
export function AnswerTiles({ answers, label }: { answers: GapAnswers; label: string }) {
  return (
    <div className={styles.tiles} role="group" aria-label={label}>
      {questions.map((question) => (
        <AnswerTile key={question} question={question} measure={answers[question]} />
      ))}
    </div>
  );
}

function AnswerTile(props: { question: (typeof questions)[number]; measure: Measure }) {
  const t = useMessages(gapMessages);
  const { measure } = props;
  const title = t(`answer.${props.question}`);
  const foot = (
    <Link
      to="/measures/$id"
      params={{ id: measure.id }}
      aria-label={t('openOf', { answer: title })}
    >
      {t('open')}
    </Link>
  );
  if (measure.refusal) {
    const { code, detail } = measure.refusal;
    return (
      <RefusalTile
        title={title}
        missing={t(`refusal.${code}.missing`, detail)}
        answer={t(`refusal.${code}.answer`, detail)}
        foot={foot}
      />
    );
  }
  if (!measure.estimate) return null;
  const wide = measure.estimate.boundHigh - measure.estimate.boundLow >= 0.01;
  return (
    <Tile title={title} foot={foot}>
      <Estimate
        estimate={measure.estimate}
        n={measure.n}
        unit={t('unit')}
        tone="supply"
        size="large"
      />
      {wide && <p className={styles.why}>{t('boundsWhy')}</p>}
      {measure.stale && <p className={styles.why}>{t('stale')}</p>}
    </Tile>
  );
}
