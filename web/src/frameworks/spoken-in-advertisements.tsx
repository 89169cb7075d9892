import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AdvertisementRow } from '../demand/advertisement-row.tsx';
import { advertisements } from '../demand/demand-api.ts';
import { useMessages } from '../language.ts';
import { PageState } from '../ui/page-state.tsx';
import { frameworkMessages } from './messages.ts';
import styles from './spoken-in-advertisements.module.css';

const shown = 5;

/** The sentences of advertisements that name it, the words marked. */
export function SpokenInAdvertisements({ code }: { code: string }) {
  const t = useMessages(frameworkMessages);
  const query = useQuery(advertisements({ competency: code, status: 'counted', size: shown }));
  return (
    <section className={styles.spoken} aria-labelledby="advertisements">
      <h2 id="advertisements">{t('page.ads')}</h2>
      <PageState query={query}>
        {(page) =>
          page.total === 0 ? (
            <p className="muted">{t('page.noAds')}</p>
          ) : (
            <>
              <ol>
                {page.items.map((item) => (
                  <AdvertisementRow key={item.id} item={item} />
                ))}
              </ol>
              {page.total > shown && (
                <Link to="/advertisements" search={{ competency: code, status: 'counted' }}>
                  {t('page.allAds', { count: page.total })}
                </Link>
              )}
            </>
          )
        }
      </PageState>
    </section>
  );
}
