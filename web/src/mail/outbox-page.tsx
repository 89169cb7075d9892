import { OutboxLetter } from '@nhip/server/mail/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { reading } from '../api.ts';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { letterParts } from './letter-parts.ts';
import { mailMessages } from './messages.ts';
import styles from './outbox-page.module.css';

const outbox = { ...reading(z.array(OutboxLetter), '/api/outbox'), staleTime: 0 };

export default function OutboxPage() {
  const t = useMessages(mailMessages);
  const query = useQuery(outbox);
  return (
    <PageState query={query} page>
      {(letters) => (
        <>
          <PageHeading title={t('title')} lead={t('lead')} />
          {letters.length === 0 ? (
            <Empty
              title={t('empty')}
              action={
                <Link className="action" to="/register">
                  {t('register')}
                </Link>
              }
            >
              {t('emptyBody')}
            </Empty>
          ) : (
            <div className={styles.letters}>
              {letters.map((letter) => (
                <Letter key={letter.id} letter={letter} />
              ))}
            </div>
          )}
        </>
      )}
    </PageState>
  );
}

function Letter({ letter }: { letter: OutboxLetter }) {
  const t = useMessages(mailMessages);
  const language = useLanguage();
  return (
    <article className={styles.letter} aria-labelledby={`letter-${letter.id}`}>
      <header className={styles.head}>
        <h2 id={`letter-${letter.id}`} lang={letter.language}>
          {letter.subject}
        </h2>
        <p className="muted small">
          {t('to', { to: letter.to })} · {formatDateTime(letter.createdAt, language)}
        </p>
      </header>
      <p className={styles.body} lang={letter.language}>
        {letterParts(letter.body, location.origin).map((part, place) =>
          'text' in part ? (
            part.text
          ) : part.path ? (
            <a key={place} href={part.path}>
              {part.link}
            </a>
          ) : (
            part.link
          ),
        )}
      </p>
    </article>
  );
}
