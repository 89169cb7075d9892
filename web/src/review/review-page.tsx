import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { advertisements } from '../demand/demand-api.ts';
import { competency } from '../frameworks/frameworks-api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { useUrlState } from '../url-state.ts';
import { DecidedList } from './decided-list.tsx';
import { reviewMessages } from './messages.ts';
import { ReviewQueue } from './review-queue.tsx';
import styles from './review-page.module.css';

export default function ReviewPage() {
  const t = useMessages(reviewMessages);
  const [url] = useUrlState();
  const decided = url.show === 'decided';
  const only = url.competency;
  return (
    <>
      <PageHeading title={t('title')} lead={<p className={styles.lead}>{t('lead')}</p>} />
      <Tabs decided={decided} only={only} />
      {only && <Only code={only} />}
      {decided ? (
        <DecidedList competency={only} />
      ) : (
        <ReviewQueue key={only ?? ''} competency={only} />
      )}
    </>
  );
}

function Tabs({ decided, only }: { decided: boolean; only: string | undefined }) {
  const t = useMessages(reviewMessages);
  const held = useQuery(advertisements({ status: 'held', size: 1 })).data?.total;
  return (
    <nav className={styles.tabs} aria-label={t('tabs.label')}>
      <Link
        to="/review"
        search={{ competency: only }}
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={decided ? undefined : 'page'}
      >
        {t('tabs.undecided')}
      </Link>
      <Link
        to="/review"
        search={{ competency: only, show: 'decided' }}
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
