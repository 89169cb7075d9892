import { IconDownload, IconFileTypeHtml } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { addressOf, missingCode } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { Skeleton } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { HoldingsPart } from './holdings-part.tsx';
import { peopleMessages } from './messages.ts';
import styles from './my-data-page.module.css';

/** All but the first are fetched when they are wanted. */
const parts = {
  holdings: HoldingsPart,
  log: later(() => import('./access-log-part.tsx').then((part) => part.AccessLogPart)),
  consents: later(() => import('./consents-part.tsx').then((part) => part.ConsentsPart)),
  corrections: later(() => import('./corrections-part.tsx').then((part) => part.CorrectionsPart)),
  profile: later(() => import('./profile-part.tsx').then((part) => part.ProfilePart)),
  erasure: later(() => import('./erasure-part.tsx').then((part) => part.ErasurePart)),
};
type PartName = keyof typeof parts;

/** What is held about the reader, by whom, for what, until when; and what they can do about it. */
export default function MyDataPage() {
  const t = useMessages(peopleMessages);
  const [url] = useUrlState();
  const shown = partOf(url.part);
  const Part = parts[shown];
  return (
    <>
      <PageHeading
        title={t('title')}
        windowTitle={shown === 'holdings' ? undefined : `${t(`parts.${shown}`)} · ${t('title')}`}
        lead={t('lead')}
        actions={<Downloads />}
      />
      <nav className={styles.parts} aria-label={t('parts.label')}>
        {Object.keys(parts).map((name) => (
          <PartLink key={name} part={partOf(name)} current={name === shown}>
            {t(`parts.${partOf(name)}`)}
          </PartLink>
        ))}
      </nav>
      <Suspense fallback={<Skeleton />}>
        <Part />
      </Suspense>
    </>
  );
}

function PartLink(props: { part: PartName; current: boolean; children: ReactNode }) {
  return (
    <Link
      to="/me"
      search={{ part: props.part === 'holdings' ? undefined : props.part }}
      className={styles.part}
      activeProps={{}}
      activeOptions={{ explicitUndefined: true }}
      aria-current={props.current ? 'page' : undefined}
    >
      {props.children}
    </Link>
  );
}

function partOf(text: string | undefined): PartName {
  return text !== undefined && Object.hasOwn(parts, text) ? (text as PartName) : 'holdings';
}

/** Everything at once, as the right to a copy wants it. */
function Downloads() {
  const t = useMessages(peopleMessages);
  const language = useLanguage();
  return (
    <div className={styles.downloads} role="group" aria-label={t('download.label')}>
      <a className="action" href={addressOf('/api/me/export.html', { language })} download>
        <IconFileTypeHtml size={18} aria-hidden />
        {t('download.html')}
      </a>
      <a className="action" href="/api/me/export.json" download>
        <IconDownload size={18} aria-hidden />
        {t('download.json')}
      </a>
    </div>
  );
}

function later(load: () => Promise<() => ReactNode>) {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      async () => {
        throw await missingCode();
      },
    ),
  );
}
