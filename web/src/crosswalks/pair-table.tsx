import type { CrosswalkOverview } from '@nhip/server/crosswalks/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '../format.ts';
import { useLanguage, useLocalText, useMessages, type TranslateOf } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { report } from './crosswalks-api.ts';
import { crosswalkMessages } from './messages.ts';
import styles from './pair-table.module.css';
import { shortTitle } from './short-title.ts';

type Pair = CrosswalkOverview['pairs'][number];

/** Every pair of frameworks with its counts, and the ways on. */
export function PairTable(props: { overview: CrosswalkOverview; decides: boolean }) {
  const t = useMessages(crosswalkMessages);
  const local = useLocalText();
  const language = useLanguage();
  const { frameworks, pairs } = props.overview;
  const nameOf = (code: string) => {
    const framework = frameworks.find((one) => one.code === code);
    return (framework && shortTitle(local(framework.title))) || code;
  };
  const names = ({ from, to }: Pair) => `${nameOf(from)} ↔ ${nameOf(to)}`;
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const columns: Column<Pair>[] = [
    { id: 'pair', header: t('pairs.frameworks'), cell: names, sortBy: names },
    { id: 'kind', header: t('pairs.kind'), cell: ({ kind }) => t(`kind.${kind}`), width: '11rem' },
    {
      ...{ id: 'accepted', header: t('pairs.accepted'), align: 'end', width: '8rem' },
      cell: ({ accepted }) => number(accepted),
      sortBy: ({ accepted }) => accepted,
    },
    ...(props.decides ? decidersColumns(t, number) : []),
    {
      ...{ id: 'conflicts', header: t('pairs.conflicts'), align: 'end', width: '8rem' },
      cell: (pair) => <Conflicts pair={pair} />,
    },
    {
      ...{ id: 'ways', header: t('pairs.ways'), card: 'wide', width: '13rem' },
      cell: (pair) => <Ways pair={pair} name={names(pair)} decides={props.decides} />,
    },
  ];
  return (
    <>
      <h2 className={styles.title}>{t('pairs.title')}</h2>
      <DataTable
        caption={t('pairs.caption')}
        columns={columns}
        rows={pairs}
        rowKey={({ from, to, kind }) => `${from}-${to}-${kind}`}
        rowName={names}
      />
    </>
  );
}

function decidersColumns(
  t: TranslateOf<typeof crosswalkMessages>,
  number: (value: number | null) => string,
): Column<Pair>[] {
  return [
    {
      ...{ id: 'waiting', header: t('pairs.waiting'), align: 'end', width: '8rem' },
      cell: ({ waiting }) => number(waiting),
      sortBy: ({ waiting }) => waiting,
    },
  ];
}

/** Found by looking through both trees: asked for pair by pair, so that the list need not wait. */
function Conflicts({ pair: { from, to, kind, accepted } }: { pair: Pair }) {
  const language = useLanguage();
  const found = useQuery({ ...report({ from, to, kind }), enabled: accepted > 0 }).data;
  if (accepted === 0) return <>0</>;
  return <>{found ? formatNumber(found.conflicts.length, language) : '…'}</>;
}

function Ways({ pair, name, decides }: { pair: Pair; name: string; decides: boolean }) {
  const t = useMessages(crosswalkMessages);
  const params = { from: pair.from, to: pair.to };
  const search = { kind: pair.kind };
  return (
    <span className={styles.ways}>
      {decides && (
        <Link
          to="/crosswalks/$from/$to"
          params={params}
          search={search}
          aria-label={`${t('pairs.open')}: ${name}`}
        >
          {t('pairs.open')}
        </Link>
      )}
      <Link
        to="/crosswalks/$from/$to/report"
        params={params}
        search={search}
        aria-label={`${t('pairs.report')}: ${name}`}
      >
        {t('pairs.report')}
      </Link>
    </span>
  );
}
