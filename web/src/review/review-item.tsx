import type { ReviewItem } from '@nhip/server/review/contract.ts';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { competency } from '../frameworks/frameworks-api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { reviewMessages } from './messages.ts';
import styles from './review-item.module.css';
import type { Verdict } from './review-session.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** One link, large: how it is written, what it is taken to mean, why, and where it stands. */
export function ReviewItemView({ item, verdict }: { item: ReviewItem; verdict: Verdict | null }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const label = local(item.competency.label);
  return (
    <article className={styles.item}>
      <p className="visually-hidden" role="status">
        {t('item.question', { surface: item.normalised, name: label })}
      </p>
      <div className={styles.pair}>
        <div>
          <p className={styles.caption}>{t('item.surface')}</p>
          <p className={styles.surface}>
            <mark>{item.normalised}</mark>
          </p>
        </div>
        <div>
          <p className={styles.caption}>{t('item.means')}</p>
          <h2 className={styles.label}>
            <Link to="/competencies/$code" params={{ code: item.competency.code }}>
              <LocalTextView text={item.competency.label} />
            </Link>
          </h2>
        </div>
        {verdict && <VerdictBadge verdict={verdict} />}
      </div>
      <Definition code={item.competency.code} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('item.why')}</dt>
          <dd>{t(`method.${item.method}`, { form: item.form })}</dd>
        </div>
        <div>
          <dt>{t('item.seen')}</dt>
          <dd className="figures">
            <Touches item={item} />
          </dd>
        </div>
      </dl>
      <h3 className={styles.caption}>{t('item.examples')}</h3>
      <Examples item={item} />
    </article>
  );
}

/** The definition helps to judge; it is fetched ahead for the items that come next. */
function Definition({ code }: { code: string }) {
  const found = useQuery({ ...competency(code), staleTime: 10 * 60_000 }).data;
  return <p className={styles.definition}>{found && <LocalTextView text={found.definition} />}</p>;
}

export function Touches({ item }: { item: ReviewItem }) {
  const t = useMessages(reviewMessages);
  const parts = (['advertisements', 'outcomes', 'courses'] as const)
    .filter((kind) => item[kind] > 0)
    .map((kind) => t(`item.${kind}`, { count: item[kind] }));
  return <>{parts.length > 0 ? parts.join(' · ') : t('item.nowhere')}</>;
}

function Examples({ item }: { item: ReviewItem }) {
  const t = useMessages(reviewMessages);
  if (item.examples.length === 0) return <p className="muted">{t('item.noExamples')}</p>;
  return (
    <ul className={styles.examples}>
      {item.examples.map((example) => (
        <li key={`${example.kind}-${example.id}-${example.start}`}>
          <blockquote>
            <Highlighted
              text={example.text}
              spans={[{ start: example.start, end: example.end }]}
              tone={example.kind === 'advertisement' ? 'demand' : 'supply'}
            />
          </blockquote>
          <a
            href={
              example.kind === 'advertisement'
                ? `/advertisements/${example.ownerId}`
                : `/programmes/${example.ownerId}`
            }
            target="_blank"
            rel="noreferrer"
            aria-label={`${t(`item.${example.kind}`)}: ${t('item.open')}`}
          >
            {t(`item.${example.kind}`)}
            <IconExternalLink size={14} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  );
}
