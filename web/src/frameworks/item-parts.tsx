import type {
  FrameworkOf,
  ItemDetail,
  ItemRef,
  RoleRef,
  Words,
} from '@nhip/server/frameworks/reading/contract.ts';
import { Link } from '@tanstack/react-router';
import { Fragment, useState, type ReactNode } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import styles from './item-parts.module.css';
import { frameworkMessages } from './messages.ts';
import { itemPlace, rolePlace, versionPart } from './places.ts';
import { WordsView } from './words.tsx';

/** The framework and what something stands under, from the top down. */
export function Breadcrumb(props: {
  framework: FrameworkOf;
  path: (ItemRef | RoleRef)[];
  of: 'items' | 'roles';
}) {
  const t = useMessages(frameworkMessages);
  const { framework, of } = props;
  const place = of === 'items' ? itemPlace : rolePlace;
  const search = versionPart(framework);
  return (
    <>
      <Link to="/frameworks">{t('title')}</Link>
      {' › '}
      <Link
        to="/frameworks/$code"
        params={{ code: framework.code }}
        search={{ ...search, ...(of === 'roles' && { part: 'roles' }) }}
      >
        <WordsView words={framework.title} fallback={framework.code} />
      </Link>
      {props.path.map((ref) => (
        <Fragment key={ref.id}>
          {' › '}
          <Link to={place(framework, ref.code)} search={search}>
            <WordsView words={ref.label} fallback={ref.code} />
          </Link>
        </Fragment>
      ))}
    </>
  );
}

/** A text in the reader's language with its other languages below, each marked. */
export function Texts({ title, words }: { title: string; words: Words }) {
  const language = useLanguage();
  const order = [language, 'vi', 'en', ...Object.keys(words)];
  const languages = [...new Set(order)].filter((one) => words[one]);
  if (languages.length === 0) return null;
  return (
    <section className={styles.texts}>
      <h2>{title}</h2>
      {languages.map((one, place) => (
        <p key={one} lang={one} className={place > 0 ? 'muted' : undefined}>
          {words[one]}
        </p>
      ))}
    </section>
  );
}

export function ItemLinks(props: {
  title: string;
  framework: FrameworkOf;
  list: (ItemRef | RoleRef)[];
  total?: number;
  of?: 'items' | 'roles';
}) {
  const t = useMessages(frameworkMessages);
  const { list, framework, total = list.length } = props;
  if (list.length === 0) return null;
  const place = props.of === 'roles' ? rolePlace : itemPlace;
  return (
    <section>
      <h2>{props.title}</h2>
      <ul className={styles.links}>
        {list.map((ref) => (
          <li key={ref.id}>
            <Link to={place(framework, ref.code)} search={versionPart(framework)}>
              <WordsView words={ref.label} fallback={ref.code} />
            </Link>
          </li>
        ))}
        {total > list.length && (
          <li className="muted">{t('item.more', { count: total - list.length })}</li>
        )}
      </ul>
    </section>
  );
}

/** Who asks for it: how necessary, at which level, with what weight. */
export function RolesThatAsk({ found }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  const { total, list } = found.roles;
  return (
    <Requirements
      title={t('item.roles')}
      head={t('item.role')}
      rows={list.map(({ role, ...row }) => ({
        ...row,
        key: role.id,
        link: (
          <Link to={rolePlace(found.framework, role.code)} search={versionPart(found.framework)}>
            <WordsView words={role.label} fallback={role.code} />
          </Link>
        ),
      }))}
      more={total - list.length}
    />
  );
}

