import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import { IconArrowBackUp, IconCircleCheck, IconClock, IconRefreshAlert } from '@tabler/icons-react';
import { useLocalText, useMessages } from '../../language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useDoerName } from '../doer-name.ts';
import styles from '../draft/draft.module.css';
import { useMoment } from '../draft/use-moment.ts';
import { reviewMessages } from './messages.ts';

const BADGES = {
  waiting: { icon: IconClock, tone: 'accent' },
  approved: { icon: IconCircleCheck, tone: 'supply' },
  'changes-requested': { icon: IconRefreshAlert, tone: 'demand' },
  withdrawn: { icon: IconArrowBackUp, tone: 'unknown' },
} as const;

/** Who was asked when, and what they decided: the latest first. */
export function ReviewList({ reviews }: { reviews: Draft['reviews'] }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const doer = useDoerName();
  const moment = useMoment();
  if (reviews.length === 0) return <p className="muted">{t('reviews.none')}</p>;
  return (
    <ol className={styles.list} reversed>
      {reviews.map((review) => {
        const state = review.decision ?? 'waiting';
        const { icon, tone } = BADGES[state];
        const asked = {
          ...{ who: doer(review.requestedBy), organisation: local(review.organisation) },
          date: moment(review.requestedAt),
        };
        return (
          <li key={review.id} className={styles.item}>
            <div className={styles.state}>
              <StateBadge icon={icon} tone={tone}>
                {t(`reviews.${state}`)}
              </StateBadge>
              <span>{t('reviews.asked', asked)}</span>
              {!review.current && <span className="muted">{t('reviews.outdated')}</span>}
            </div>
            {review.note && <p style={{ whiteSpace: 'pre-wrap' }}>{review.note}</p>}
            {review.decidedBy && review.decidedAt && (
              <p className="muted small">
                {t('reviews.decided', {
                  ...{ who: doer(review.decidedBy), date: moment(review.decidedAt) },
                })}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
