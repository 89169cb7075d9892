import type { OrganisationRow } from '@nhip/server/organisations/contract.ts';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../format.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { DataTable } from '../ui/data-table.tsx';
import { organisationMessages } from './messages.ts';
import styles from './organisations.module.css';

export function OrganisationList({ rows }: { rows: OrganisationRow[] }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  return (
    <DataTable
      caption={t('caption')}
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowName={({ name }) => local(name)}
      empty={t('none')}
      columns={[
        {
          id: 'name',
          header: t('name'),
          width: '46%',
          sortBy: ({ name }) => local(name),
          cell: (row) => <OrganisationName row={row} />,
        },
        {
          id: 'kind',
          header: t('kindLabel'),
          sortBy: ({ kind }) => t(`kind.${kind}`),
          cell: ({ kind, tier }) =>
            tier ? `${t(`kind.${kind}`)} · ${t(`tier.${tier}`)}` : t(`kind.${kind}`),
        },
        { id: 'place', header: t('place'), cell: (row) => <Place row={row} /> },
      ]}
    />
  );
}

/** The name that leads on, with what must not be overlooked beside it. */
export function OrganisationName({ row }: { row: OrganisationRow }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const language = useLanguage();
  const ended = row.validTo !== null && row.validTo <= new Date().toISOString().slice(0, 10);
  return (
    <span className={styles.name}>
      <Link to="/organisations/$id" params={{ id: String(row.id) }}>
        {local(row.name)}
      </Link>
      {row.fictional && <span className="muted small">{t('fictional')}</span>}
      {ended && (
        <span className="muted small">
          {t('endedOn', { date: formatDate(row.validTo!, language) })}
        </span>
      )}
    </span>
  );
}

function Place({ row }: { row: OrganisationRow }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const region = row.regionToday ?? row.region;
  const words = [
    row.parent && t('under', { name: local(row.parent.name) }),
    region && local(region.name),
  ].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : '—';
}
