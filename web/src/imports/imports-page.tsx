import { ImportKind, type ImportRun } from '@nhip/server/imports/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { importRuns } from './imports-api.ts';
import styles from './imports-page.module.css';
import { importMessages } from './messages.ts';
import { StartImportForm } from './start-import-form.tsx';
import { ImportStatusBadge } from './status-badge.tsx';

export default function ImportsPage() {
  const t = useMessages(importMessages);
  const [url] = useUrlState();
  const query = useQuery(importRuns);
  const kindWanted = ImportKind.safeParse(url.kind).data ?? 'advertisements';
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <section className={styles.part} aria-labelledby="new-import">
        <h2 id="new-import">{t('start.title')}</h2>
        <StartImportForm key={kindWanted} kindWanted={kindWanted} />
      </section>
      <section className={styles.part} aria-labelledby="earlier-imports">
        <h2 id="earlier-imports">{t('list.title')}</h2>
        <PageState query={query}>
          {(runs) =>
            runs.length === 0 ? (
              <Empty title={t('list.empty')}>{t('list.emptyBody')}</Empty>
            ) : (
              <Runs runs={runs} />
            )
          }
        </PageState>
      </section>
    </>
  );
}

function Runs({ runs }: { runs: ImportRun[] }) {
  const t = useMessages(importMessages);
  const f = useFigures();
  const language = useLanguage();
  return (
    <DataTable
      caption={t('list.caption')}
      rows={runs}
      rowKey={(run) => run.id}
      sort={{ column: 'started', direction: 'desc' }}
      columns={[
        {
          id: 'file',
          header: t('list.file'),
          width: '32%',
          sortBy: (run) => run.fileName,
          cell: (run) => (
            <Link className={styles.file} to="/imports/$id" params={{ id: run.id }}>
              {run.fileName}
            </Link>
          ),
        },
        {
          id: 'status',
          header: t('list.status'),
          cell: (run) => <ImportStatusBadge status={run.status} />,
        },
        { id: 'kind', header: t('list.kind'), cell: (run) => t(`kind.${run.kind}`) },
        {
          id: 'from',
          header: t('list.from'),
          sortBy: (run) => run.institutionName ?? run.source,
          cell: (run) => run.institutionName ?? run.source ?? '—',
        },
        {
          id: 'rows',
          header: t('list.rows'),
          align: 'end',
          sortBy: (run) => run.totalRows ?? run.stagedRows,
          cell: (run) => f.number(run.totalRows ?? run.stagedRows),
        },
        {
          id: 'started',
          header: t('list.started'),
          align: 'end',
          sortBy: (run) => run.createdAt,
          cell: (run) => formatDateTime(run.createdAt, language),
        },
      ]}
    />
  );
}
