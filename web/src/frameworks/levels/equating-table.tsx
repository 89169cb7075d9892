import type { EquatingRow } from '@nhip/server/frameworks/levels/contract.ts';
import { IconBan } from '@tabler/icons-react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { useUrlState } from '../../url-state.ts';
import { useDoerName } from '../doer-name.ts';
import { EndForm } from './end-form.tsx';
import { useEquatingWords, type Ladders, type Names } from './equating-sentence.ts';
import { levelMessages } from './messages.ts';

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
    { id: 'method', header: t('equating.method'), cell: ({ method }) => method },
    { id: 'source', header: t('equating.source'), cell: ({ source }) => source },
    { id: 'by', header: t('equating.by'), cell: ({ by }) => doer(by) },
    { id: 'since', header: t('equating.since'), cell: since, sortBy: (row) => row.validFrom },
  ];
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
        <EndForm
          key={ending.id}
          code={props.code}
          row={ending}
          what={words.sentence(ending, ladders, names)}
          onDone={props.onDone}
        />
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
