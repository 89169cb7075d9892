import type { ImportRowPage, ImportRun } from '@nhip/server/imports/contract.ts';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMessages } from '../language.ts';
import { PageState } from '../ui/page-state.tsx';
import { Paging } from '../ui/paging.tsx';
import { useUrlState } from '../url-state.ts';
import { CountLinks } from './count-links.tsx';
import { filterOf, groups } from './import-rules.ts';
import { importRows, rejectedRowsAddress } from './imports-api.ts';
import { importMessages } from './messages.ts';
import { RowFindings } from './row-findings.tsx';
import styles from './row-list.module.css';

type Row = ImportRowPage['items'][number];

/** The rows of a file with what was found in them: the counts lead, the table scrolls in its own frame. */
export function RowList({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  const [url, setUrl] = useUrlState();
  const chosen = groups.find((group) => group === url.show) ?? 'all';
  const page = Number(url.page) || 1;
  const query = useQuery({
    ...importRows(run.id, { ...filterOf(url.show), page, size: 50 }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return (
    <section>
      <CountLinks run={run} chosen={chosen} />
      <div className={styles.meaning}>
        <p className="muted">{t(`meaning.${chosen}`)}</p>
        {run.counts.rejected > 0 && (
          <a className="action" href={rejectedRowsAddress(run.id)} download>
            <IconDownload size={18} aria-hidden />
            {t('rows.download')}
          </a>
        )}
      </div>
      <PageState query={query}>
        {(rows) =>
          rows.items.length === 0 ? (
            <p className="muted">{t('rows.none')}</p>
          ) : (
            <>
              <Rows rows={rows.items} />
              <Paging
                page={rows.page}
                size={rows.size}
                total={rows.total}
                onPage={(next) => setUrl({ page: next === 1 ? undefined : String(next) }, true)}
              />
            </>
          )
        }
      </PageState>
    </section>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  const t = useMessages(importMessages);
  return (
    <div className={styles.frame} role="region" aria-label={t('rows.caption')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('rows.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rows.number')}</th>
            <th scope="col">{t('rows.row')}</th>
            <th scope="col">{t('rows.change')}</th>
            <th scope="col">{t('rows.findings')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rowNumber} data-change={row.change ?? undefined}>
              <td className={styles.number}>{row.rowNumber}</td>
              <th scope="row">{row.label || t('rows.noLabel')}</th>
              <td className={styles.change}>
                {row.change && t(`counts.${row.change}`)}
                {row.held && <span className="muted small">{t('counts.held')}</span>}
              </td>
              <td>
                <RowFindings row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
