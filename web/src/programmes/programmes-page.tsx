import { ProgrammeList } from '@nhip/server/programmes/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { programmeMessages } from './messages.ts';
import { creditShare, SyllabusBar } from './syllabus-state.tsx';
import styles from './programmes-page.module.css';

type Row = ProgrammeList[number];

/** Every programme, with how much of it has learning outcomes here. */
export default function ProgrammesPage() {
  const t = useMessages(programmeMessages);
  const query = useQuery(reading(ProgrammeList, '/api/programmes'));
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <Link className="action" to="/imports">
            {t('import')}
          </Link>
        }
      />
      <PageState query={query}>
        {(programmes) =>
          programmes.length === 0 ? (
            <Empty
              title={t('empty')}
              action={
                <Link className="action" data-primary to="/imports">
                  {t('import')}
                </Link>
              }
            >
              {t('emptyWhy')}
            </Empty>
          ) : (
            <Programmes programmes={programmes} />
          )
        }
      </PageState>
    </>
  );
}

function Programmes({ programmes }: { programmes: ProgrammeList }) {
  const t = useMessages(programmeMessages);
  const columns = useColumns();
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={programmes}
      rowKey={(row) => String(row.id)}
    />
  );
}

function useColumns(): Column<Row>[] {
  const t = useMessages(programmeMessages);
  const f = useFigures();
  const localText = useLocalText();
  return [
    {
      id: 'programme',
      header: t('column.programme'),
      width: '26%',
      sortBy: (row) => localText(row.name),
      cell: (row) => (
        <>
          <Link to="/programmes/$id" params={{ id: String(row.id) }} className={styles.name}>
            <LocalTextView text={row.name} fallback={row.code} />
          </Link>
          <span className="muted small"> {row.code}</span>
        </>
      ),
    },
    {
      id: 'institution',
      header: t('column.institution'),
      width: '20%',
      sortBy: (row) => localText(row.institution.name),
      cell: (row) => <LocalTextView text={row.institution.name} />,
    },
    {
      id: 'version',
      header: t('column.version'),
      width: '14%',
      sortBy: (row) => row.datedOn,
      cell: (row) =>
        row.datedOn
          ? t('versionOf', { number: row.versionNumber, date: f.date(row.datedOn) })
          : t('versionNumber', { number: row.versionNumber }),
    },
    {
      id: 'credits',
      header: t('column.credits'),
      width: '8%',
      align: 'end',
      sortBy: (row) => row.totalCredits,
      cell: (row) => (row.totalCredits === null ? '—' : f.number(row.totalCredits)),
    },
    {
      id: 'syllabi',
      header: t('column.syllabi'),
      width: '22%',
      card: 'wide',
      sortBy: (row) => creditShare(row.syllabi),
      cell: (row) => (
        <>
          <SyllabusBar syllabi={row.syllabi} />
          <span className="muted small">
            {t('syllabiShare', {
              with: row.syllabi.withOutcomes,
              count: row.syllabi.courses,
              share: f.share(creditShare(row.syllabi)),
            })}
          </span>
        </>
      ),
    },
    {
      id: 'open',
      header: t('column.open'),
      width: '10%',
      cell: (row) => (
        <Link
          to="/coverage/$programmeId"
          params={{ programmeId: String(row.id) }}
          aria-label={`${t('coverage')}: ${localText(row.name)}`}
        >
          {t('coverage')}
        </Link>
      ),
    },
  ];
}
