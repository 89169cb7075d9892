import type { DemandBase } from '@nhip/server/demand/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import styles from './demand-base-line.module.css';
import { demandMessages } from './messages.ts';

/** What the shares rest on: how many vacancies, of whom, when, how much the lexicon reaches, what is left out. */
export function DemandBaseLine({ base, region }: { base: DemandBase; region?: string }) {
  const t = useMessages(demandMessages);
  const f = useFigures();
  return (
    <ul className={`${styles.line} figures`} aria-label={t('base.label')}>
      <li>
        <Link to="/advertisements" search={{ region, status: 'counted' }}>
          <strong>{t('base.vacancies', { count: base.vacancies })}</strong>
        </Link>{' '}
        {t('base.from', { advertisements: base.advertisements, employers: base.employers })}
      </li>
      <li>{t('base.period', { period: f.period(base.period) })}</li>
      <li title={t('base.reachTitle')}>
        {base.reach === null ? t('base.noTags') : t('base.reach', { share: f.share(base.reach) })}
      </li>
      {base.held > 0 && (
        <li>
          <Link to="/advertisements" search={{ status: 'held' }}>
            {t('base.held', { count: base.held })}
          </Link>
        </li>
      )}
      {base.sources.length > 0 && (
        <li>{t('base.sources', { sources: base.sources.join(', ') })}</li>
      )}
    </ul>
  );
}
