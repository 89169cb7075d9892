import type { OrganisationDetail } from '@nhip/server/organisations/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { AboutPart } from './about-part.tsx';
import { organisationMessages } from './messages.ts';
import { organisation } from './organisations-api.ts';
import styles from './organisations.module.css';

const MembersPart = lazy(() => import('./members-part.tsx'));
const InvitationsPart = lazy(() => import('./invitations-part.tsx'));

export default function OrganisationPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(organisation(id));
  return (
    <PageState query={query} page>
      {(found) => <Organisation organisation={found} />}
    </PageState>
  );
}

function Organisation({ organisation: one }: { organisation: OrganisationDetail }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const [url] = useUrlState();
  const parts = partsOf(one);
  const part = parts.find((known) => known === url.part) ?? 'about';
  const words = [
    t(`kind.${one.kind}`),
    one.tier && t(`tier.${one.tier}`),
    one.fictional && t('fictional'),
  ];
  return (
    <>
      <PageHeading
        title={local(one.name)}
        above={<Crumbs organisation={one} />}
        lead={words.filter(Boolean).join(' · ')}
      />
      {parts.length > 1 && (
        <nav className={styles.parts} aria-label={t('parts.label')}>
          {parts.map((name) => (
            <Link
              key={name}
              to="/organisations/$id"
              params={{ id: String(one.id) }}
              search={{ part: name === 'about' ? undefined : name }}
              // the part decides, not the address without its search
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={name === part ? 'page' : undefined}
            >
              {t(`parts.${name}`)}
            </Link>
          ))}
        </nav>
      )}
      {part === 'about' && <AboutPart organisation={one} />}
      <Suspense fallback={<Skeleton />}>
        {part === 'members' && <MembersPart organisation={one} />}
        {part === 'invitations' && <InvitationsPart organisation={one} />}
      </Suspense>
    </>
  );
}

/** Only what the asking person may see has an entry. */
function partsOf({ may }: OrganisationDetail) {
  return [
    'about' as const,
    ...(may.readMembers === 'none' ? [] : ['members' as const]),
    ...(may.appointAdministrators ? ['invitations' as const] : []),
  ];
}

function Crumbs({ organisation: one }: { organisation: OrganisationDetail }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  return (
    <span className={styles.crumbs}>
      <Link to="/organisations">{t('all')}</Link>
      {one.path.map(({ id, name }) => (
        <span key={id}>
          ›{' '}
          <Link to="/organisations/$id" params={{ id: String(id) }}>
            {local(name)}
          </Link>
        </span>
      ))}
    </span>
  );
}
