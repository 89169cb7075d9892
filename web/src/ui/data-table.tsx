import { IconArrowDown, IconArrowUp, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useId, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { useUrlState } from '../url-state.ts';
import styles from './data-table.module.css';
import { uiMessages } from './messages.ts';
import { NativeSelect } from './native-select.tsx';
import { readSort, sortRows, type Sort } from './sort-rows.ts';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column sorts by; a column without it does not sort. */
  sortBy?: (row: Row) => number | string | null;
  /** Figures stand at the end. */
  align?: 'start' | 'end';
  /** A CSS width; the rest is shared. */
  width?: string;
  /** On the card of a phone: the whole width without its label (a bar, a sentence), or left out. */
  card?: 'wide' | 'hidden';
}

/**
 * A table for figures: sorts by a click (kept in the address), its header stays in sight, a row opens by
 * click or keyboard (arrows move between rows). On a phone every row becomes a card headed by its first column.
 */
export function DataTable<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowName?: (row: Row) => string;
  sort?: Sort;
  /** The name of the sort in the address, where a page has several tables. */
  sortKey?: string;
  detail?: (row: Row) => ReactNode;
  open?: string;
  onOpen?: (key: string | undefined) => void;
  empty?: ReactNode;
}) {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const [url, setUrl] = useUrlState();
  const id = useId();
  const sortKey = props.sortKey ?? 'sort';
  const sort = readSort(url[sortKey]) ?? props.sort;
  const rows = sortRows(props.rows, props.columns, sort, language);
  const setSort = (next: Sort) => setUrl({ [sortKey]: `${next.column}.${next.direction}` });
  if (props.rows.length === 0) return <p className="muted">{props.empty ?? t('table.empty')}</p>;
  return (
    <div className={styles.frame}>
      <PhoneSort columns={props.columns} sort={sort} onSort={setSort} />
      <table role="table" className={styles.table} onKeyDown={moveBetweenRows}>
        <caption className="visually-hidden">{props.caption}</caption>
        <colgroup>
          {props.columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                first={props.rows[0]}
                sort={sort}
                onSort={setSort}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const key = props.rowKey(row);
            const open = props.open === key;
            const toggle = () => props.onOpen?.(open ? undefined : key);
            const name = props.rowName?.(row) ?? key;
            return (
              <Fragment key={key}>
                <tr
                  role="row"
                  id={`row-${key}`}
                  data-opens={props.detail ? true : undefined}
                  data-open={open || undefined}
                  onClick={props.detail && ((event) => !isInteractive(event.target) && toggle())}
                >
                  {props.columns.map((column, place) => (
                    <td
                      key={column.id}
                      role={place === 0 ? 'rowheader' : 'cell'}
                      data-label={column.header}
                      data-align={column.align}
                      data-card={column.card}
                    >
                      {place === 0 && props.detail ? (
                        <span className={styles.lead}>
                          <button
                            type="button"
                            className={styles.toggle}
                            aria-expanded={open}
                            aria-controls={`${id}-${key}`}
                            aria-label={t(open ? 'table.close' : 'table.open', { name })}
                            onClick={toggle}
                          >
                            <IconChevronRight size={18} aria-hidden />
                          </button>
                          <span>{column.cell(row)}</span>
                        </span>
                      ) : (
                        column.cell(row)
                      )}
                    </td>
                  ))}
                </tr>
                {props.detail && open && (
                  <tr role="row" className={styles.detail}>
                    <td role="cell" colSpan={props.columns.length} id={`${id}-${key}`}>
                      {props.detail(row)}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>(props: {
  column: Column<Row>;
  first: Row | undefined;
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}) {
  const { column, sort, first } = props;
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const spoken = direction && (direction === 'asc' ? 'ascending' : 'descending');
  // Words begin at A, figures at the largest; a second click turns them round.
  const words = first !== undefined && typeof column.sortBy?.(first) === 'string';
  const usual = words ? 'asc' : 'desc';
  const next = direction === usual ? (words ? 'desc' : 'asc') : usual;
  const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th role="columnheader" scope="col" aria-sort={spoken} data-align={column.align}>
      {column.sortBy ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => props.onSort({ column: column.id, direction: next })}
        >
          {column.header}
          <Arrow size={14} aria-hidden data-shown={direction !== undefined || undefined} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

/** On a phone the header is out of sight, so sorting has a field of its own. */
function PhoneSort<Row>(props: {
  columns: Column<Row>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}) {
  const t = useMessages(uiMessages);
  const sortable = props.columns.filter((column) => column.sortBy);
  if (sortable.length < 2) return null;
  return (
    <div className={styles.phoneSort}>
      <NativeSelect
        label={t('table.sortBy')}
        value={props.sort ? `${props.sort.column}.${props.sort.direction}` : ''}
        onChange={(value) => {
          const sort = readSort(value);
          if (sort) props.onSort(sort);
        }}
        options={sortable.flatMap((column) => [
          { value: `${column.id}.desc`, label: `${column.header}, ${t('table.descending')}` },
          { value: `${column.id}.asc`, label: `${column.header}, ${t('table.ascending')}` },
        ])}
      />
    </div>
  );
}

function isInteractive(target: EventTarget): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('a, button, input, select, summary, label')) return true;
  return (getSelection()?.toString() ?? '') !== '';
}

function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const toggles = [...event.currentTarget.querySelectorAll<HTMLElement>('button[aria-expanded]')];
  const place = toggles.indexOf(event.target);
  if (place < 0) return;
  event.preventDefault();
  toggles[place + step]?.focus();
}
