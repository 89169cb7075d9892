import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, type ReactNode } from 'react';
import { ApiProblem, serverAnswers } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from './action-button.tsx';
import { useWindowTitle } from './heading.tsx';
import { uiMessages } from './messages.ts';
import styles from './page-state.module.css';

const NotAllowed = lazy(() => import('../sign-in/not-allowed.tsx'));

/** Loading, failed and arrived in one place: a page only writes what it shows when the data is there. */
export function PageState<T>(props: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** What stands in for the content while it loads; a plain skeleton when left out. */
  skeleton?: ReactNode;
  /** This is the whole page: without data it has no other heading. */
  page?: boolean;
}) {
  const { query } = props;
  if (query.data !== undefined) return <>{props.children(query.data)}</>;
  if (query.isError) {
    const retry = () => void query.refetch();
    if (query.error instanceof ApiProblem) {
      // on its way to the sign-in
      if (query.error.code === 'sign-in-required') return <LoadingPage />;
      if (query.error.code === 'not-allowed') return <NotAllowed page={props.page} />;
    }
    return <Failure error={query.error} retry={retry} page={props.page} />;
  }
  if (props.page) return <LoadingPage />;
  return <>{props.skeleton ?? <Skeleton />}</>;
}

/** An error in words, with its code and a way out. */
export function Failure(props: { error: unknown; retry?: () => void; page?: boolean }) {
  const { error, retry } = props;
  const Heading = props.page ? 'h1' : 'h2';
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const known = error instanceof ApiProblem;
  const title = known ? t('state.failed') : t('state.broken');
  useWindowTitle(props.page ? title : undefined);
  return (
    <div className={styles.box} role="alert">
      <IconAlertTriangle aria-hidden className={styles.icon} />
      <div>
        <Heading>{title}</Heading>
        <p>{known ? error.words[language] : t('state.brokenWhy')}</p>
        {known && <p className="muted small">{t('state.code', { code: error.code })}</p>}
        <div className={styles.actions}>
          {retry && (
            <ActionButton icon={IconRefresh} onClick={retry}>
              {t('state.retry')}
            </ActionButton>
          )}
          {props.page && (
            <Link className="action" to="/">
              {t('state.home')}
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}

/** Nothing here yet, said in words, with the next step. */
export function Empty(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  page?: boolean;
}) {
  const Heading = props.page ? 'h1' : 'h2';
  useWindowTitle(props.page ? props.title : undefined);
  return (
    <div className={styles.empty}>
      <Heading>{props.title}</Heading>
      {props.children && <div className="muted">{props.children}</div>}
      {props.action && <div className={styles.actions}>{props.action}</div>}
    </div>
  );
}

/** Grey lines in the place of text that is on its way. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useMessages(uiMessages);
  return (
    <div className={styles.skeleton} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} data-place={line % 3} />
      ))}
    </div>
  );
}

export function LoadingPage() {
  const t = useMessages(uiMessages);
  return (
    <>
      <h1 className="visually-hidden">{t('state.loading')}</h1>
      <Skeleton lines={9} />
    </>
  );
}

export function NotFoundPage() {
  const t = useMessages(uiMessages);
  return (
    <Empty page title={t('state.notFound')} action={<Link to="/">{t('state.home')}</Link>}>
      {t('state.notFoundWhy')}
    </Empty>
  );
}

/** A fault while a page is drawn or its code is fetched. */
export function BrokenPage({ error }: { error: unknown }) {
  // Loading again while the server is away would leave the reader with the browser's own error page.
  const retry = () => void serverAnswers().then((here) => here && location.reload());
  return <Failure error={error} retry={retry} page />;
}