export function Requirements(props: {
  title: string;
  head: string;
  more?: number;
  rows: (Pick<ItemDetail['roles']['list'][number], 'necessity' | 'level' | 'weight'> & {
    key: number;
    link: ReactNode;
    /** what it rests on, below its name */
    ground?: ReactNode;
  })[];
}) {
  const t = useMessages(frameworkMessages);
  const f = useFigures();
  const { more = 0 } = props;
  const { rows, rest } = useFirst(props.rows, 40);
  if (rows.length === 0) return null;
  const levels = rows.some(({ level }) => level !== null);
  const weights = rows.some(({ weight }) => weight !== null);
  return (
    <section>
      <h2>{props.title}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            <th scope="col">{t('item.necessity')}</th>
            {levels && <th scope="col">{t('item.level')}</th>}
            {weights && <th scope="col">{t('item.weight')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, link, ground, necessity, level, weight }) => (
            <tr key={key}>
              <th scope="row">
                {link}
                {ground}
              </th>
              <td>{t(`item.${necessity}`)}</td>
              {levels && (
                <td>
                  {level ? (
                    <>
                      <span className={styles.level}>{level.code ?? level.level}</span>{' '}
                      <WordsView words={level.label} fallback="" />
                    </>
                  ) : (
                    <span className="muted">{t('item.unknown')}</span>
                  )}
                </td>
              )}
              {weights && (
                <td className="figures">
                  {weight === null ? (
                    <span className="muted">{t('item.unknown')}</span>
                  ) : (
                    <span className={styles.weight}>
                      <span aria-hidden style={{ width: `${weight * 60}px` }} />
                      {f.number(weight, 2)}
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
      {more > 0 && <p className="muted small">{t('item.more', { count: more })}</p>}
    </section>
  );
}

const relations = [
  ...(['part-of', 'related', 'peer-of', 'precedes', 'exemplar-of', 'has-level'] as const),
  ...(['essential-for', 'optional-for', 'replaced-by', 'translation-of'] as const),
];

/** Other items of the framework, as sentences: "comes before …". */
export function Relations({ found }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  if (found.relations.length === 0) return null;
  const groups = [
    ...Map.groupBy(
      found.relations,
      ({ relation, direction }) => `${direction} ${relation}`,
    ).values(),
  ];
  return (
    <section>
      <h2>{t('item.relations')}</h2>
      <dl className={styles.relations}>
        {groups.map((group) => {
          const { relation, direction } = group[0]!;
          const known = relations.find((one) => one === relation);
          return (
            <Fragment key={`${direction} ${relation}`}>
              <dt className="muted">
                {known
                  ? t(`${direction === 'from' ? 'relation' : 'relationBack'}.${known}`)
                  : relation.replace('ext:', '')}
              </dt>
              <dd>
                <ul className={styles.links}>
                  {group.slice(0, 30).map(({ item }) => (
                    <li key={item.id}>
                      <Link
                        to={itemPlace(found.framework, item.code)}
                        search={versionPart(found.framework)}
                      >
                        <WordsView words={item.label} fallback={item.code} />
                      </Link>
                    </li>
                  ))}
                  {group.length > 30 && (
                    <li className="muted">{t('item.more', { count: group.length - 30 })}</li>
                  )}
                </ul>
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}

/** What became of it, and what it came from. */
export function Succession({ found }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  if (found.succession.length === 0) return null;
  return (
    <section>
      <h2>{t('item.succession')}</h2>
      <ul>
        {found.succession.map(({ kind, direction, version, item, reason }, place) => (
          <li key={place}>
            {t(`succession.${kind}`)} ({t('facts.version', { version })}){' '}
            {item ? (
              <Link to={itemPlace(found.framework, item.code)}>
                {direction === 'into' ? '→ ' : '← '}
                <WordsView words={item.label} fallback={item.code} />
              </Link>
            ) : (
              t('item.ended')
            )}
            {reason && <span className="muted"> — {reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Names by language, as chips. */
export function Names(props: { title: string; names: { name: string; language: string }[] }) {
  const { rows, rest } = useFirst(props.names, 24);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      <ul className={styles.names}>
        {rows.map(({ name, language }) => (
          <li key={`${language} ${name}`} lang={language}>
            {name}
          </li>
        ))}
      </ul>
      {rest}
    </section>
  );
}

/** The first of many, with a button for the others. */
function useFirst<Row>(
  all: readonly Row[],
  first: number,
): { rows: readonly Row[]; rest: ReactNode } {
  const t = useMessages(frameworkMessages);
  const [whole, setWhole] = useState(false);
  // two more are no reason for a button
  if (whole || all.length <= first + 2) return { rows: all, rest: null };
  return {
    rows: all.slice(0, first),
    rest: (
      <p className={styles.rest}>
        <ActionButton onClick={() => setWhole(true)}>
          {t('item.showAll', { count: all.length })}
        </ActionButton>
      </p>
    ),
  };
}
