import type { CrosswalkLink } from '@nhip/server/crosswalks/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import styles from './crosswalk-picture.module.css';
import { crosswalks } from './frameworks-api.ts';
import { frameworkMessages } from './messages.ts';
import { itemPlace, rolePlace } from './places.ts';
import { useWords, WordsView } from './words.tsx';

const rowHeight = 64;
const most = 8;

/**
 * What corresponds in other frameworks to the competency or role with the UUID `of`: lines from it to each,
 * solid for the same, tapered for broader and narrower, dotted for related. The list says the same in words.
 */
export function CrosswalkPicture({ of, name }: { of: string; name: string }) {
  const t = useMessages(frameworkMessages);
  const words = useWords();
  const { data: links = [] } = useQuery(crosswalks(of));
  if (links.length === 0) return null;
  const drawn = links.slice(0, most);
  const height = drawn.length * rowHeight;
  return (
    <section>
      <h2>{t('item.crosswalks')}</h2>
      <div className={styles.picture}>
        <div className={styles.own} style={{ height }} aria-hidden>
          <span>{name}</span>
        </div>
        <svg
          className={styles.lines}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          style={{ height }}
          aria-hidden
        >
          {drawn.map(({ uuid, relation }, row) => (
            <Ribbon
              key={uuid}
              relation={relation}
              from={height / 2}
              to={row * rowHeight + rowHeight / 2}
            />
          ))}
        </svg>
        <ul className={styles.list}>
          {drawn.map(({ uuid, relation, other }) => (
            <li key={uuid} style={{ minHeight: rowHeight }}>
              <span className="muted small">
                {t(`crosswalk.${relation}`)} · {words(other.framework.title)}
              </span>
              <EndLink end={other} />
            </li>
          ))}
        </ul>
      </div>
      {links.length > most && (
        <ul>
          {links.slice(most).map(({ uuid, relation, other }) => (
            <li key={uuid}>
              {t(`crosswalk.${relation}`)} <EndLink end={other} />{' '}
              <span className="muted small">({words(other.framework.title)})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function EndLink({ end: { kind, framework, code, label } }: { end: CrosswalkLink['other'] }) {
  const place = kind === 'competency' ? itemPlace(framework, code) : rolePlace(framework, code);
  return (
    <Link to={place}>
      <WordsView words={label} fallback={code} />
    </Link>
  );
}

/** Wide at the end of what is broader. */
function Ribbon(props: { relation: CrosswalkLink['relation']; from: number; to: number }) {
  const { relation, from, to } = props;
  const [left, right] = { exact: [3, 3], broader: [7, 1], narrower: [1, 7], related: [1, 1] }[
    relation
  ] as [number, number];
  if (relation === 'related') {
    return <path className={styles.dotted} d={`M0 ${from} C50 ${from} 50 ${to} 100 ${to}`} />;
  }
  return (
    <path
      className={styles.solid}
      d={`M0 ${from - left} C50 ${from - left} 50 ${to - right} 100 ${to - right}
          L100 ${to + right} C50 ${to + right} 50 ${from + left} 0 ${from + left} Z`}
    />
  );
}

/** The closest of them as chips in the head of a page: "ESCO =". */
export function CrosswalkChips({ of }: { of: string }) {
  const t = useMessages(frameworkMessages);
  const words = useWords();
  const { data: links = [] } = useQuery(crosswalks(of));
  const first = [...Map.groupBy(links, ({ other }) => other.framework.code).values()].map(
    ([link]) => link!,
  );
  const signs = { exact: '=', broader: '⊃', narrower: '⊂', related: '~' };
  return (
    <>
      {first.slice(0, 5).map(({ uuid, relation, other }) => (
        <span
          key={uuid}
          className={styles.chip}
          title={`${t(`crosswalk.${relation}`)} ${words(other.label)}`}
        >
          <span className="visually-hidden">
            {t(`crosswalk.${relation}`)} {words(other.label)},{' '}
          </span>
          {words(other.framework.title)} <span aria-hidden>{signs[relation]}</span>
        </span>
      ))}
    </>
  );
}
