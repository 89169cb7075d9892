import { useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import { reviewMessages } from './messages.ts';
import styles from './peek.module.css';
import { Touches } from './review-item.tsx';
import type { ReviewSession } from './review-session.ts';

const shown = 2;

/** The items that come next, so that the eye is there before the hand. */
export function Peek(props: { session: ReviewSession; onOpen: (at: number) => void }) {
  const t = useMessages(reviewMessages);
  const { entries, at } = props.session;
  const ahead = entries.slice(at + 1, at + 1 + shown);
  if (ahead.length === 0) return null;
  return (
    <section className={styles.peek} aria-label={t('item.next')}>
      <h2>{t('item.next')}</h2>
      <ol>
        {ahead.map((entry, place) => (
          <li key={entry.key}>
            <button type="button" onClick={() => props.onOpen(at + 1 + place)}>
              <span className={styles.surface}>{entry.item.normalised}</span>
              <span className={styles.label}>
                → <LocalTextView text={entry.item.competency.label} />
              </span>
              <span className="muted small figures">
                <Touches item={entry.item} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
