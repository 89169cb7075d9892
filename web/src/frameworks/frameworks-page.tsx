import type { FrameworkEntry } from '@nhip/server/frameworks/reading/contract.ts';
import {
  IconArrowsLeftRight,
  IconCertificate,
  IconCircleCheck,
  IconFileImport,
  IconGitCompare,
  IconPencil,
  IconRefresh,
  IconTextScan2,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kindsFor } from '../imports/import-rules.ts';
import { useMessages } from '../language.ts';
import { mayOpen } from '../sign-in/may-open.ts';
import { useSession } from '../sign-in/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { plain } from '../ui/plain.ts';
import { SearchField } from '../ui/search-field.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { useUrlState } from '../url-state.ts';
import { frameworks } from './frameworks-api.ts';
import { frameworkMessages } from './messages.ts';
import { useWords, WordsView } from './words.tsx';

/** Every published framework: what it holds, where it comes from, and whether texts are linked to it. */
export default function FrameworksPage() {
  const t = useMessages(frameworkMessages);
  const query = useQuery(frameworks);
  return (
    <PageState page query={query}>
      {(list) =>
        list.length === 0 ? (
          <Empty page title={t('empty')}>
            {t('emptyBody')}
          </Empty>
        ) : (
          <Frameworks list={list} />
        )
      }
    </PageState>
  );
}

/** Where one sees what a framework finds in a text. */
function TryLinking() {
  const t = useMessages(frameworkMessages);
  const session = useSession();
  if (!mayOpen('/linking', session)) return null;
  return (
    <Link className="action" to="/linking">
      <IconTextScan2 size={18} aria-hidden />
      {t('list.tryLinking')}
    </Link>
  );
}

function Frameworks({ list }: { list: FrameworkEntry[] }) {
  const t = useMessages(frameworkMessages);
  const [url, setUrl] = useUrlState();
  const wanted = plain(url.q ?? '')
    .split(' ')
    .filter(Boolean);
  const shown = list.filter(({ code, title }) => {
    const words = ` ${plain([code, ...Object.values(title)].join(' '))}`;
    return wanted.every((word) => words.includes(` ${word}`));
  });
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} actions={<Work />} />
      <FilterBar
        label={t('filter.label')}
        end={
          <span className="muted figures" role="status">
            {t('filter.shown', { shown: shown.length, total: list.length })}
          </span>
        }
      >
        <SearchField
          label={t('list.search')}
          value={url.q ?? ''}
          onChange={(q) => setUrl({ q })}
          placeholder={t('filter.placeholder')}
        />
      </FilterBar>
      <DataTable
        caption={t('list.label')}
        columns={useColumns()}
        rows={shown}
        rowKey={({ code }) => code}
        empty={t('filter.none', { query: url.q ?? '' })}
      />
    </>
  );
}

/** What else is done with frameworks, for whoever may do it. */
function Work() {
  const t = useMessages(frameworkMessages);
  const session = useSession();
  return (
    <>
      <TryLinking />
      <Link className="action" to="/crosswalks">
        <IconArrowsLeftRight size={18} aria-hidden />
        {t('links.crosswalks')}
      </Link>
      <Link className="action" to="/certificates">
        <IconCertificate size={18} aria-hidden />
        {t('certificates')}
      </Link>
      {mayOpen('/drafts', session) && (
        <Link className="action" to="/drafts">
          <IconPencil size={18} aria-hidden />
          {t('links.drafts')}
        </Link>
      )}
      {session && kindsFor(session.roles).includes('framework') && mayOpen('/imports', session) && (
        <Link className="action" to="/imports" search={{ kind: 'framework' }}>
          <IconFileImport size={18} aria-hidden />
          {t('links.import')}
        </Link>
      )}
      {mayOpen('/imports/subscriptions', session) && (
        <Link className="action" to="/imports/subscriptions">
          <IconRefresh size={18} aria-hidden />
          {t('links.follow')}
        </Link>
      )}
    </>
  );
}

function useColumns(): Column<FrameworkEntry>[] {
  const t = useMessages(frameworkMessages);
  const f = useFigures();
  const words = useWords();
  return [
    {
      id: 'framework',
      header: t('list.framework'),
      sortBy: ({ title }) => words(title),
      cell: ({ code, title, inUse }) => (
        <>
          <Link to="/frameworks/$code" params={{ code }}>
            <WordsView words={title} fallback={code} />
          </Link>
          <div className="muted small">
            {code}{' '}
            <StateBadge
              icon={inUse ? IconCircleCheck : IconGitCompare}
              tone={inUse ? 'accent' : 'unknown'}
              {...(inUse && { title: t('list.inUseMeaning') })}
            >
              {t(inUse ? 'list.inUse' : 'list.compared')}
            </StateBadge>
          </div>
        </>
      ),
    },
    {
      id: 'competencies',
      header: t('list.competencies'),
      align: 'end',
      sortBy: ({ counts }) => counts.competencies,
      cell: ({ counts }) => f.number(counts.competencies),
    },
    {
      id: 'roles',
      header: t('list.roles'),
      align: 'end',
      sortBy: ({ counts }) => counts.roles,
      cell: ({ counts }) => f.number(counts.roles),
    },
    {
      id: 'version',
      header: t('list.version'),
      cell: ({ version, versions }) => (
        <>
          {version.version}
          {versions > 1 && (
            <div className="muted small">{t('list.versions', { count: versions })}</div>
          )}
        </>
      ),
    },
    {
      id: 'published',
      header: t('list.published'),
      sortBy: ({ version }) => version.publishedOn,
      cell: ({ version }) => (version.publishedOn ? f.date(version.publishedOn) : '—'),
    },
    {
      id: 'licence',
      header: t('list.licence'),
      width: '9rem',
      cell: ({ version }) => version.licence || '—',
    },
  ];
}
