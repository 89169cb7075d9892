import { IconHourglassEmpty } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { uiMessages } from './messages.ts';
import styles from './tile.module.css';

/** One of the questions of the gap, answered: title, the answer, a line under it. */
export function Tile(props: { title: string; children: ReactNode; foot?: ReactNode }) {
  return (
    <section className={styles.tile}>
      <h2 className={styles.title}>{props.title}</h2>
      <div className={styles.body}>{props.children}</div>
      {props.foot && <div className={styles.foot}>{props.foot}</div>}
    </section>
  );
}

/** A question that cannot be answered yet: what is missing, and what would answer it. A first-class answer. */
export function RefusalTile(props: {
  title: string;
  missing: string;
  answer: string;
  foot?: ReactNode;
}) {
  const t = useMessages(uiMessages);
  return (
    <Tile title={props.title} foot={props.foot}>
      <p className={styles.refused}>
        <IconHourglassEmpty size={18} aria-hidden />
        {t('refusal.label')}
      </p>
      <p className={styles.reason}>{props.missing}</p>
      <p className={styles.way}>{props.answer}</p>
    </Tile>
  );
}
