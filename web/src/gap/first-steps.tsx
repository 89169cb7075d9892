import type { Overview } from '@nhip/server/gap/contract.ts';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import styles from './first-steps.module.css';
import { enough } from './tiles-of-provinces.ts';
import { overviewMessages } from './overview-messages.ts';

/** Leads an installation without data to its first answer. */
export function FirstSteps({ overview }: { overview: Overview }) {
  const t = useMessages(overviewMessages);
  const steps = [
    { key: 'ads', done: overview.demand.advertisements >= enough },
    { key: 'programme', done: overview.programmes.length > 0 },
    { key: 'read', done: false },
  ] as const;
  const next = steps.findIndex((step) => !step.done);
  return (
    <section className={styles.guide} aria-labelledby="first-steps">
      <h2 id="first-steps">{t('steps.title')}</h2>
      <p className="muted">{t('steps.why')}</p>
      <ol>
        {steps.map((step, place) => (
          <li key={step.key} data-done={step.done || undefined}>
            <span className={styles.number} aria-hidden>
              {step.done ? <IconCircleCheckFilled size={30} /> : place + 1}
            </span>
            <div>
              <h3>
                {t(`steps.${step.key}`)}
                {step.done && <span className="muted"> · {t('steps.done')}</span>}
              </h3>
              <p className="muted">{t(`steps.${step.key}Why`)}</p>
              {place === next && (
                <Link to="/imports" className="action" data-primary>
                  {t('steps.open')}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
