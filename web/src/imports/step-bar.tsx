import type { ImportRun } from '@nhip/server/imports/contract.ts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { stepStates, steps, type StepState } from './import-steps.ts';
import { importMessages } from './messages.ts';
import styles from './step-bar.module.css';

/** File → check → preview → apply, and where this run stands. */
export function StepBar({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  const states = stepStates(run);
  return (
    <ol className={styles.steps} aria-label={t('steps.label')}>
      {steps.map((step, place) => {
        const state = states[place] ?? 'later';
        return (
          <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className={styles.mark} aria-hidden>
              <StepMark state={state} number={place + 1} />
            </span>
            <span>
              {t(`steps.${step}`)}
              <span className="visually-hidden">: {t(`steps.${state}`)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function StepMark({ state, number }: { state: StepState; number: number }) {
  if (state === 'done') return <IconCheck size={16} />;
  if (state === 'failed') return <IconX size={16} />;
  return <>{number}</>;
}
