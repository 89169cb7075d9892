import { useId, type ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import { CandidateList } from './candidate-list.tsx';
import type { CrosswalkSession, Stop } from './crosswalk-session.ts';
import { pathOf, type ItemIndex } from './item-index.ts';
import styles from './judgement.module.css';
import { crosswalkMessages } from './messages.ts';

/** The open item, large, and what may correspond to it. */
export function Judgement(props: {
  names: { from: string; to: string };
  from: ItemIndex;
  to: ItemIndex;
  session: CrosswalkSession;
  open: Stop;
  onOpen: (stop: Stop) => void;
  note: string;
  onNote: (note: string) => void;
  /** what can be done with it */
  bar: ReactNode;
}) {
  const t = useMessages(crosswalkMessages);
  const id = useId();
  const { session, open, from } = props;
  const item = from.byId.get(open.from);
  const path = item ? pathOf(from, item) : [];
  return (
    <article className={styles.judgement}>
      <section className={styles.item}>
        <p className={styles.caption}>{t('editor.from', { framework: props.names.from })}</p>
        <h2 className={styles.label}>
          {item ? <LocalTextView text={item.label} fallback={item.code} /> : `#${open.from}`}
        </h2>
        <p className="muted small">
          {item && item.code.length <= 14 && (
            <span>
              {item.code}
              {path.length > 0 && ' · '}
            </span>
          )}
          {path.map((above, depth) => (
            <span key={above.id}>
              {depth > 0 && ' › '}
              <LocalTextView text={above.label} fallback={above.code} />
            </span>
          ))}
        </p>
        <p className="muted small figures" role="status">
          {t('editor.of', { at: session.at + 1, total: session.stops.length })}
        </p>
      </section>
      <section
        className={styles.candidates}
        aria-label={t('editor.candidates', { framework: props.names.to })}
      >
        <p className={styles.caption}>{t('editor.candidates', { framework: props.names.to })}</p>
        <CandidateList
          framework={props.names.to}
          index={props.to}
          candidates={candidatesOf(session, open)}
          open={open.to}
          onOpen={(to) => props.onOpen({ from: open.from, to })}
        />
      </section>
      <div className={styles.bar}>
        {props.bar}
        <div className={styles.note}>
          <label htmlFor={id}>{t('editor.note')}</label>
          <input
            id={id}
            type="text"
            maxLength={1000}
            autoComplete="off"
            value={props.note}
            onChange={(event) => props.onNote(event.target.value)}
          />
        </div>
      </div>
    </article>
  );
}

/** Everything that stands of the item, decided or not, and the one that a person has just chosen. */
function candidatesOf({ pairs }: CrosswalkSession, open: Stop) {
  const known = [...pairs.values()]
    .filter(({ from }) => from === open.from)
    .sort((a, b) => (b.confidence ?? 1) - (a.confidence ?? 1))
    .map((pair) => ({ to: pair.to, pair }));
  if (open.to === null || known.some(({ to }) => to === open.to)) return known;
  return [...known, { to: open.to, pair: undefined }];
}
