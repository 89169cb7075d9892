import type { AuditFact } from '@nhip/server/audit/contract.ts';
import { IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDateTime } from '../format.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { useUrlState } from '../url-state.ts';
import { FactDetail } from './fact-detail.tsx';
import styles from './fact-row.module.css';
import { actorName, subjectName } from './fact-sentence.ts';
import { auditMessages } from './messages.ts';

/** One fact as a sentence; who and what in it filter the list, the rest opens below. */
export function FactRow({ fact }: { fact: AuditFact }) {
  const t = useMessages(auditMessages);
  const language = useLanguage();
  const local = useLocalText();
  const [, setUrl] = useUrlState();
  const [open, setOpen] = useState(false);
  const { actor, subject, organisation } = fact;
  const who = actorName(actor, language);
  const what = subjectName(fact, language);
  const wholeSubject = `${subject.words[language]} ${subject.id}`;
  return (
    <li className={styles.fact}>
      <time className={styles.at} dateTime={fact.at}>
        {formatDateTime(fact.at, language)}
      </time>
      <div className={styles.words}>
        <p>
          <button
            type="button"
            className={styles.name}
            aria-label={t('list.onlyActor', { name: who })}
            title={t('list.onlyActor', { name: who })}
            onClick={() => setUrl({ actor: String(actor.id) }, true)}
          >
            {sentenceStart(who)}
          </button>{' '}
          {fact.words[language]}{' '}
          <button
            type="button"
            className={styles.name}
            aria-label={t('list.onlySubject', { name: wholeSubject })}
            title={t('list.onlySubject', { name: wholeSubject })}
            onClick={() => setUrl({ subjectKind: subject.kind, subjectId: subject.id }, true)}
          >
            {what}
          </button>
        </p>
        <p className={styles.meta}>
          {organisation && <span>{local(organisation.name)}</span>}
          {!fact.sealed && <StateBadge icon={IconHourglass}>{t('list.unsealed')}</StateBadge>}
        </p>
        {open && <FactDetail fact={fact} />}
      </div>
      <button
        type="button"
        className={styles.more}
        aria-expanded={open}
        aria-label={`${t('list.detail')}: ${t('list.fact', { id: String(fact.id) })}`}
        onClick={() => setOpen(!open)}
      >
        {t('list.detail')}
      </button>
    </li>
  );
}

function sentenceStart(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
