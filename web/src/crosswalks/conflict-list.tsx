import type { Conflict, ConflictCode, CrosswalkReport } from '@nhip/server/crosswalks/contract.ts';
import { Link } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../language.ts';
import styles from './conflict-list.module.css';
import type { PairName } from './crosswalks-api.ts';
import { crosswalkMessages } from './messages.ts';
import { RelationIcon } from './relation-icon.tsx';

const CODES: readonly ConflictCode[] = ['two-exact', 'exact-beside', 'loop', 'gone'];
/** More than anybody reads on a page; the exported file has them all. */
const SHOWN = 50;

/** What cannot all be true, by kind, each with the way to the pairs that should be looked at again. */
export function ConflictList(props: { name: PairName; report: CrosswalkReport; decides: boolean }) {
  const t = useMessages(crosswalkMessages);
  const { conflicts } = props.report;
  return (
    <section className={styles.conflicts}>
      <h2>{t('report.conflicts', { count: conflicts.length })}</h2>
      {conflicts.length === 0 && <p>{t('report.noConflicts')}</p>}
      {CODES.map((code) => {
        const own = conflicts.filter((conflict) => conflict.code === code);
        if (own.length === 0) return null;
        return (
          <section key={code}>
            <h3>
              {t(`conflict.${code}`)} ({own.length})
            </h3>
            <p className="muted small">{t(`conflict.${code}Why`)}</p>
            <ul className={styles.list}>
              {own.slice(0, SHOWN).map((conflict, place) => (
                <li key={place}>
                  <OneConflict {...props} conflict={conflict} />
                </li>
              ))}
            </ul>
            {own.length > SHOWN && <p>{t('report.more', { count: own.length - SHOWN })}</p>}
          </section>
        );
      })}
    </section>
  );
}

function OneConflict(props: {
  name: PairName;
  report: CrosswalkReport;
  conflict: Conflict;
  decides: boolean;
}) {
  const t = useMessages(crosswalkMessages);
  const local = useLocalText();
  const { conflict, name } = props;
  const labelOf = (id: number, side: 'from' | 'to') => {
    const item = conflict.items.find((one) => one.id === id && one.side === side);
    return item ? local(item.label) || item.code : `#${id}`;
  };
  return (
    <ul className={styles.pairs}>
      {conflict.pairs.map(({ from, to, relation }) => {
        const labels = { from: labelOf(from, 'from'), to: labelOf(to, 'to') };
        const said = t('editor.sentence', { ...labels, relation: t(`relation.${relation}`) });
        return (
          <li key={`${from} ${to}`}>
            <RelationIcon relation={relation} />
            {props.decides ? (
              <Link
                to="/crosswalks/$from/$to"
                params={{ from: name.from, to: name.to }}
                search={{
                  ...{ kind: name.kind, show: 'decided' },
                  ...{ item: String(from), with: String(to) },
                }}
              >
                {said}
              </Link>
            ) : (
              said
            )}
          </li>
        );
      })}
    </ul>
  );
}
