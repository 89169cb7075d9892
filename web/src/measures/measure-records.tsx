import type { Measure } from '@nhip/server/measures/contract.ts';
import { ProgrammeList } from '@nhip/server/programmes/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { useMessages } from '../language.ts';
import styles from './measure-page.module.css';
import { measureMessages } from './messages.ts';

/** The way from a figure to the rows that it was computed from. */
export function MeasureRecords({ measure }: { measure: Measure }) {
  const t = useMessages(measureMessages);
  const programmes = useQuery(reading(ProgrammeList, '/api/programmes')).data ?? [];
  const versionId = measure.parameters.programmeVersionId;
  const programme = programmes.find((one) => one.versionId === versionId);
  const counted = measure.periodFrom !== null;
  return (
    <section>
      <h2>{t('records')}</h2>
      {!programme && !counted && <p className="muted">{t('noRecords')}</p>}
      <ul className={styles.records}>
        {programme && measure.definition === 'coverage-gap' && (
          <li>
            <Link to="/coverage/$programmeId" params={{ programmeId: String(programme.id) }}>
              {t('link.rows')}
            </Link>
          </li>
        )}
        {counted && (
          <>
            <li>
              <Link to="/demand">{t('link.demand')}</Link>
            </li>
            <li>
              <Link to="/advertisements" search={{ status: 'counted' }}>
                {t('link.advertisements')}
              </Link>
            </li>
          </>
        )}
        {programme && (
          <li>
            <Link to="/programmes/$id" params={{ id: String(programme.id) }}>
              {t('link.programme')}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
