import type { CrosswalkPair } from '@nhip/server/crosswalks/contract.ts';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { formatShare } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import styles from './candidate-list.module.css';
import { Grounds } from './grounds.tsx';
import { pathOf, type ItemIndex } from './item-index.ts';
import { crosswalkMessages } from './messages.ts';
import { RelationIcon } from './relation-icon.tsx';

export interface Candidate {
  to: number;
  pair: CrosswalkPair | undefined;
}

/** What may correspond to the open item: each with its relation, how sure it is and why. One of them is open. */
export function CandidateList(props: {
  framework: string;
  index: ItemIndex;
  candidates: readonly Candidate[];
  open: number | null;
  onOpen: (to: number) => void;
}) {
  const t = useMessages(crosswalkMessages);
  const { candidates } = props;
  if (candidates.length === 0) {
    return <p className="muted">{t('editor.noCandidates', { framework: props.framework })}</p>;
  }
  return (
    <ul className={styles.list}>
      {candidates.map(({ to, pair }) => (
        <li key={to}>
          <button
            type="button"
            ref={to === props.open ? showOpen : undefined}
            className={styles.candidate}
            aria-pressed={to === props.open}
            onClick={() => props.onOpen(to)}
          >
            <span className={styles.head}>
              <Name index={props.index} id={to} />
              <Status pair={pair} />
            </span>
            {pair && (
              <span className={styles.why}>
                <Said pair={pair} />
                <Grounds pair={pair} />
                {pair.note && <span>{t('editor.noteShown', { note: pair.note })}</span>}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Within its own list: the page stays where it is. */
function showOpen(button: HTMLButtonElement | null): void {
  const list = button?.closest('ul');
  if (!button || !list) return;
  const [top, bottom] = [button.offsetTop - list.offsetTop, button.offsetTop + button.offsetHeight];
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom - list.offsetTop > list.scrollTop + list.clientHeight) {
    list.scrollTop = bottom - list.offsetTop - list.clientHeight;
  }
}

function Name({ index, id }: { index: ItemIndex; id: number }) {
  const item = index.byId.get(id);
  if (!item) return <span className={styles.name}>#{id}</span>;
  const path = pathOf(index, item);
  return (
    <span>
      <span className={styles.name}>
        <LocalTextView text={item.label} fallback={item.code} />
      </span>{' '}
      <span className="muted small">
        {item.code.length <= 14 && `${item.code}${path.length > 0 ? ' · ' : ''}`}
        {path.slice(-2).map((above, depth) => (
          <span key={above.id}>
            {depth > 0 && ' › '}
            <LocalTextView text={above.label} fallback={above.code} />
          </span>
        ))}
      </span>
    </span>
  );
}

/** The relation drawn and in words, and how sure it is. */
function Said({ pair }: { pair: CrosswalkPair }) {
  const t = useMessages(crosswalkMessages);
  const language = useLanguage();
  return (
    <span className={styles.said}>
      <RelationIcon relation={pair.relation} />
      <strong>{t(`short.${pair.relation}`)}</strong>
      {pair.confidence !== null && (
        <span className="figures">
          {t('editor.confidence', { share: formatShare(pair.confidence, language) })}
        </span>
      )}
    </span>
  );
}

function Status({ pair }: { pair: CrosswalkPair | undefined }) {
  const t = useMessages(crosswalkMessages);
  if (!pair) return <StateBadge icon={IconPlus}>{t('status.fresh')}</StateBadge>;
  if (pair.status === 'proposed') return null;
  if (pair.status === 'rejected') {
    return <StateBadge icon={IconX}>{t('status.rejected')}</StateBadge>;
  }
  return (
    <StateBadge icon={IconCheck} tone="accent">
      {t(pair.decidedAt === null ? 'status.source' : 'status.accepted')}
    </StateBadge>
  );
}
