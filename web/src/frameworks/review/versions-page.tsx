import type { FrameworkVersions, VersionLine } from '@nhip/server/frameworks/versions/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { IconArchive, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useLocalText, useMessages } from '../../language.ts';
import { useSession } from '../../sign-in/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { PageHeading } from '../../ui/heading.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useUrlState } from '../../url-state.ts';
import { useDoerName } from '../doer-name.ts';
import styles from '../draft/draft.module.css';
import { BeginVersion } from '../draft/begin-version.tsx';
import { draftMessages } from '../draft/messages.ts';
import { ChangesView } from './changes-view.tsx';
import { reviewMessages } from './messages.ts';
import { versionChanges, versionsQuery } from './review-api.ts';

const ReferenceOffer = lazy(() => import('../../reference/reference-offer.tsx'));

/** Every version of a framework: who, when, why, and what it changed. */
export default function VersionsPage() {
  const { code } = useParams({ strict: false }) as { code: string };
  const query = useQuery(versionsQuery(code));
  return (
    <PageState page query={query}>
      {(framework) => <Versions framework={framework} />}
    </PageState>
  );
}

function Versions({ framework }: { framework: FrameworkVersions }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const session = useSession();
  const [beginning, setBeginning] = useState(false);
  const { code, versions } = framework;
  const title = local(framework.title) || code;
  return (
    <>
      <PageHeading
        title={t('versions.title', { title })}
        above={`${code} · ${local(framework.owner)}`}
        lead={t('versions.lead')}
        actions={
          framework.mayBegin &&
          !beginning && (
            <ActionButton primary onClick={() => setBeginning(true)}>
              {t('versions.begin')}
            </ActionButton>
          )
        }
      />
      <div className={styles.cards}>
        {session?.roles.includes('secretariat') && (
          <Suspense>
            <ReferenceOffer code={code} />
          </Suspense>
        )}
        {beginning && (
          <section className={styles.card}>
            <BeginVersion code={code} title={title} onClose={() => setBeginning(false)} />
          </section>
        )}
        {versions.map((version, at) => (
          <Version
            key={version.version}
            code={code}
            version={version}
            comparable={at < versions.length - 1}
          />
        ))}
      </div>
    </>
  );
}

function Version(props: { code: string; version: VersionLine; comparable: boolean }) {
  const t = useMessages(reviewMessages);
  const f = useFigures();
  const doer = useDoerName();
  const [url, setUrl] = useUrlState();
  const { code, version } = props;
  const open = version.status === 'draft' || version.status === 'in-review';
  const shown = url.version === version.version;
  const facts = [
    version.publishedOn && !open && t('versions.by', { date: f.date(version.publishedOn) }),
    version.publishedBy && t('versions.publishedBy', { who: doer(version.publishedBy) }),
    version.createdBy && t('versions.made', { who: doer(version.createdBy) }),
    t('versions.counts', { items: version.items, roles: version.roles }),
    version.licence,
  ];
  return (
    <article className={styles.card}>
      <div className={styles.line}>
        <h2>{version.version}</h2>
        <VersionStatus status={version.status} />
      </div>
      <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
      {version.reason && <p style={{ whiteSpace: 'pre-wrap' }}>{version.reason}</p>}
      <div className={styles.inline}>
        {open && (
          <Link className="action" to="/frameworks/$code/draft" params={{ code }}>
            {t('versions.open')}
          </Link>
        )}
        {!open && props.comparable && (
          <ActionButton
            aria-expanded={shown}
            onClick={() => setUrl({ version: shown ? '' : version.version })}
          >
            {t(shown ? 'versions.hide' : 'versions.changes')}
          </ActionButton>
        )}
      </div>
      {shown && <Changes code={code} version={version.version} />}
    </article>
  );
}

function Changes({ code, version }: { code: string; version: string }) {
  const query = useQuery(versionChanges(code, version));
  return <PageState query={query}>{(changes) => <ChangesView changes={changes} />}</PageState>;
}

function VersionStatus({ status }: { status: VersionLine['status'] }) {
  const t = useMessages(draftMessages);
  switch (status) {
    case 'published':
      return (
        <StateBadge icon={IconCircleCheck} tone="supply">
          {t('status.published')}
        </StateBadge>
      );
    case 'superseded':
      return <StateBadge icon={IconArchive}>{t('status.superseded')}</StateBadge>;
    default:
      return (
        <StateBadge icon={IconPencil} tone="accent">
          {t(status === 'draft' ? 'status.draft' : 'status.inReview')}
        </StateBadge>
      );
  }
}
