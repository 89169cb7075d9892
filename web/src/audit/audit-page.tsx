import { useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { PageHeading } from '../ui/heading.tsx';
import { useUrlState } from '../url-state.ts';
import { ChainPanel } from './chain-panel.tsx';
import { FactFilters } from './fact-filters.tsx';
import { filterOf } from './fact-filter.ts';
import { FactList } from './fact-list.tsx';
import { auditMessages } from './messages.ts';

/** Who did what and when, and whether the record of it is whole. */
export default function AuditPage() {
  const t = useMessages(auditMessages);
  const [url] = useUrlState();
  const roles = useSession()?.roles ?? [];
  const overAll = roles.includes('secretariat') || roles.includes('operator');
  const filter = filterOf(url);
  return (
    <>
      <PageHeading title={t('title')} lead={t(overAll ? 'leadAll' : 'leadOwn')} />
      <ChainPanel mayVerify={overAll} />
      <FactFilters filter={filter} overAll={overAll} />
      <FactList key={JSON.stringify(filter)} filter={filter} />
    </>
  );
}
