import type { EquatingRow } from '@nhip/server/frameworks/levels/contract.ts';
import { IconBan } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { useUrlState } from '../../url-state.ts';
import { useDoerName } from '../doer-name.ts';
import { useWords } from '../words.tsx';
import { useEquatingWords, type Ladders, type Names } from './equating-sentence.ts';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';

const EndForm = lazy(() => import('./end-form.tsx'));

/** What the picture shows, in words: ranges, relation, how sure, on what ground, by whom and since when. */
export function EquatingTable(props: {
  code: string;
  caption: string;
  ladders: Ladders;
  names: Names;
  rows: EquatingRow[];
  mayEnd: boolean;
  onDone: (words?: string) => void;
}) {
  const { ladders, names, rows, mayEnd } = props;
  const t = useMessages(levelMessages);
  const f = useFigures();
  const doer = useDoerName();
  const words = useEquatingWords();
  const say = useWords();
  const [url, setUrl] = useUrlState();
  const ending = mayEnd ? rows.find(({ id }) => String(id) === url.end) : undefined;
  const since = ({ validFrom, validTo }: EquatingRow) =>
    validTo === null
      ? t('equating.sinceDay', { date: f.date(validFrom) })
      : t('equating.fromTo', { from: f.date(validFrom), to: f.date(validTo) });
  const columns: Column<EquatingRow>[] = [
    {
      id: 'from',
      header: names.left,
      cell: (row) => words.range(ladders.left, row.from),
      sortBy: (row) => row.from.lowest,
    },
    {
      id: 'relation',
      header: t('equating.relation'),
      cell: (row) => t(`equating.${row.relation}`),
    },
    {
      id: 'to',
      header: names.right,
      cell: (row) => words.range(ladders.right, row.to),
      sortBy: (row) => row.to.lowest,
    },
    {
      id: 'confidence',
      header: t('equating.confidence'),
      cell: (row) => words.confidence(row.confidence),
      sortBy: (row) => row.confidence,
    },
    ...(rows.some(({ reason }) => say(reason) !== '')
      ? [
          {
            ...{ id: 'why', header: t('equating.why'), card: 'wide' as const, width: '46%' },
            cell: ({ reason }: EquatingRow) => say(reason),
          },
        ]
      : []),
  ];
  const grounds: Column<EquatingRow>[] = [
    {
      id: 'method',
      header: t('equating.method'),
      cell: ({ method, fromProgram }) => (fromProgram ? t('equating.compared') : method),
    },
    { id: 'source', header: t('equating.source'), cell: ({ source }) => source },
    { id: 'by', header: t('equating.by'), cell: ({ by }) => doer(by) },
    { id: 'since', header: t('equating.since'), cell: since, sortBy: (row) => row.validFrom },
  ];
  // what all rows have in common is said once above them
  const once =
    rows.length > 2 && rows.every(({ fromProgram }) => fromProgram) ? rows[0] : undefined;
  const same = grounds.filter(
    ({ cell }) => once !== undefined && rows.every((row) => cell(row) === cell(once)),
  );
  columns.push(...grounds.filter((column) => !same.includes(column)));
  if (mayEnd) {
    columns.push({
      id: 'end',
      header: t('equating.end'),
      cell: (row) =>
        row.validTo === null && (
          <ActionButton
            compact
            quiet
            icon={IconBan}
            aria-label={t('equating.endOf', { what: words.sentence(row, ladders, names) })}
            onClick={() => setUrl({ end: String(row.id), new: undefined })}
          >
            {t('equating.end')}
          </ActionButton>
        ),
    });
  }
  return (
    <>
      {ending && (
        <Suspense fallback={null}>
          {' '}
          <EndForm
            key={ending.id}
            code={props.code}
            row={ending}
            what={words.sentence(ending, ladders, names)}
            onDone={props.onDone}
          />
        </Suspense>
      )}
      {once && same.length > 0 && (
        <dl className={styles.grounds}>
          {same.map(({ id, header, cell }) => (
            <div key={id}>
              <dt>{header}</dt>
              <dd>{cell(once)}</dd>
            </div>
          ))}
        </dl>
      )}
      <DataTable
        caption={props.caption}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => String(id)}
        sortKey={mayEnd || rows.some(({ validTo }) => validTo === null) ? 'sort' : 'sortEnded'}
        empty={t('equating.none')}
      />
    </>
  );
}
