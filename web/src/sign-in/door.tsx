import type { ReactNode } from 'react';
import { PageHeading } from '../ui/heading.tsx';
import styles from './door.module.css';

/** A narrow page with one thing to do; `beside` stands next to it where there is room. */
export function Door(props: {
  title: string;
  lead?: ReactNode;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.door} data-beside={props.beside !== undefined || undefined}>
      <div className={styles.narrow}>
        <PageHeading title={props.title} lead={props.lead} />
        <div className={styles.card}>{props.children}</div>
      </div>
      {props.beside}
    </div>
  );
}

/** The way to another door, below what this one is for. */
export function DoorFoot({ children }: { children: ReactNode }) {
  return <p className={styles.foot}>{children}</p>;
}

/** A sentence that explains, between heading and form. */
export function DoorNote({ children }: { children: ReactNode }) {
  return <div className={styles.note}>{children}</div>;
}

/** Something has been done; what follows. */
export function DoorDone(props: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.done}>
      <p>{props.children}</p>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}

/** Between two ways that do the same. */
export function Or({ children }: { children: ReactNode }) {
  return <p className={styles.or}>{children}</p>;
}
