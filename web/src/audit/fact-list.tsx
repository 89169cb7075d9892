import type { AuditFact, FactFilter } from '@nhip/server/audit/contract.ts';
import { IconRefresh } from '@tabler/icons-react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Empty, Failure, Skeleton } from '../ui/page-state.tsx';
import { factPage } from './audit-api.ts';
import { isFiltered } from './fact-filter.ts';
import styles from './fact-list.module.css';
import { FactRow } from './fact-row.tsx';
import { auditMessages } from './messages.ts';
import { see } from './seen.ts';

/** Facts from the newest on, a page more at each press. */
export function FactList({ filter }: { filter: FactFilter }) {
  const t = useMessages(auditMessages);
  const [cursors, setCursors] = useState<(number | undefined)[]>([undefined]);
  const pages = useQueries({ queries: cursors.map((before) => factPage(filter, before)) });
  const queries = useQueryClient();
  const facts = pages.flatMap(({ data }) => data?.items ?? []);
  useEffect(() => see(facts), [facts.length]);
  const last = pages.at(-1)!;
  const next = last.data?.next;
  const refresh = () => {
    setCursors([undefined]);
    void queries.resetQueries({ queryKey: factPage(filter, undefined).queryKey });
  };
  return (
    <section aria-labelledby="facts">
      <div className={styles.head}>
        <h2 id="facts">{t('list.title')}</h2>
        <ActionButton quiet compact icon={IconRefresh} onClick={refresh}>
          {t('list.refresh')}
        </ActionButton>
      </div>
      {facts.length > 0 && <Facts facts={facts} />}
      {last.isError && <Failure error={last.error} retry={() => void last.refetch()} />}
      {last.isPending && (facts.length === 0 ? <Skeleton lines={9} /> : null)}
      {last.data && facts.length === 0 && <Nothing filtered={isFiltered(filter)} />}
      <div className={styles.foot}>
        {(next || (last.isPending && facts.length > 0)) && (
          <ActionButton
            aria-disabled={last.isPending}
            onClick={() => next && setCursors([...cursors, next])}
          >
            {t(last.isPending ? 'list.loading' : 'list.more')}
          </ActionButton>
        )}
        <p role="status" className="muted">
          {next === null && facts.length > 0 && t('list.end', { count: facts.length })}
        </p>
      </div>
    </section>
  );
}

function Facts({ facts }: { facts: AuditFact[] }) {
  return (
    <ol className={styles.facts}>
      {facts.map((fact) => (
        <FactRow key={fact.id} fact={fact} />
      ))}
    </ol>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useMessages(auditMessages);
  return (
    <Empty title={t(filtered ? 'list.none' : 'list.empty')}>
      {t(filtered ? 'list.noneBody' : 'list.emptyBody')}
    </Empty>
  );
}
