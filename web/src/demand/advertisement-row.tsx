import type { AdvertisementPage } from '@nhip/server/demand/contract.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { Highlighted } from '../ui/highlighted.tsx';
import styles from './advertisement-row.module.css';
import { Flags } from './flags.tsx';
import { demandMessages } from './messages.ts';
import { StatusBadge } from './status-badge.tsx';

export type AdvertisementItem = AdvertisementPage['items'][number];

/** One advertisement of a list: title, of whom, where, when; the sentence that names the competency asked for. */
export function AdvertisementRow(props: {
  item: AdvertisementItem;
  /** A box before it, in a list where all have the same status. */
  choice?: ReactNode;
}) {
  const t = useMessages(demandMessages);
  const f = useFigures();
  const local = useLocalText();
  const { item } = props;
  return (
    <li className={styles.row}>
      {props.choice}
      <div className={styles.words}>
        <p className={styles.title}>
          <Link to="/advertisements/$id" params={{ id: String(item.id) }}>
            {item.title}
          </Link>
          {item.status !== 'counted' && !props.choice && <StatusBadge status={item.status} />}
        </p>
        <p className={`${styles.facts} figures`}>
          <span>{item.employerName}</span>
          <span>{local(item.region.name)}</span>
          <span>{f.date(item.postedOn)}</span>
          <span>{t('list.competencies', { count: item.competencies })}</span>
        </p>
        {item.excerpt && (
          <blockquote className={styles.excerpt}>
            <Highlighted text={item.excerpt.text} spans={[item.excerpt]} />
          </blockquote>
        )}
        {item.status !== 'counted' && <Flags codes={item.flags} />}
      </div>
    </li>
  );
}
