import { Done, OpenSession } from '@nhip/server/sign-in/contract.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ApiProblem, reading, send } from '../api.ts';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageState } from '../ui/page-state.tsx';
import { browserName } from './browser-name.ts';
import { securityMessages } from './security-messages.ts';
import styles from './security-page.module.css';

const ownSessions = reading(z.array(OpenSession), '/api/sessions');

export function SessionsPart() {
  const t = useMessages(securityMessages);
  const language = useLanguage();
  const query = useQuery(ownSessions);
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      send(Done, 'DELETE', id === undefined ? '/api/sessions' : `/api/sessions/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ownSessions.queryKey }),
  });
  return (
    <section className={styles.part} aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      <p className={styles.why}>{t('sessions.why')}</p>
      <PageState query={query}>
        {(sessions) => (
          <>
            <ul className={styles.list} aria-label={t('sessions.caption')}>
              {sessions.map((session) => (
                <OneSession
                  key={session.id}
                  session={session}
                  busy={end.isPending}
                  onEnd={() => end.mutate(session.id)}
                />
              ))}
            </ul>
            {sessions.length > 1 && (
              <div className={styles.actions}>
                <ActionButton disabled={end.isPending} onClick={() => end.mutate(undefined)}>
                  {t('sessions.endOthers')}
                </ActionButton>
              </div>
            )}
          </>
        )}
      </PageState>
      <p className={styles.done} role="status">
        {end.isSuccess &&
          t(end.variables === undefined ? 'sessions.othersEnded' : 'sessions.ended')}
      </p>
      {end.error instanceof ApiProblem && (
        <p role="alert" className={styles.fault}>
          {end.error.words[language]}
        </p>
      )}
    </section>
  );
}

function OneSession(props: { session: OpenSession; busy: boolean; onEnd: () => void }) {
  const t = useMessages(securityMessages);
  const language = useLanguage();
  const { present, userAgent, ipAddress, createdAt, usedAt } = props.session;
  const { browser, system } = browserName(userAgent);
  const name =
    browser && system
      ? t('sessions.on', { browser, system })
      : (browser ?? system ?? t('sessions.unknown'));
  const facts = [
    ipAddress,
    `${t('sessions.since')} ${formatDateTime(createdAt, language)}`,
    `${t('sessions.used')} ${formatDateTime(usedAt, language)}`,
  ].filter(Boolean);
  return (
    <li>
      <span>
        <strong>{present ? `${name} · ${t('sessions.present')}` : name}</strong>
        <span className="muted small">{facts.join(' · ')}</span>
      </span>
      {!present && (
        <ActionButton
          compact
          aria-label={t('sessions.endOf', { name })}
          disabled={props.busy}
          onClick={props.onEnd}
        >
          {t('sessions.end')}
        </ActionButton>
      )}
    </li>
  );
}
