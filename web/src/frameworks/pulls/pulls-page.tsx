import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { PageHeading } from '../../ui/heading.tsx';
import { Notice, type NoticeContent } from '../../ui/notice.tsx';
import { Empty, PageState } from '../../ui/page-state.tsx';
import { BrowseServer } from './browse-server.tsx';
import { FollowForm } from './follow-form.tsx';
import { pullMessages } from './messages.ts';
import { subscriptions } from './pulls-api.ts';
import styles from './pulls.module.css';
import { SubscriptionCard } from './subscription-card.tsx';

/** Frameworks that are kept in step with the servers that publish them. */
export default function PullsPage() {
  const t = useMessages(pullMessages);
  const language = useLanguage();
  const query = useQuery(subscriptions);
  const [chosen, setChosen] = useState<string>();
  const [notice, setNotice] = useState<NoticeContent>();
  const tell = (words: string, tone?: 'fault') =>
    setNotice({ id: Date.now(), words, ...(tone && { tone }) });
  const fault = (error: unknown) =>
    tell(error instanceof ApiProblem ? error.words[language] : String(error), 'fault');
  return (
    <PageState page query={query}>
      {(list) => (
        <>
          <PageHeading
            title={t('title')}
            lead={t('lead')}
            above={<Link to="/frameworks">{t('back')}</Link>}
          />
          <div className={styles.parts}>
            <section className={styles.part} aria-labelledby="followed">
              <h2 id="followed">{t('list.title')}</h2>
              {list.length === 0 ? (
                <Empty title={t('list.empty')}>{t('list.emptyBody')}</Empty>
              ) : (
                <ul className={styles.list}>
                  {list.map((one) => (
                    <SubscriptionCard
                      key={one.id}
                      subscription={one}
                      onTold={tell}
                      onFault={fault}
                    />
                  ))}
                </ul>
              )}
            </section>
            <FollowForm key={chosen} start={chosen} onTold={tell} onFault={fault} />
            <BrowseServer onChoose={setChosen} />
          </div>
          <Notice content={notice} onClose={() => setNotice(undefined)} />
        </>
      )}
    </PageState>
  );
}
