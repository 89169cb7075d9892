import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import type { Thread } from '@nhip/server/frameworks/review/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageState } from '../../ui/page-state.tsx';
import styles from '../draft/draft.module.css';
import { ChangesView } from './changes-view.tsx';
import { DecideForm, WithdrawForm } from './decide-form.tsx';
import { reviewMessages } from './messages.ts';
import { draftChanges, threadsQuery } from './review-api.ts';
import { ReviewList } from './review-list.tsx';
import { SubmitForm } from './submit-form.tsx';
import { ThreadList, ThreadView, Write } from './threads.tsx';

/** The way of a draft through its review: what changes with the threads beside it, who was asked and what they said. */
export default function ReviewPart({ draft }: { draft: Draft }) {
  const t = useMessages(reviewMessages);
  const { code, may, status, revision } = draft;
  const changes = useQuery({ ...draftChanges(code), staleTime: 0 });
  const threads = useQuery(threadsQuery(code));
  return (
    <div className={styles.wide} key={revision}>
      <section className={styles.section}>
        <h2>{t('reviews.title')}</h2>
        <ReviewList reviews={draft.reviews} />
        {may.submit && <SubmitForm draft={draft} />}
        {may.decide && <DecideForm code={code} />}
        {status === 'in-review' && !may.decide && <WithdrawForm draft={draft} />}
      </section>
      <section className={styles.section}>
        <h2>{t('changes.title')}</h2>
        <PageState query={changes}>
          {(found) =>
            found === null ? (
              <p className="muted">{t('changes.first')}</p>
            ) : (
              <ChangesView
                changes={found}
                beside={({ part, id }) => (
                  <Beside
                    code={code}
                    about={{ part, partId: id }}
                    may={may.comment}
                    threads={threads.data ?? []}
                  />
                )}
              />
            )
          }
        </PageState>
      </section>
      <section className={styles.section}>
        <h2>{t('threads.title')}</h2>
        <PageState query={threads}>
          {(list) => (
            <ThreadList code={code} threads={list} about={{ part: 'whole', partId: null }} named />
          )}
        </PageState>
      </section>
    </div>
  );
}

/** The open threads on a change, and a place to begin one. */
function Beside(props: {
  code: string;
  about: { part: Thread['part']; partId: number };
  may: boolean;
  threads: readonly Thread[];
}) {
  const t = useMessages(reviewMessages);
  const { code, about, may } = props;
  const [writing, setWriting] = useState(false);
  const own = props.threads.filter(
    (one) => one.part === about.part && one.partId === about.partId && one.resolvedAt === null,
  );
  return (
    <>
      {own.map((thread) => (
        <div key={thread.id} className={styles.notice}>
          <ThreadView code={code} thread={thread} may={may} />
        </div>
      ))}
      {may && !writing && (
        <div>
          <ActionButton compact quiet onClick={() => setWriting(true)}>
            {t('changes.comment')}
          </ActionButton>
        </div>
      )}
      {writing && (
        <Write
          {...{ code, about }}
          threadId={null}
          label={t('threads.write')}
          onSent={() => setWriting(false)}
        />
      )}
    </>
  );
}
