import type { CoverageReport } from '@nhip/server/gap/contract.ts';
import { formatDateTime } from '../format.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import styles from './brief-method.module.css';
import { briefMessages } from './brief-messages.ts';

/** How it was computed, what it cannot say, and from what. */
export function BriefMethod({ report }: { report: CoverageReport }) {
  const t = useMessages(briefMessages);
  const f = useFigures();
  const { demand, syllabi, framework } = report;
  const draws = report.answers.coverage.parameters.bootstrapDraws;
  const credits = syllabi.credits > 0 ? syllabi.creditsWithOutcomes / syllabi.credits : 0;
  const reach = demand.reach === null ? '' : t('methods.reach', { share: f.share(demand.reach) });
  return (
    <div className={styles.method}>
      <section>
        <h2>{t('method')}</h2>
        <ul>
          <li>{t('methods.unit')}</li>
          <li>
            {t('methods.link', {
              framework: framework.code,
              version: framework.version,
              revision: String(framework.lexiconRevision),
              reach,
            })}
          </li>
          <li>{t('methods.exposure')}</li>
          {typeof draws === 'number' && <li>{t('methods.interval', { draws })}</li>}
        </ul>
      </section>
      <section>
        <h2>{t('limits')}</h2>
        <ul>
          <li>
            {t('limit.syllabi', {
              with: syllabi.withOutcomes,
              count: syllabi.courses,
              share: f.share(credits),
            })}
          </li>
          <li>{t('limit.level')}</li>
          <li>{t('limit.sample', { count: demand.held })}</li>
          <li>{t('limit.history', { period: f.period(demand.period) })}</li>
        </ul>
      </section>
      <Sources report={report} />
    </div>
  );
}

function Sources({ report }: { report: CoverageReport }) {
  const t = useMessages(briefMessages);
  const f = useFigures();
  const language = useLanguage();
  const localText = useLocalText();
  const { demand, programme, framework, answers } = report;
  const number = String(programme.versionNumber);
  return (
    <section className={styles.source}>
      <h2>{t('source')}</h2>
      <p>
        {t('sources', {
          sources: demand.sources.join(', '),
          advertisements: demand.advertisements,
          period: f.period(demand.period),
          institution: localText(programme.institution.name),
          code: programme.code,
          version: programme.datedOn
            ? t('versionDated', { number, date: f.date(programme.datedOn) })
            : number,
          framework: framework.code,
          frameworkVersion: framework.version,
          computed: formatDateTime(answers.coverage.computedAt, language),
          program: answers.coverage.codeVersion,
          id: answers.coverage.id,
        })}
      </p>
    </section>
  );
}
