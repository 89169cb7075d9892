import type { CoverageReport } from '@nhip/server/gap/contract.ts';
import { useMessages } from '../language.ts';
import { EstimateLine } from '../ui/estimate.tsx';
import { useFigures } from '../ui/figures.tsx';
import styles from './brief-answers.module.css';
import { briefMessages } from './brief-messages.ts';
import { coverageStates } from './coverage-state.tsx';
import { MassBar, MassKey } from './mass-by-state.tsx';
import { MassExport } from './mass-chart-export.tsx';
import { gapMessages } from './messages.ts';

const refusable = ['processTimes', 'lag', 'peopleShort'] as const;

/** The four answers or refusals, and how the demand divides by evidence. */
export function BriefAnswers({ report }: { report: CoverageReport }) {
  const t = useMessages(briefMessages);
  const gap = useMessages(gapMessages);
  const f = useFigures();
  return (
    <>
      <CoverageAnswer report={report} />
      <Base report={report} />
      <dl className={styles.refusals}>
        {refusable.map((question) => {
          const { refusal, estimate } = report.answers[question];
          return (
            <div key={question}>
              <dt>{t(`answer.${question}`)}</dt>
              <dd>
                {refusal && (
                  <>
                    <strong>{t('refused')}</strong>{' '}
                    {gap(`refusal.${refusal.code}.missing`, refusal.detail)}{' '}
                    {gap(`refusal.${refusal.code}.answer`, refusal.detail)}
                  </>
                )}
                {estimate && `${f.number(estimate.boundLow)}–${f.number(estimate.boundHigh)}`}
              </dd>
            </div>
          );
        })}
      </dl>
      {report.rows.length > 0 && (
        <section className={styles.mass}>
          <div className={styles.title}>
            <h2>{t('mass')}</h2>
            <MassExport report={report} compact />
          </div>
          <MassBar mass={report.massByState} />
          <ul>
            {coverageStates.map((state) => (
              <li key={state}>
                <MassKey state={state} />
                <strong>{f.share(report.massByState[state])}</strong> {gap(`state.${state}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What stands beside every share, as one sentence. */
function Base({ report }: { report: CoverageReport }) {
  const gap = useMessages(gapMessages);
  const f = useFigures();
  const { demand, syllabi } = report;
  const parts = [
    gap('base.vacancies', { vacancies: demand.vacancies, advertisements: demand.advertisements }),
    gap('base.period', { period: f.period(demand.period) }),
    demand.reach === null
      ? gap('base.noReach')
      : gap('base.reach', { share: f.share(demand.reach) }),
    gap('base.syllabi', {
      with: syllabi.withOutcomes,
      count: syllabi.courses,
      share: f.share(syllabi.credits > 0 ? syllabi.creditsWithOutcomes / syllabi.credits : 0),
    }),
  ];
  return <p className={styles.base}>{parts.join(' · ')}</p>;
}

function CoverageAnswer({ report }: { report: CoverageReport }) {
  const t = useMessages(briefMessages);
  const gap = useMessages(gapMessages);
  const f = useFigures();
  const { estimate, refusal, n, stale } = report.answers.coverage;
  if (refusal || !estimate) {
    return (
      <p className={styles.finding}>
        {t('refused')}{' '}
        {refusal && (
          <span>
            {gap(`refusal.${refusal.code}.missing`, refusal.detail)}{' '}
            {gap(`refusal.${refusal.code}.answer`, refusal.detail)}
          </span>
        )}
      </p>
    );
  }
  const { intervalLow, intervalHigh } = estimate;
  return (
    <div className={styles.answer}>
      <p className={styles.finding}>
        {t('finding', { share: f.range(estimate.boundLow, estimate.boundHigh) })}
      </p>
      <EstimateLine estimate={estimate} />
      <p>
        {intervalLow !== null && intervalHigh !== null && (
          <>{t('interval', { range: f.range(intervalLow, intervalHigh), n: n ?? 0 })} </>
        )}
        {estimate.boundHigh - estimate.boundLow >= 0.01 && `${gap('boundsWhy')} `}
        {stale && t('stale')}
      </p>
    </div>
  );
}
