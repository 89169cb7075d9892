import { useId, type ReactNode } from 'react';
import styles from './part.module.css';

/** One matter of a page: its name, a sentence that explains, what can be done, the matter itself. */
export function Part(props: {
  title: string;
  body?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{props.title}</h2>
        {props.action}
      </div>
      {props.body && <p className={styles.body}>{props.body}</p>}
      {props.children}
    </section>
  );
}

/** Rows that belong together, with hairlines between. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  );
}

/** A sentence, what is known beside it, what can be done about it. */
export function Row(props: {
  children: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  /** What has been opened in the row. */
  below?: ReactNode;
}) {
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        {props.children}
        {props.meta && <div className={styles.meta}>{props.meta}</div>}
        {props.below}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </li>
  );
}

/** A form on a card. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}
