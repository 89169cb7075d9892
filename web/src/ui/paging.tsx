import { useMessages } from '../language.ts';
import { ActionButton } from './action-button.tsx';
import { uiMessages } from './messages.ts';
import styles from './paging.module.css';

/** Previous, position, next; nothing at all where one page holds everything. Pages start at 1. */
export function Paging(props: {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}) {
  const t = useMessages(uiMessages);
  const pages = Math.max(1, Math.ceil(props.total / props.size));
  if (pages === 1) return null;
  return (
    <nav className={styles.paging} aria-label={t('paging.label')}>
      <ActionButton disabled={props.page <= 1} onClick={() => props.onPage(props.page - 1)}>
        {t('paging.previous')}
      </ActionButton>
      <span className="figures">{t('paging.position', { page: props.page, pages })}</span>
      <ActionButton disabled={props.page >= pages} onClick={() => props.onPage(props.page + 1)}>
        {t('paging.next')}
      </ActionButton>
    </nav>
  );
}
