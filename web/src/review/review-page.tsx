import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { advertisements } from '../demand/demand-api.ts';
import { competency } from '../frameworks/frameworks-api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { Skeleton } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { reviewMessages } from './messages.ts';
import { addressOf, filtersOf, type QueueFilters } from './review-api.ts';
import { ReviewFilters } from './review-filters.tsx';
import { ReviewQueue } from './review-queue.tsx';
import styles from './review-page.module.css';

const DecidedList = lazy(() =>
  import('./decided-list.tsx').then((file) => ({ default: file.DecidedList })),
);

export default function ReviewPage() {
  const t = useMessages(reviewMessages);
  const [url] = useUrlState();
  const decided = url.show === 'decided';
  const filters = filtersOf(url);
  const only = filters.competency;
  return (
    <>
      <PageHeading title={t('title')} lead={<p className={styles.lead}>{t('lead')}</p>} />
      <Tabs decided={decided} filters={filters} />
      {only && <Only code={only} />}
      <ReviewFilters />
      {decided ? (
        <Suspense fallback={<Skeleton lines={9} />}>
          <DecidedList filters={filters} />
        </Suspense>
      ) : (
        <ReviewQueue key={JSON.stringify(filters)} filters={filters} />
      )}
    </>
  );
}

function Tabs({ decided, filters }: { decided: boolean; filters: QueueFilters }) {
  const t = useMessages(reviewMessages);
  const held = useQuery(advertisements({ status: 'held', size: 1 })).data?.total;
  return (
    <nav className={styles.tabs} aria-label={t('tabs.label')}>
      <Link
        to="/review"
        search={addressOf(filters)}
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={decided ? undefined : 'page'}
      >
        {t('tabs.undecided')}
      </Link>
      <Link
        to="/review"
        search={{ ...addressOf(filters), show: 'decided' }}
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={decided ? 'page' : undefined}
      >
        {t('tabs.decided')}
      </Link>
      <Link to="/advertisements" search={{ status: 'held' }}>
        {t('tabs.held')}
        {held !== undefined && <Count n={held} />}
      </Link>
      <Link to="/review/quality">{t('tabs.quality')}</Link>
    </nav>
  );
}

function Count({ n }: { n: number }) {
  return <span className={`${styles.count} figures`}>{n}</span>;
}

/** The queue narrowed to one competency, with the way back to all. */
function Only({ code }: { code: string }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const found = useQuery(competency(code)).data;
  return (
    <p className={styles.only}>
      {t('only', { name: found ? local(found.label) : code })}{' '}
      <Link to="/review">{t('allCompetencies')}</Link>
    </p>
  );
}
