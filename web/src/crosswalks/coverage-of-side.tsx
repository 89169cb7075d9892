import type { CrosswalkReport } from '@nhip/server/crosswalks/contract.ts';
import { formatNumber, formatShare } from '../format.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import styles from './coverage-of-side.module.css';
import { crosswalkMessages } from './messages.ts';
import { shortTitle } from './short-title.ts';

type Side = CrosswalkReport['from'];
type Area = Side['areas'][number];

/** Of one framework: how many of its items are reached from the other, on the whole and by area. */
export function CoverageOfSide({ side, sortKey }: { side: Side; sortKey: string }) {
  const t = useMessages(crosswalkMessages);
  const local = useLocalText();
  const language = useLanguage();
  const framework = shortTitle(local(side.framework.title)) || side.framework.code;
  const share = side.items === 0 ? 0 : side.reached / side.items;
  const number = (value: number) => formatNumber(value, language);
  const columns: Column<Area>[] = [
    {
      ...{ id: 'area', header: t('report.area') },
      cell: ({ label, code }) => <LocalTextView text={label} fallback={code} />,
      sortBy: ({ label, code }) => local(label) || code,
    },
    figure('items', t('report.items'), number),
    {
      ...{ id: 'reached', header: t('report.reached'), align: 'end', width: '14rem' },
      cell: (area) => (
        <span className={styles.reached}>
          <Bar of={area} />
          {number(area.reached)} · {formatShare(area.reached / area.items, language)}
        </span>
      ),
      sortBy: (area) => area.reached / area.items,
    },
    figure('exact', t('report.exact'), number),
    figure('relatedOnly', t('report.relatedOnly'), number),
  ];
  return (
    <section className={styles.side}>
      <h2>{t('report.coverage', { framework, share: formatShare(share, language) })}</h2>
      <p className="figures">
        {t('report.figures', {
          ...{ reached: side.reached, items: side.items, exact: side.exact },
          related: side.relatedOnly,
        })}
      </p>
      <DataTable
        caption={t('report.caption', { framework })}
        columns={columns}
        rows={side.areas}
        rowKey={({ code }) => code}
        sortKey={sortKey}
        empty={t('report.noAreas')}
      />
    </section>
  );
}

function figure(
  id: 'items' | 'exact' | 'relatedOnly',
  header: string,
  number: (value: number) => string,
): Column<Area> {
  return {
    ...{ id, header, align: 'end', width: '9rem' },
    cell: (area) => number(area[id]),
    sortBy: (area) => area[id],
  };
}

/** The share that is reached, filled; the rest is empty. */
function Bar({ of }: { of: Area }) {
  return (
    <svg className={styles.bar} width="64" height="8" aria-hidden>
      <rect width="64" height="8" rx="2" className={styles.rest} />
      <rect width={(64 * of.reached) / of.items} height="8" rx="2" className={styles.part} />
    </svg>
  );
}
