import type { CertificateEntry } from '@nhip/server/certificates/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { plain } from '../ui/plain.ts';
import { SearchField } from '../ui/search-field.tsx';
import { useUrlState } from '../url-state.ts';
import { certificates } from './certificates-api.ts';
import { certificateMessages } from './messages.ts';
import { Retirement, Validity } from './validity.tsx';

/** The catalogue of what others certify, for everybody. */
export default function CertificatesPage() {
  const t = useMessages(certificateMessages);
  const query = useQuery(certificates);
  return (
    <PageState page query={query}>
      {(list) =>
        list.length === 0 ? (
          <Empty page title={t('empty')}>
            {t('emptyBody')}
          </Empty>
        ) : (
          <Catalogue list={list} />
        )
      }
    </PageState>
  );
}

function Catalogue({ list }: { list: CertificateEntry[] }) {
  const t = useMessages(certificateMessages);
  const [url, setUrl] = useUrlState();
  const issuers = new Map(list.map(({ issuer }) => [issuer.code, issuer.name]));
  const wanted = plain(url.q ?? '')
    .split(' ')
    .filter(Boolean);
  const shown = list.filter(({ code, name, issuer, level }) => {
    const words = ` ${plain([code, name, issuer.name, level].join(' '))}`;
    return (
      (!url.issuer || issuer.code === url.issuer) &&
      wanted.every((word) => words.includes(` ${word}`))
    );
  });
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <FilterBar
        label={t('filter.label')}
        end={
          <span className="muted figures" role="status">
            {t('filter.shown', { shown: shown.length, total: list.length })}
          </span>
        }
      >
        <SearchField
          label={t('filter.search')}
          value={url.q ?? ''}
          onChange={(q) => setUrl({ q })}
          placeholder={t('filter.placeholder')}
        />
        <NativeSelect
          label={t('filter.issuer')}
          value={url.issuer ?? ''}
          onChange={(issuer) => setUrl({ issuer })}
          options={[
            { value: '', label: t('filter.all') },
            ...[...issuers].map(([value, label]) => ({ value, label })),
          ]}
        />
      </FilterBar>
      <DataTable
        caption={t('list.label')}
        columns={useColumns()}
        rows={shown}
        rowKey={({ uuid }) => uuid}
        empty={t('filter.none')}
      />
    </>
  );
}

function useColumns(): Column<CertificateEntry>[] {
  const t = useMessages(certificateMessages);
  const f = useFigures();
  return [
    {
      id: 'certificate',
      header: t('list.certificate'),
      width: '34%',
      sortBy: ({ name }) => name,
      cell: ({ code, name, issuer, retiresOn }) => (
        <>
          <Link to="/certificates/$issuer/$code" params={{ issuer: issuer.code, code }} lang="en">
            {name}
          </Link>
          <div className="muted small">
            {code} <Retirement retiresOn={retiresOn} />
          </div>
        </>
      ),
    },
    {
      id: 'issuer',
      header: t('list.issuer'),
      sortBy: ({ issuer }) => issuer.name,
      cell: ({ issuer }) => <span lang="en">{issuer.name}</span>,
    },
    {
      id: 'level',
      header: t('list.level'),
      sortBy: ({ level }) => level ?? '',
      cell: ({ level }) => (level ? <span lang="en">{level}</span> : '—'),
    },
    {
      id: 'validity',
      header: t('list.validity'),
      sortBy: ({ validityMonths, neverExpires }) => (neverExpires ? Infinity : validityMonths),
      cell: (row) => <Validity {...row} />,
    },
    {
      id: 'competencies',
      header: t('list.competencies'),
      align: 'end',
      sortBy: ({ competencies }) => competencies,
      cell: ({ competencies, proposed }) => (
        <>
          {f.number(competencies)}
          {proposed > 0 && (
            <div className="muted small">{t('list.waiting', { count: proposed })}</div>
          )}
        </>
      ),
    },
    {
      id: 'asOf',
      header: t('list.asOf'),
      card: 'hidden',
      sortBy: ({ asOf }) => asOf,
      cell: ({ asOf }) => f.date(asOf),
    },
  ];
}
