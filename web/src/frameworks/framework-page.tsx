import type { FrameworkDetail, VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import {
  IconArrowsDiff,
  IconFold,
  IconHistory,
  IconListTree,
  IconMap2,
  IconPrinter,
  IconStairs,
  IconVocabulary,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useUrlState } from '../url-state.ts';
import { Attribution } from './attribution.tsx';
import styles from './framework-page.module.css';
import { framework, tree } from './frameworks-api.ts';
import { mapMessages } from './map/map-messages.ts';
import { frameworkMessages } from './messages.ts';
import { itemPlace, rolePlace } from './places.ts';
import { TakeAway } from './take-away.tsx';
import { pickWords, WordsView } from './words.tsx';

// the page is there before its tree is
const FrameworkTree = lazy(() => import('./framework-tree.tsx'));
const Peek = lazy(() => import('./peek.tsx'));

/** One version of a framework as a tree beside what the chosen entry says. */
export default function FrameworkPage() {
  const { code } = useParams({ from: '/frameworks/$code' });
  const [{ version }] = useUrlState();
  const query = useQuery(framework(code, version));
  return (
    <PageState page query={query}>
      {(found) => <Framework key={found.code} found={found} />}
    </PageState>
  );
}

function Framework({ found }: { found: FrameworkDetail }) {
  const t = useMessages(frameworkMessages);
  const language = useLanguage();
  const [url, setUrl] = useUrlState();
  const of = url.part === 'roles' && found.counts.roles > 0 ? 'roles' : 'items';
  const version = found.version.status === 'published' ? undefined : found.version.version;
  const query = useQuery(tree(found.code, language, { of, ...(version && { version }) }));
  const title = pickWords(found.title, language);
  return (
    <>
      <PageHeading
        title={title.text || found.code}
        {...(title.lang && { lang: title.lang })}
        above={<Link to="/frameworks">{t('title')}</Link>}
        lead={<Facts found={found} />}
        actions={<Actions found={found} />}
      />
      {version && (
        <p className={styles.superseded}>
          {t('tree.superseded', { version })}{' '}
          <Link to="/frameworks/$code" params={{ code: found.code }}>
            {t('tree.toCurrent')}
          </Link>
        </p>
      )}
      {Object.keys(found.description).length > 0 && (
        <p className={styles.description}>
          <WordsView words={found.description} />
        </p>
      )}
      <PageState query={query} skeleton={<Skeleton lines={12} />}>
        {(columns) => (
          <TreeWithFilter
            key={of}
            {...{ found, of }}
            tree={columns}
            onPart={(part) => setUrl({ part, at: undefined, q: undefined })}
          />
        )}
      </PageState>
      <Attribution framework={{ ...found, ...found.version }} />
    </>
  );
}

function Facts({ found }: { found: FrameworkDetail }) {
  const t = useMessages(frameworkMessages);
  const f = useFigures();
  const { version, counts } = found;
  return (
    <span className="figures">
      {[
        found.code,
        t('facts.version', { version: version.version }),
        version.publishedOn && t('facts.published', { date: f.date(version.publishedOn) }),
        t('facts.competencies', { count: counts.competencies }),
        counts.areas > 0 && t('facts.areas', { count: counts.areas }),
        counts.roles > 0 && t('facts.roles', { count: counts.roles }),
        counts.aliases > 0 && t('facts.aliases', { count: counts.aliases }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

function Actions({ found }: { found: FrameworkDetail }) {
  const { code, versions } = found;
  const t = useMessages(frameworkMessages);
  const m = useMessages(mapMessages);
  return (
    <>
      {versions.length > 1 && (
        <Link className="action" to="/compare" search={{ framework: code }}>
          <IconArrowsDiff size={18} aria-hidden />
          {t('tree.compareVersions')}
        </Link>
      )}
      <TakeAway found={found} />
      <Link className="action" to="/frameworks/$code/versions" params={{ code }}>
        <IconHistory size={18} aria-hidden />
        {t('tree.versions')}
      </Link>
      <Link className="action" to="/frameworks/$code/map" params={{ code }}>
        <IconMap2 size={18} aria-hidden />
        {m('open')}
      </Link>
      <Link className="action" to="/frameworks/$code/levels" params={{ code }}>
        <IconStairs size={18} aria-hidden />
        {t('tree.levels')}
      </Link>
      <Link className="action" to="/frameworks/$code/lexicon" params={{ code }}>
        <IconVocabulary size={18} aria-hidden />
        {t('tree.lexicon')}
      </Link>
      <Link className="action" to="/frameworks/$code/print" params={{ code }}>
        <IconPrinter size={18} aria-hidden />
        {t('tree.print')}
      </Link>
    </>
  );
}

function TreeWithFilter(props: {
  found: FrameworkDetail;
  of: 'items' | 'roles';
  tree: VersionTree;
  onPart: (part: string) => void;
}) {
  const { found, of, tree: columns } = props;
  const t = useMessages(frameworkMessages);
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState();
  const [wanted, setWanted] = useState<{ open: 'all' | 'none'; turn: number }>({
    ...{ open: 'none', turn: 0 },
  });
  const ask = (open: 'all' | 'none') => setWanted(({ turn }) => ({ open, turn: turn + 1 }));
  const search = found.version.status === 'published' ? {} : { version: found.version.version };
  const open = (code: string) =>
    void navigate({ to: of === 'roles' ? rolePlace(found, code) : itemPlace(found, code), search });
  const select = useCallback((at: string) => setUrl({ at }), [setUrl]);
  return (
    <>
      <FilterBar
        label={t('filter.label')}
        end={
          <>
            <ActionButton icon={IconListTree} onClick={() => ask('all')}>
              {t('tree.expand')}
            </ActionButton>
            <ActionButton icon={IconFold} onClick={() => ask('none')}>
              {t('tree.collapse')}
            </ActionButton>
          </>
        }
      >
        {found.counts.roles > 0 && (
          <NativeSelect
            label={t('tree.part')}
            value={of}
            onChange={props.onPart}
            options={[
              { value: 'items', label: t('tree.items') },
              { value: 'roles', label: t('tree.roles') },
            ]}
          />
        )}
        <SearchField
          label={t('filter.search')}
          value={url.q ?? ''}
          onChange={(q) => setUrl({ q })}
          placeholder={t('filter.placeholder')}
        />
      </FilterBar>
      <Suspense fallback={<Skeleton lines={12} />}>
        <div className={styles.layout}>
          <FrameworkTree
            tree={columns}
            label={t(of === 'roles' ? 'tree.roles' : 'tree.items')}
            query={url.q ?? ''}
            selected={url.at}
            onSelect={select}
            onOpen={open}
            wanted={wanted}
          />
          <Peek
            {...{ of, found }}
            code={url.at !== undefined && columns.code.includes(url.at) ? url.at : undefined}
          />
        </div>
      </Suspense>
    </>
  );
}
