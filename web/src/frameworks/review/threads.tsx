import type { Thread } from '@nhip/server/frameworks/review/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { z } from 'zod';
import { ApiProblem, send } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { useDoerName } from '../doer-name.ts';
import { Done, draftAddress, draftQuery, forgetDraft, type PartName } from '../draft/draft-api.ts';
import styles from '../draft/draft.module.css';
import { useMoment } from '../draft/use-moment.ts';
import { reviewMessages } from './messages.ts';
import { threadsQuery } from './review-api.ts';

/** The threads on one item or role, with a place to write. */
export function PartThreads(props: { code: string; part: PartName; partId: number }) {
  const { code, part, partId } = props;
  const query = useQuery(threadsQuery(code));
  return (
    <PageState query={query}>
      {(threads) => (
        <ThreadList
          code={code}
          threads={threads.filter((thread) => thread.part === part && thread.partId === partId)}
          about={{ part, partId }}
        />
      )}
    </PageState>
  );
}

export function ThreadList(props: {
  code: string;
  threads: readonly Thread[];
  /** what a new comment is on */
  about: { part: Thread['part']; partId: number | null };
  named?: boolean;
}) {
  const t = useMessages(reviewMessages);
  const { code, threads, about } = props;
  const may = useQuery(draftQuery(code)).data?.may.comment ?? false;
  return (
    <>
      {threads.length === 0 && <p className="muted">{t('threads.none')}</p>}
      <ul className={styles.list}>
        {threads.map((thread) => (
          <li key={thread.id} className={styles.item}>
            <ThreadView code={code} thread={thread} may={may} named={props.named} />
          </li>
        ))}
      </ul>
      {may && <Write code={code} about={about} threadId={null} label={t('threads.new')} />}
    </>
  );
}

export function ThreadView(props: {
  code: string;
  thread: Thread;
  may: boolean;
  named?: boolean | undefined;
}) {
  const t = useMessages(reviewMessages);
  const doer = useDoerName();
  const moment = useMoment();
  const queries = useQueryClient();
  const { code, thread, may } = props;
  const { part, partId } = thread;
  const [answering, setAnswering] = useState(false);
  const closed = thread.resolvedAt !== null;
  const resolve = async () => {
    const address = `${draftAddress(code)}/threads/${thread.id}`;
    await send(Done, 'PUT', address, { resolved: !closed });
    await forgetDraft(queries, code);
  };
  return (
    <>
      {props.named && (
        <span className="muted small">
          {thread.partLabel || t('threads.whole')} · {t(closed ? 'threads.closed' : 'threads.open')}
        </span>
      )}
      {thread.comments.map((comment) => (
        <div key={comment.id}>
          <span className="muted small">
            {doer(comment.by)} · {moment(comment.at)}
          </span>
          <p style={{ whiteSpace: 'pre-wrap' }}>{comment.body}</p>
        </div>
      ))}
      {closed && thread.resolvedBy && (
        <p className="muted small">{t('threads.resolved', { who: doer(thread.resolvedBy) })}</p>
      )}
      {may && (
        <div className={styles.inline}>
          {!answering && (
            <ActionButton compact quiet onClick={() => setAnswering(true)}>
              {t('threads.answer')}
            </ActionButton>
          )}
          <ActionButton compact quiet onClick={() => void resolve()}>
            {t(closed ? 'threads.reopen' : 'threads.resolve')}
          </ActionButton>
        </div>
      )}
      {answering && (
        <Write
          code={code}
          about={{ part, partId }}
          threadId={thread.id}
          label={t('threads.answer')}
          onSent={() => setAnswering(false)}
        />
      )}
    </>
  );
}

/** What is not sent stays in the field. */
export function Write(props: {
  code: string;
  about: { part: Thread['part']; partId: number | null };
  threadId: number | null;
  label: string;
  onSent?: () => void;
}) {
  const t = useMessages(reviewMessages);
  const language = useLanguage();
  const queries = useQueryClient();
  const id = useId();
  const [body, setBody] = useState('');
  const [fault, setFault] = useState<string>();
  const { code, about, threadId } = props;
  const say = async () => {
    if (body.trim() === '') return setFault(t('threads.missing'));
    try {
      const address = `${draftAddress(code)}/threads`;
      await send(z.object({ threadId: z.number() }), 'POST', address, { ...about, threadId, body });
      setBody('');
      setFault(undefined);
      props.onSent?.();
      await forgetDraft(queries, code);
    } catch (error) {
      setFault(error instanceof ApiProblem ? error.words[language] : String(error));
    }
  };
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <div className={styles.field}>
        <label htmlFor={id}>{props.label}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={4000}
          value={body}
          aria-invalid={fault !== undefined}
          onChange={(event) => setBody(event.target.value)}
        />
        {fault && <p role="alert">{fault}</p>}
      </div>
      <div>
        <ActionButton compact type="submit">
          {t('threads.send')}
        </ActionButton>
      </div>
    </form>
  );
}
