import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import { byCompetency, type LinkPair } from './link-pairs.ts';
import styles from './link-list.module.css';
import { demandMessages } from './messages.ts';

/** What can be said here; the review page knows more. */
type Verdict = 'accept' | 'reject';

/** The competencies beside the text, each with its reason in words and the decision right there. */
export function LinkList(props: {
  pairs: LinkPair[];
  active: string | undefined;
  onActive: (pair: LinkPair) => void;
  onJudge: (pair: LinkPair, verdict: Verdict) => void;
}) {
  return (
    <ul className={styles.competencies}>
      {byCompetency(props.pairs).map((pairs) => (
        <li key={pairs[0]?.competency.id}>
          {pairs[0] && (
            <Link
              className={styles.name}
              to="/competencies/$code"
              params={{ code: pairs[0].competency.code }}
            >
              <LocalTextView text={pairs[0].competency.label} />
            </Link>
          )}
          <ul>
            {pairs.map((pair) => (
              <li
                key={pair.key}
                id={`pair-${pair.links[0]?.id}`}
                className={styles.pair}
                data-active={pair.key === props.active || undefined}
                data-verdict={pair.verdict ?? undefined}
              >
                <Reason pair={pair} onShow={() => props.onActive(pair)} />
                <Judge pair={pair} onJudge={(verdict) => props.onJudge(pair, verdict)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Reason({ pair, onShow }: { pair: LinkPair; onShow: () => void }) {
  const t = useMessages(demandMessages);
  return (
    <div className={styles.reason}>
      <button type="button" title={t('links.show', { surface: pair.surface })} onClick={onShow}>
        {useReason(pair)}
      </button>
      <span className="muted small">{useWhere(pair)}</span>
      {pair.level && <Level level={pair.level} />}
      {pair.band === 'review' && pair.verdict === null && (
        <span className={styles.waiting}>{t('links.waiting')}</span>
      )}
      {pair.verdict === 'ambiguous' && (
        <span className={styles.waiting}>{t('links.ambiguous')}</span>
      )}
    </div>
  );
}

function useReason({ method, surface, form, competency, reasons }: LinkPair): string {
  const t = useMessages(demandMessages);
  const local = useLocalText();
  const language = useLanguage();
  if (method === 'hybrid') return reasons[0]?.words[language] ?? surface;
  const names = [competency.label.vi, competency.label.en].map((name) => name?.toLowerCase());
  const exact = names.includes(form.toLowerCase()) ? 'links.exact' : 'links.alias';
  return t(method === 'exact' ? exact : `links.${method}`, {
    surface,
    form,
    name: local(competency.label),
  });
}

function Level({ level: { low, high, cue } }: { level: NonNullable<LinkPair['level']> }) {
  const t = useMessages(demandMessages);
  return (
    <span className={`${styles.level} muted small`}>
      {low === high ? t('links.level', { level: low, cue }) : t('links.levels', { low, high, cue })}
    </span>
  );
}

function useWhere({ links }: LinkPair): string {
  const t = useMessages(demandMessages);
  return (['title', 'tag', 'text'] as const)
    .map((field) => ({ field, count: links.filter((link) => link.field === field).length }))
    .filter(({ count }) => count > 0)
    .map(({ field, count }) => t(`links.where.${field}`, { count }))
    .join(' · ');
}

function Judge({ pair, onJudge }: { pair: LinkPair; onJudge: (verdict: Verdict) => void }) {
  const t = useMessages(demandMessages);
  const local = useLocalText();
  const values = { surface: pair.surface, name: local(pair.competency.label) };
  return (
    <span className={styles.judge}>
      <button
        type="button"
        aria-pressed={pair.verdict === 'accept'}
        aria-label={t('links.acceptThis', values)}
        title={t('links.accept')}
        onClick={() => onJudge('accept')}
      >
        <IconCheck size={18} aria-hidden />
      </button>
      <button
        type="button"
        aria-pressed={pair.verdict === 'reject'}
        aria-label={t('links.rejectThis', values)}
        title={t('links.reject')}
        onClick={() => onJudge('reject')}
      >
        <IconX size={18} aria-hidden />
      </button>
    </span>
  );
}
