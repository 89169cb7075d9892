import type { DemandBase } from '@nhip/server/demand/contract.ts';
import type { SyllabusBase } from '@nhip/server/programmes/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import styles from './base-line.module.css';
import { gapMessages } from './messages.ts';

/** What stands beside every share: vacancies, period, reach of the lexicon, how much has syllabi. Each part opens. */
export function BaseLine(props: {
  demand: DemandBase;
  syllabi: SyllabusBase | null;
  programmeId?: number;
}) {
  const t = useMessages(gapMessages);
  const f = useFigures();
  const { demand, syllabi } = props;
  if (demand.advertisements === 0) return null;
  return (
    <ul className={`${styles.line} figures`} aria-label={t('base.label')}>
      <li>
        <Link to="/advertisements">
          {t('base.vacancies', {
            vacancies: demand.vacancies,
            advertisements: demand.advertisements,
          })}
        </Link>
      </li>
      <li>{t('base.period', { period: f.period(demand.period) })}</li>
      <li>
        <Link to="/demand">
          {demand.reach === null
            ? t('base.noReach')
            : t('base.reach', { share: f.share(demand.reach) })}
        </Link>
      </li>
      {syllabi && props.programmeId !== undefined && (
        <li>
          <Link to="/programmes/$id" params={{ id: String(props.programmeId) }}>
            {t('base.syllabi', {
              with: syllabi.withOutcomes,
              count: syllabi.courses,
              share: f.share(
                syllabi.credits > 0 ? syllabi.creditsWithOutcomes / syllabi.credits : 0,
              ),
            })}
          </Link>
        </li>
      )}
      {demand.held > 0 && (
        <li>
          <Link to="/advertisements" search={{ status: 'held' }}>
            {t('base.held', { count: demand.held })}
          </Link>
        </li>
      )}
    </ul>
  );
}
