import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useLocalText, useMessages } from '../../language.ts';
import { PageHeading } from '../../ui/heading.tsx';
import { PageState, Skeleton } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import { draftQuery } from './draft-api.ts';
import { DraftStatus } from './draft-status.tsx';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';

const TreePart = lazy(() => import('./tree-part.tsx').then((part) => ({ default: part.TreePart })));
const AboutPart = lazy(() => import('./about-part.tsx'));
const LevelsPart = lazy(() => import('./levels-part.tsx'));
const LexiconPart = lazy(() => import('./lexicon-part.tsx'));
const CheckPart = lazy(() => import('./check-part.tsx'));
const HistoryPart = lazy(() => import('./history-part.tsx'));
const ReviewPart = lazy(() => import('../review/review-part.tsx'));
const PublishPart = lazy(() => import('../review/publish-part.tsx'));

const PARTS = [
  ...(['items', 'roles', 'levels', 'lexicon', 'about'] as const),
  ...(['check', 'history', 'review', 'publish'] as const),
] as const;

/** The open draft of a framework: its content part by part, and its way to publication. */
export default function DraftPage() {
  const { code } = useParams({ strict: false }) as { code: string };
  const query = useQuery(draftQuery(code));
  return (
    <PageState page query={query}>
      {(draft) => <DraftView draft={draft} />}
    </PageState>
  );
}

function DraftView({ draft }: { draft: Draft }) {
  const t = useMessages(draftMessages);
  const local = useLocalText();
  const [url] = useUrlState();
  const { code, counts, may, status } = draft;
  const title = titleOf(draft);
  const part = PARTS.find((one) => one === url.part) ?? 'items';
  const facts = [
    draft.basedOn && t('basedOn', { version: draft.basedOn }),
    draft.inUse && t('inUse'),
    counts.openThreads > 0 && t('counts.threads', { count: counts.openThreads }),
    counts.machineDrafts > 0 && t('counts.machine', { count: counts.machineDrafts }),
    counts.proposedForms > 0 && t('counts.forms', { count: counts.proposedForms }),
  ].filter(Boolean);
  return (
    <>
      <PageHeading
        title={local(title) || code}
        above={t('above', { version: draft.version, owner: local(draft.owner.name) })}
        lead={
          <span className={styles.state}>
            <DraftStatus status={status} decision={draft.reviews[0]?.decision ?? null} />
            {facts.length > 0 && <span className="muted">{facts.join(' · ')}</span>}
          </span>
        }
        actions={
          <Link className="action" to="/drafts">
            {t('drafts.title')}
          </Link>
        }
      />
      <nav className={styles.parts} aria-label={t('parts.label')}>
        {PARTS.map((one) => (
          <Link
            key={one}
            to="."
            search={(before) => ({ lang: before.lang, part: one })}
            aria-current={one === part ? 'page' : undefined}
            activeProps={{}}
            resetScroll={false}
          >
            {t(`parts.${one}`)}
          </Link>
        ))}
      </nav>
      {!may.edit && part !== 'review' && part !== 'publish' && (
        <p className={styles.notice}>
          {status === 'in-review'
            ? t('readOnly.inReview')
            : t('readOnly.other', { owner: local(draft.owner.name) })}
        </p>
      )}
      <Suspense fallback={<Skeleton />}>
        <Part part={part} draft={draft} />
      </Suspense>
    </>
  );
}

function Part({ part, draft }: { part: (typeof PARTS)[number]; draft: Draft }) {
  const { code, revision } = draft;
  const mayEdit = draft.may.edit;
  switch (part) {
    case 'items':
      return <TreePart key="item" part="item" {...{ code, mayEdit, revision }} />;
    case 'roles':
      return <TreePart key="role" part="role" {...{ code, mayEdit, revision }} />;
    case 'levels':
      return <LevelsPart code={code} />;
    case 'lexicon':
      return <LexiconPart code={code} />;
    case 'about':
      return <AboutPart draft={draft} />;
    case 'check':
      return <CheckPart code={code} />;
    case 'history':
      return <HistoryPart code={code} />;
    case 'review':
      return <ReviewPart draft={draft} />;
    case 'publish':
      return <PublishPart draft={draft} />;
  }
}

export function titleOf(draft: Draft) {
  const of = (language: string) =>
    draft.about.texts.find((text) => text.field === 'title' && text.language === language)?.value ??
    null;
  return { vi: of('vi'), en: of('en') };
}
