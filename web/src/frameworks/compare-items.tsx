import type { ItemDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import styles from './compare.module.css';
import { CompetencyPicker } from './competency-picker.tsx';
import { item } from './frameworks-api.ts';
import { Ladder } from './ladder.tsx';
import { compareMessages } from './compare-messages.ts';
import { frameworkMessages } from './messages.ts';
import { itemPlace } from './places.ts';
import { useWords, WordsView } from './words.tsx';

type Side = 'a' | 'b';

/** Two competencies in two columns, what one says beside what the other says. */
export function CompareItems() {
  const c = useMessages(compareMessages);
  const [url, setUrl] = useUrlState();
  return (
    <>
      {url.a && url.b && (
        <p className={styles.swap}>
          <ActionButton icon={IconArrowsLeftRight} onClick={() => setUrl({ a: url.b, b: url.a })}>
            {c('compare.swap')}
          </ActionButton>
        </p>
      )}
      <div className={styles.sides}>
        <Column side="a" />
        <Column side="b" />
      </div>
    </>
  );
}

function Column({ side }: { side: Side }) {
  const c = useMessages(compareMessages);
  const [url, setUrl] = useUrlState();
  const chosen = url[side];
  const title = c(side === 'a' ? 'compare.left' : 'compare.right');
  return (
    <section className={styles.side} aria-label={title}>
      {chosen === undefined ? (
        <CompetencyPicker
          label={`${title}: ${c('compare.choose')}`}
          onChoose={(place) => setUrl({ [side]: place })}
        />
      ) : (
        <Chosen place={chosen} onChange={() => setUrl({ [side]: undefined })} />
      )}
    </section>
  );
}

function Chosen({ place, onChange }: { place: string; onChange: () => void }) {
  const c = useMessages(compareMessages);
  const at = place.indexOf('/');
  const query = useQuery(item(place.slice(0, at), place.slice(at + 1)));
  return (
    <>
      <PageState query={query}>{(found) => <Facts found={found} />}</PageState>
      <p className={styles.change}>
        <ActionButton onClick={onChange}>{c('compare.change')}</ActionButton>
      </p>
    </>
  );
}

/** Every row stands in both columns, so that the two line up. */
function Facts({ found }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  const c = useMessages(compareMessages);
  const words = useWords();
  const nothing = <span className="muted">{c('compare.nothing')}</span>;
  const rows: [string, ReactNode][] = [
    [c('compare.framework'), <WordsView key="f" words={found.framework.title} />],
    [
      c('compare.parents'),
      found.path.length > 0 ? found.path.map(({ label }) => words(label)).join(' › ') : nothing,
    ],
    [
      t('item.definition'),
      Object.keys(found.definition).length > 0 ? (
        <WordsView key="d" words={found.definition} />
      ) : (
        nothing
      ),
    ],
    [
      t('item.ladder'),
      found.levels.length > 0 ? <Ladder key="l" rungs={found.levels} brief /> : nothing,
    ],
    [
      t('item.aliases'),
      found.aliases.length > 0 ? found.aliases.map(({ form }) => form).join(', ') : nothing,
    ],
    [
      t('item.roles'),
      found.roles.total > 0
        ? `${found.roles.list
            .slice(0, 6)
            .map(({ role }) => words(role.label))
            .join(
              ', ',
            )}${found.roles.total > 6 ? ` ${t('item.more', { count: found.roles.total - 6 })}` : ''}`
        : nothing,
    ],
  ];
  return (
    <>
      <h2>
        <Link to={itemPlace(found.framework, found.code)}>
          <WordsView words={found.label} fallback={found.code} />
        </Link>
      </h2>
      <p className="muted small">
        <code>{found.code}</code> · {t(`kind.${found.kind}`)}
      </p>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
