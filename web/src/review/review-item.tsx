import type { ReviewExample, ReviewItem } from '@nhip/server/review/contract.ts';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { competency } from '../frameworks/frameworks-api.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { reviewMessages } from './messages.ts';
import styles from './review-item.module.css';
import { sureness } from './sureness.ts';
import type { Entry } from './review-session.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** One link, large: how it is written, what it is taken to mean, why, and where it stands. */
export function ReviewItemView({ entry }: { entry: Entry }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const { item } = entry;
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
        {entry.verdict && <VerdictBadge {...entry} />}
      </div>
      <Definition code={item.competency.code} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('item.why')}</dt>
          <dd>
            <Reasons item={item} />
          </dd>
        </div>
        <div>
          <dt>{t('item.sure')}</dt>
          <dd>
            <Sureness item={item} />
          </dd>
        </div>
        <Level item={item} />
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

function Reasons({ item }: { item: ReviewItem }) {
  const t = useMessages(reviewMessages);
  const language = useLanguage();
  const reasons = item.examples[0]?.reasons ?? [];
  if (reasons.length === 0) return <>{t(`method.${item.method}`, { form: item.form })}</>;
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ kind, words }) => (
        <li key={`${kind} ${words.en}`}>{words[language]}</li>
      ))}
    </ul>
  );
}

/** How likely it is right, in words and as measured, and whether it counts before anybody decides. */
function Sureness({ item: { probability, bands } }: { item: ReviewItem }) {
  const t = useMessages(reviewMessages);
  const band = bands.length > 1 ? 'both' : (bands[0] ?? 'none');
  return (
    <>
      {probability === null
        ? t('sure.unmeasured')
        : t(`sure.${sureness(probability)}`, { percent: Math.round(probability * 100) })}
      {' · '}
      {t(`band.${band}`)}
    </>
  );
}

function Level({ item }: { item: ReviewItem }) {
  const t = useMessages(reviewMessages);
  const level = item.examples.find((example) => example.level)?.level;
  if (!level) return null;
  const { low, high, cue } = level;
  return (
    <div>
      <dt>{t('item.level')}</dt>
      <dd>{low === high ? t('level.one', { low, cue }) : t('level.range', { low, high, cue })}</dd>
    </div>
  );
}

/** What another machine said of the line: never a decision. */
function Hint({ hint }: Pick<ReviewExample, 'hint'>) {
  const t = useMessages(reviewMessages);
  if (!hint) return null;
  const { model, place } = hint;
  return (
    <p className="muted small">
      {place === null ? t('hint.passed', { model }) : t('hint.placed', { model, place })}
    </p>
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
          <Hint hint={example.hint} />
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
