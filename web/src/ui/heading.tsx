import { useEffect, type ReactNode } from 'react';
import { useMessages } from '../language.ts';
import styles from './heading.module.css';
import { uiMessages } from './messages.ts';

/** The head of a page: where it lies, its name (also the title of the window), one line of meaning, actions. */
export function PageHeading(props: {
  title: string;
  /** The name of the window when the title is not plain enough. */
  windowTitle?: string;
  /** The language of the title where it is not the reader's. */
  lang?: string;
  above?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  useWindowTitle(props.windowTitle ?? props.title);
  return (
    <div className={styles.heading}>
      <div className={styles.words}>
        {props.above && <div className={styles.above}>{props.above}</div>}
        <h1 lang={props.lang}>{props.title}</h1>
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
      {props.lead && <div className={styles.lead}>{props.lead}</div>}
    </div>
  );
}

/** Names the window after a page; nothing where the caller is only a part of one. */
export function useWindowTitle(title: string | undefined): void {
  const t = useMessages(uiMessages);
  const words = title && `${title} · ${t('product')}`;
  useEffect(() => {
    if (words) document.title = words;
  }, [words]);
}
