import type {
  FrameworkDetail,
  ItemDetail,
  RoleDetail,
} from '@nhip/server/frameworks/reading/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { usePause } from '../search/use-pause.ts';
import { item, role } from './frameworks-api.ts';
import { Ladder } from './ladder.tsx';
import { frameworkMessages } from './messages.ts';
import styles from './peek.module.css';
import { itemPlace, rolePlace, versionPart } from './places.ts';
import { WordsView } from './words.tsx';

/** What the chosen entry of the tree says, once the reader rests on it. */
export default function Peek(props: {
  found: FrameworkDetail;
  of: 'items' | 'roles';
  code: string | undefined;
}) {
  const t = useMessages(frameworkMessages);
  const code = usePause(props.code, 120);
  return (
    <aside className={styles.peek} aria-live="polite" data-empty={code === undefined || undefined}>
      {code === undefined ? (
        <p className="muted">{t('tree.choose')}</p>
      ) : props.of === 'roles' ? (
        <RolePeek found={props.found} code={code} />
      ) : (
        <ItemPeek found={props.found} code={code} />
      )}
    </aside>
  );
}

function ItemPeek({ found, code }: { found: FrameworkDetail; code: string }) {
  const { version } = versionPart(found.version);
  const query = useQuery({ ...item(found.code, code, version), staleTime: 60_000 });
  return (
    <PageState query={query} skeleton={<Skeleton lines={5} />}>
      {(one) => (
        <>
          <Head one={one} to={itemPlace(found, one.code)} version={version} />
          <Ladder rungs={one.levels} brief />
        </>
      )}
    </PageState>
  );
}

function RolePeek({ found, code }: { found: FrameworkDetail; code: string }) {
  const t = useMessages(frameworkMessages);
  const { version } = versionPart(found.version);
  const query = useQuery({ ...role(found.code, code, version), staleTime: 60_000 });
  return (
    <PageState query={query} skeleton={<Skeleton lines={5} />}>
      {(one) => (
        <>
          <Head one={one} to={rolePlace(found, one.code)} version={version} />
          {one.requirements.length > 0 && (
            <>
              <h3>{t('item.requires')}</h3>
              <ul>
                {one.requirements.slice(0, 8).map(({ item: required }) => (
                  <li key={required.id}>
                    <WordsView words={required.label} fallback={required.code} />
                  </li>
                ))}
                {one.requirements.length > 8 && (
                  <li className="muted">
                    {t('item.more', { count: one.requirements.length - 8 })}
                  </li>
                )}
              </ul>
            </>
          )}
        </>
      )}
    </PageState>
  );
}

function Head({
  one,
  to,
  version,
}: {
  one: ItemDetail | RoleDetail;
  to: string;
  version: string | undefined;
}) {
  const t = useMessages(frameworkMessages);
  return (
    <>
      <h2>
        <WordsView words={one.label} fallback={one.code} />
      </h2>
      <p className="muted small">
        <code>{one.code}</code> · {t(`kind.${one.kind}`)}
      </p>
      {Object.keys(one.definition).length > 0 && (
        <p className={styles.definition}>
          <WordsView words={one.definition} />
        </p>
      )}
      <Link className="action" to={to} search={version ? { version } : {}}>
        {t('tree.open')}
      </Link>
    </>
  );
}
