import type { RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHeading } from '../../ui/heading.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import styles from '../compare.module.css';
import { CompetencyPicker } from '../competency-picker.tsx';
import { role } from '../frameworks-api.ts';
import { frameworkMessages } from '../messages.ts';
import { itemPlace, rolePlace } from '../places.ts';
import { useWords, WordsView } from '../words.tsx';
import { ComparePicture } from './compare-picture.tsx';
import { sameScale } from './compare-rows.ts';
import { compareRoles, type SharedRequirement } from './compare-roles.ts';
import { roleMessages } from './messages.ts';
import own from './roles.module.css';

type Side = 'a' | 'b';

/** Two roles side by side (`?a=framework/code&b=…`), and the way from the first to the second. */
export default function CompareRolesPage() {
  const t = useMessages(roleMessages);
  const [url, setUrl] = useUrlState();
  return (
    <>
      <PageHeading title={t('compare.title')} lead={t('compare.lead')} />
      {url.a && url.b && (
        <p className={styles.swap}>
          <ActionButton icon={IconArrowsLeftRight} onClick={() => setUrl({ a: url.b, b: url.a })}>
            {t('compare.swap')}
          </ActionButton>
        </p>
      )}
      <div className={styles.sides}>
        <Column side="a" />
        <Column side="b" />
      </div>
      {url.a && url.b && <Compared a={url.a} b={url.b} />}
    </>
  );
}

function Column({ side }: { side: Side }) {
  const t = useMessages(roleMessages);
  const [url, setUrl] = useUrlState();
  const chosen = url[side];
  const title = t(side === 'a' ? 'compare.left' : 'compare.right');
  return (
    <section className={styles.side} aria-label={title}>
      {chosen === undefined ? (
        <CompetencyPicker
          of="role"
          label={`${title}: ${t('compare.find')}`}
          none={t('compare.none')}
          onChoose={(place) => setUrl({ [side]: place })}
        />
      ) : (
        <Chosen place={chosen} onChange={() => setUrl({ [side]: undefined })} />
      )}
    </section>
  );
}

function roleAt(place: string) {
  const at = place.indexOf('/');
  return role(place.slice(0, at), place.slice(at + 1));
}

function Chosen({ place, onChange }: { place: string; onChange: () => void }) {
  const t = useMessages(roleMessages);
  const f = useMessages(frameworkMessages);
  const query = useQuery(roleAt(place));
  return (
    <>
      <PageState query={query}>
        {(found) => (
          <>
            <h2>
              <Link to={rolePlace(found.framework, found.code)}>
                <WordsView words={found.label} fallback={found.code} />
              </Link>
            </h2>
            <p className="muted small">
              <code>{found.code}</code> · {f(`kind.${found.kind}`)} ·{' '}
              <WordsView words={found.framework.title} fallback={found.framework.code} />
            </p>
            <p>
              <WordsView words={found.definition} fallback="" />
            </p>
          </>
        )}
      </PageState>
      <p className={styles.change}>
        <ActionButton onClick={onChange}>{t('compare.change')}</ActionButton>
      </p>
    </>
  );
}

function Compared({ a, b }: { a: string; b: string }) {
  const from = useQuery(roleAt(a));
  const to = useQuery(roleAt(b));
  // what went wrong with one of them stands in its column
  if (!from.data || !to.data) return null;
  return <Comparison from={from.data} to={to.data} places={{ a, b }} />;
}

function Comparison(props: { from: RoleDetail; to: RoleDetail; places: { a: string; b: string } }) {
  const { from, to, places } = props;
  const t = useMessages(roleMessages);
  const words = useWords();
  const names = { from: words(from.label) || from.code, to: words(to.label) || to.code };
  if (from.framework.code !== to.framework.code) {
    return (
      <p className={own.section} role="status">
        {t('compare.otherFramework')}
      </p>
    );
  }
  const found = compareRoles(from, to);
  const { both, onlyFrom, onlyTo, steps } = found;
  const pictured = sameScale(from, to);
  const tables = (
    <>
      <section className={own.section}>
        <h2>{t('compare.both')}</h2>
        <Shared rows={both} names={names} framework={to.framework} />
      </section>
      <div className={`${styles.sides} ${own.section}`}>
        <Only title={t('compare.onlyLeft', { role: names.from })} of={from} rows={onlyFrom} />
        <Only title={t('compare.onlyRight', { role: names.to })} of={to} rows={onlyTo} />
      </div>
    </>
  );
  return (
    <>
      <section className={own.section}>
        <h2>{t('compare.path', names)}</h2>
        <p role="status">{t('compare.steps', steps)}</p>
      </section>
      {pictured ? (
        <>
          <ComparePicture {...{ from, to, found, names, places }} />
          <details className={own.section}>
            <summary>{t('compare.table')}</summary>
            {tables}
          </details>
        </>
      ) : (
        tables
      )}
    </>
  );
}

function Shared(props: {
  rows: SharedRequirement[];
  names: { from: string; to: string };
  framework: RoleDetail['framework'];
}) {
  const t = useMessages(roleMessages);
  if (props.rows.length === 0) return <p className="muted">{t('compare.nothing')}</p>;
  return (
    <table className={own.table}>
      <thead>
        <tr>
          <th scope="col">{t('compare.competency')}</th>
          <th scope="col">{props.names.from}</th>
          <th scope="col">{props.names.to}</th>
          <th scope="col">{t('compare.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ from, to, step }) => (
          <tr key={to.item.id}>
            <th scope="row">
              <Link to={itemPlace(props.framework, to.item.code)}>
                <WordsView words={to.item.label} fallback={to.item.code} />
              </Link>
            </th>
            <td>
              <Asked requirement={from} />
            </td>
            <td>
              <Asked requirement={to} />
            </td>
            <td data-step={step === null ? undefined : Math.sign(step)}>
              <Difference step={step} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Only(props: { title: string; of: RoleDetail; rows: RoleDetail['requirements'] }) {
  const t = useMessages(roleMessages);
  return (
    <section>
      <h2>{props.title}</h2>
      {props.rows.length === 0 && <p className="muted">{t('compare.nothing')}</p>}
      <ul className={own.only}>
        {props.rows.map((requirement) => (
          <li key={requirement.item.id}>
            <Link to={itemPlace(props.of.framework, requirement.item.code)}>
              <WordsView words={requirement.item.label} fallback={requirement.item.code} />
            </Link>
            <Asked requirement={requirement} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ requirement }: { requirement: RoleDetail['requirements'][number] }): ReactNode {
  const t = useMessages(roleMessages);
  const f = useMessages(frameworkMessages);
  const { level, necessity } = requirement;
  const said = level
    ? t('compare.cell', { level: level.code ?? level.level })
    : t('compare.noLevel');
  return (
    <span className={own.asked}>
      {f(`item.${necessity}`)}, {said}
    </span>
  );
}

function Difference({ step }: { step: number | null }) {
  const t = useMessages(roleMessages);
  if (step === null) return <span className="muted">{t('compare.unknown')}</span>;
  if (step === 0) return <>{t('compare.same')}</>;
  return <>{t(step > 0 ? 'compare.higher' : 'compare.lower', { count: Math.abs(step) })}</>;
}
