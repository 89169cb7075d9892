import type { ErasureView } from '@nhip/server/people/contract.ts';
import { IconCalendarDue, IconTrash, IconUserOff, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import styles from './erasure-lists.module.css';
import { erasureMessages } from './erasure-messages.ts';

/** What goes, what stays until when on which ground, and what stays without a name. */
export function ErasureLists({ plan, done }: { plan: ErasureView; done?: boolean }) {
  const t = useMessages(erasureMessages);
  const f = useFigures();
  const heading = done ? 'h2' : 'h3';
  return (
    <div className={styles.lists}>
      <List
        heading={heading}
        icon={IconTrash}
        title={t(done ? 'farewell.erased' : 'erasure.erased')}
      >
        {plan.erased.map((one, place) => (
          <Entry key={place} entry={one} />
        ))}
      </List>
      <List
        heading={heading}
        icon={IconCalendarDue}
        title={t(done ? 'farewell.kept' : 'erasure.kept')}
        body={done ? undefined : t('erasure.keptBody')}
      >
        {plan.kept.map((one, place) => (
          <Entry key={place} entry={one}>
            <strong>{t('erasure.until', { date: f.date(one.until) })}</strong>
            <span>{t('erasure.basis', { basis: one.basis, source: one.source })}</span>
          </Entry>
        ))}
      </List>
      <List
        heading={heading}
        icon={IconUserOff}
        title={t('erasure.nameless')}
        body={t('erasure.namelessBody')}
      >
        {plan.nameless.map((one, place) => (
          <Entry key={place} entry={one} />
        ))}
      </List>
    </div>
  );
}

function List(props: {
  heading: 'h2' | 'h3';
  icon: Icon;
  title: string;
  body?: string;
  children: ReactNode[];
}) {
  const t = useMessages(erasureMessages);
  const { heading: Heading, icon: Icon } = props;
  return (
    <section className={styles.list}>
      <Heading>
        <Icon size={18} aria-hidden />
        {props.title}
      </Heading>
      {props.body && <p className="muted small">{props.body}</p>}
      {props.children.length === 0 ? (
        <p className="muted">{t('erasure.none')}</p>
      ) : (
        <ul>{props.children}</ul>
      )}
    </section>
  );
}

function Entry(props: { entry: ErasureView['erased'][number]; children?: ReactNode }) {
  const t = useMessages(erasureMessages);
  const language = useLanguage();
  const local = useLocalText();
  const { words, count, organisation } = props.entry;
  return (
    <li>
      {sentenceStart(words[language])}
      <span className={styles.where}>
        {local(organisation.name)} · {t('erasure.count', { count })}
      </span>
      {props.children && <span className={styles.ground}>{props.children}</span>}
    </li>
  );
}

function sentenceStart(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
