import { Button } from '@mantine/core';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Button.css';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { uiMessages } from './messages.ts';
import styles from './page-state.module.css';

/** Loading, failed and arrived in one place: a page only writes what it shows when the data is there. */
export function PageState<T>(props: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** What stands in for the content while it loads; a plain skeleton when left out. */
  skeleton?: ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined) return <>{props.children(query.data)}</>;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <>{props.skeleton ?? <Skeleton />}</>;
}

/** An error in words, with its code and a way out. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const known = error instanceof ApiProblem;
  return (
    <div className={styles.box} role="alert">
      <IconAlertTriangle aria-hidden className={styles.icon} />
      <div>
        <h2>{known ? t('state.failed') : t('state.broken')}</h2>
        <p>{known ? error.words[language] : t('state.brokenWhy')}</p>
        {known && <p className="muted small">{t('state.code', { code: error.code })}</p>}
        <div className={styles.actions}>
          {retry && (
            <Button variant="default" leftSection={<IconRefresh size={18} />} onClick={retry}>
              {t('state.retry')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** Nothing here yet, said in words, with the next step. */
export function Empty(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2>{props.title}</h2>
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
  return <Skeleton lines={9} />;
}

export function NotFoundPage() {
  const t = useMessages(uiMessages);
  return (
    <Empty title={t('state.notFound')} action={<Link to="/">{t('state.home')}</Link>}>
      {t('state.notFoundWhy')}
    </Empty>
  );
}

/** A fault while a page is drawn or its code is fetched. */
export function BrokenPage({ error }: { error: unknown }) {
  return <Failure error={error} retry={() => location.reload()} />;
}
