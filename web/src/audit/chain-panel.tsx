import type { AuditState } from '@nhip/server/audit/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { formatDateTime } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { chainState } from './audit-api.ts';
import { ChainDrawing } from './chain-drawing.tsx';
import styles from './chain-panel.module.css';
import { HeadView } from './head-view.tsx';
import { auditMessages } from './messages.ts';

const VerifyPanel = lazy(() =>
  import('./verify-panel.tsx').then((part) => ({ default: part.VerifyPanel })),
);

/** How far the chain reaches, its head, and the way to prove it. */
export function ChainPanel({ mayVerify }: { mayVerify: boolean }) {
  const t = useMessages(auditMessages);
  const query = useQuery(chainState);
  return (
    <section className={styles.panel} aria-labelledby="chain">
      <h2 id="chain">{t('chain.title')}</h2>
      <PageState query={query} skeleton={<Skeleton lines={3} />}>
        {(state) => <State state={state} />}
      </PageState>
      {mayVerify ? (
        <Suspense>
          <VerifyPanel />
        </Suspense>
      ) : (
        <p className="muted small">{t('verify.byOthers')}</p>
      )}
    </section>
  );
}

function State({ state }: { state: AuditState }) {
  const t = useMessages(auditMessages);
  const f = useFigures();
  const language = useLanguage();
  const { head } = state;
  return (
    <>
      <div className={styles.state}>
        <ChainDrawing lastSeal={head?.sealId ?? 0} waiting={state.unsealed} />
        <dl className={styles.figures}>
          <Figure label={t('chain.facts')}>{f.number(state.facts)}</Figure>
          <Figure label={t('chain.sealed')}>{f.number(state.sealed)}</Figure>
          <Figure label={t('chain.waiting')}>{f.number(state.unsealed)}</Figure>
          {head && (
            <Figure label={t('chain.latest')}>
              {t('chain.latestOf', {
                id: head.sealId,
                at: formatDateTime(head.sealedAt, language),
              })}
            </Figure>
          )}
        </dl>
      </div>
      {head ? <HeadView head={head} label={t('chain.head')} /> : <p>{t('chain.none')}</p>}
      {head && <p className="muted small">{t('chain.keep')}</p>}
    </>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
