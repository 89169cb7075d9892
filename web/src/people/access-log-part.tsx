import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { Empty, PageState } from '../ui/page-state.tsx';
import { Paging } from '../ui/paging.tsx';
import { useUrlState } from '../url-state.ts';
import styles from './access-log-part.module.css';
import { peopleMessages } from './messages.ts';
import { Part } from './part.tsx';
import { accessLog } from './people-api.ts';

const size = 25;

/** Who looked, when, what at and why: one sentence a look, the newest first. */
export function AccessLogPart() {
  const t = useMessages(peopleMessages);
  const language = useLanguage();
  const [url, setUrl] = useUrlState();
  const page = Math.max(1, Math.trunc(Number(url.page)) || 1);
  const query = useQuery(accessLog(page, size));
  return (
    <Part title={t('log.title')} body={t('log.body')}>
      <PageState query={query}>
        {(log) =>
          log.total === 0 ? (
            <Empty title={t('log.empty')}>{t('log.emptyBody')}</Empty>
          ) : (
            <>
              <p className="muted small">{t('log.count', { count: log.total })}</p>
              <ol className={styles.log}>
                {log.items.map((look, place) => (
                  <li key={`${look.at} ${place}`}>
                    <time dateTime={look.at}>{formatDateTime(look.at, language)}</time>
                    <span>{look.sentence[language]}</span>
                  </li>
                ))}
              </ol>
              <Paging
                page={page}
                size={log.size}
                total={log.total}
                onPage={(next) => setUrl({ page: next === 1 ? undefined : String(next) }, true)}
              />
            </>
          )
        }
      </PageState>
    </Part>
  );
}
