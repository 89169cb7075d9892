import type { FrameworkDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import styles from './compare.module.css';
import { framework, tree } from './frameworks-api.ts';
import { compareMessages } from './compare-messages.ts';
import { frameworkMessages } from './messages.ts';
import { versionChanges, type Change, type Standing } from './version-changes.ts';
import { useWords, WordsView } from './words.tsx';

const most = 500;

/** Two published versions of a framework: what was added, dropped, renamed and moved. */
export function CompareVersions({ code }: { code: string }) {
  const query = useQuery(framework(code));
  return (
    <PageState page query={query}>
      {(found) => <Versions found={found} />}
    </PageState>
  );
}

function Versions({ found }: { found: FrameworkDetail }) {
  const t = useMessages(frameworkMessages);
  const c = useMessages(compareMessages);
  const words = useWords();
  const [url, setUrl] = useUrlState();
  const { versions } = found;
  const to = url.to ?? versions[0]!.version;
  const from = url.from ?? versions[1]?.version;
  const options = versions.map(({ version }) => ({ value: version, label: version }));
  return (
    <>
      <PageHeading
        title={c('compare.versionsTitle')}
        windowTitle={`${c('compare.versionsTitle')}: ${words(found.title)}`}
        above={
          <>
            <Link to="/frameworks">{t('title')}</Link>
            {' › '}
            <Link to="/frameworks/$code" params={{ code: found.code }}>
              <WordsView words={found.title} fallback={found.code} />
            </Link>
          </>
        }
      />
      {from === undefined ? (
        <p>{c('compare.oneVersion')}</p>
      ) : (
        <>
          <div className={styles.versions}>
            <NativeSelect
              label={c('compare.from')}
              value={from}
              options={options}
              onChange={(version) => setUrl({ from: version })}
            />
            <NativeSelect
              label={c('compare.to')}
              value={to}
              options={options}
              onChange={(version) => setUrl({ to: version })}
            />
          </div>
          <Changes code={found.code} from={from} to={to} />
        </>
      )}
    </>
  );
}

function Changes({ code, from, to }: { code: string; from: string; to: string }) {
  const c = useMessages(compareMessages);
  const language = useLanguage();
  const before = useQuery(tree(code, language, { version: from }));
  const after = useQuery(tree(code, language, { version: to }));
  const compared = useMemo(
    () => before.data && after.data && versionChanges(before.data, after.data),
    [before.data, after.data],
  );
  const columns = useColumns();
  return (
    <PageState query={before}>
      {() => (
        <PageState query={after}>
          {() => {
            if (!compared || compared.changes.length === 0) return <p>{c('compare.equal')}</p>;
            const count = (what: Change['what']) =>
              compared.changes.filter((change) => change.what === what).length;
            const shown = compared.changes.slice(0, most);
            return (
              <>
                <p className={`${styles.summary} figures`} role="status">
                  {c('compare.counts', {
                    ...{ added: count('added'), removed: count('removed'), same: compared.same },
                    ...{ renamed: count('renamed'), moved: count('moved') },
                  })}
                </p>
                <DataTable
                  caption={c('compare.versionsTitle')}
                  columns={columns}
                  rows={shown}
                  rowKey={({ id }) => String(id)}
                />
                {shown.length < compared.changes.length && (
                  <p className="muted">
                    {c('compare.shownFirst', {
                      shown: shown.length,
                      total: compared.changes.length,
                    })}
                  </p>
                )}
              </>
            );
          }}
        </PageState>
      )}
    </PageState>
  );
}

function useColumns(): Column<Change>[] {
  const c = useMessages(compareMessages);
  const shown = (standing: Standing | null) =>
    standing && (
      <>
        {standing.label}
        <div className="muted small">
          <code>{standing.code}</code>
          {standing.under && ` · ${standing.under}`}
        </div>
      </>
    );
  return [
    {
      id: 'what',
      header: c('compare.whatChanged'),
      width: '12rem',
      sortBy: ({ what }) => what,
      cell: ({ what }) => c(`compare.${what}`),
    },
    { id: 'before', header: c('compare.before'), cell: ({ before }) => shown(before) },
    { id: 'after', header: c('compare.after'), cell: ({ after }) => shown(after) },
  ];
}
