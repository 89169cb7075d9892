import type { Overview } from '@nhip/server/gap/contract.ts';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { overviewMessages } from './overview-messages.ts';
import styles from './waiting.module.css';

/** The next decisions, each a link to the place where it is taken. */
export function Waiting({ waiting }: { waiting: Overview['waiting'] }) {
  const t = useMessages(overviewMessages);
  const { imports, heldAdvertisements, linksToReview } = waiting;
  const nothing = imports + heldAdvertisements + linksToReview === 0;
  return (
    <section className={styles.strip} aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.title')}</h2>
      {nothing ? (
        <p className="muted">{t('waiting.nothing')}</p>
      ) : (
        <ul>
          {imports > 0 && (
            <li>
              <Link to="/imports">
                {t('waiting.imports', { count: imports })}
                <IconArrowRight size={16} aria-hidden />
              </Link>
            </li>
          )}
          {heldAdvertisements > 0 && (
            <li>
              <Link to="/advertisements" search={{ status: 'held' }}>
                {t('waiting.held', { count: heldAdvertisements })}
                <IconArrowRight size={16} aria-hidden />
              </Link>
            </li>
          )}
          {linksToReview > 0 && (
            <li>
              <Link to="/review">
                {t('waiting.links', { count: linksToReview })}
                <IconArrowRight size={16} aria-hidden />
              </Link>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
