import type { CoverageReport, CoverageState } from '@nhip/server/gap/contract.ts';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { useUrlState } from '../url-state.ts';
import { coverageMessages } from './coverage-messages.ts';
import { coverageStates } from './coverage-state.tsx';
import { MassExport } from './mass-chart-export.tsx';
import styles from './mass-by-state.module.css';
import { gapMessages } from './messages.ts';

/** One bar for all demand, divided by what says that it is taught; each part filters the table under it. */
export function MassByState({ report }: { report: CoverageReport }) {
  const t = useMessages(coverageMessages);
  const gap = useMessages(gapMessages);
  const f = useFigures();
  const [url, setUrl] = useUrlState();
  const mass = report.massByState;
  return (
    <section className={styles.section} aria-labelledby="mass">
      <h2 id="mass">{t('mass.title')}</h2>
      <p className="muted small">{t('mass.meaning')}</p>
      <MassBar mass={mass} />
      <ul className={styles.parts}>
        {coverageStates.map((state) => {
          const chosen = url.state === state;
          return (
            <li key={state}>
              <button
                type="button"
                aria-pressed={chosen}
                title={chosen ? t('mass.all') : t('mass.only', { state: gap(`state.${state}`) })}
                onClick={() => setUrl({ state: chosen ? undefined : state })}
              >
                <MassKey state={state} />
                <strong className="figures">{f.share(mass[state])}</strong>
                <span>{gap(`state.${state}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <MassExport report={report} />
    </section>
  );
}

/** The pattern of one part, as it stands in the bar. */
export function MassKey({ state }: { state: CoverageState }) {
  return (
    <svg className={styles.key} width="18" height="18" aria-hidden>
      <rect className={styles[state]} x="1" y="1" width="16" height="16" rx="3" />
    </svg>
  );
}

/** Only the bar; the words and figures stand under it. */
export function MassBar({ mass }: { mass: CoverageReport['massByState'] }) {
  const starts = startsOf(mass);
  return (
    <svg className={styles.bar} width="100%" height="28" aria-hidden>
      {coverageStates.map((state) => (
        <rect
          key={state}
          className={styles[state]}
          x={`${100 * starts[state]}%`}
          y="1"
          width={`${100 * mass[state]}%`}
          height="26"
        />
      ))}
    </svg>
  );
}

function startsOf(mass: CoverageReport['massByState']): Record<CoverageState, number> {
  let sum = 0;
  const starts = { taught: 0, 'title-only': 0, 'syllabus-missing': 0, 'not-found': 0 };
  for (const state of coverageStates) {
    starts[state] = sum;
    sum += mass[state];
  }
  return starts;
}
