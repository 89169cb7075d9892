import { OrganisationPage } from '@nhip/server/organisations/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { NativeSelect } from '../ui/native-select.tsx';
import { useUrlState } from '../url-state.ts';
import { auditMessages } from './messages.ts';

const organisations = reading(OrganisationPage, '/api/organisations', { size: 200, ended: true });

/** For whoever reads the facts of all. */
export function OrganisationFilter({ value }: { value: number | undefined }) {
  const t = useMessages(auditMessages);
  const local = useLocalText();
  const [, setUrl] = useUrlState();
  const known = useQuery(organisations).data?.items ?? [];
  const options = known.map(({ id, name }) => ({ value: String(id), label: local(name) }));
  if (value !== undefined && !known.some(({ id }) => id === value)) {
    options.push({ value: String(value), label: t('filter.actorId', { id: String(value) }) });
  }
  return (
    <NativeSelect
      label={t('filter.organisation')}
      value={value === undefined ? '' : String(value)}
      options={[{ value: '', label: t('filter.everywhere') }, ...options]}
      onChange={(organisation) => setUrl({ organisation })}
    />
  );
}
