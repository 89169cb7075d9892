import type { DemandTable } from '@nhip/server/demand/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { demandTable } from '../demand/demand-api.ts';
import { DemandBaseLine } from '../demand/demand-base-line.tsx';
import { useMessages } from '../language.ts';
import { EstimateLine } from '../ui/estimate.tsx';
import { useFigures } from '../ui/figures.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { uiMessages } from '../ui/messages.ts';
import styles from './competency-demand.module.css';
import { LagRefusal } from './lag-refusal.tsx';
import { frameworkMessages } from './messages.ts';

/** How many vacancies ask for it, with the interval; the lag in words, since it cannot be told yet. */
export default function CompetencyDemand({ code }: { code: string }) {
  const t = useMessages(frameworkMessages);
  const query = useQuery(demandTable());
  return (
    <section className={styles.demand}>
      <h2>{t('page.demand')}</h2>
      <PageState query={query} skeleton={<Skeleton lines={4} />}>
        {(table) => <Figures table={table} code={code} />}
      </PageState>
      <LagRefusal />
    </section>
  );
}

function Figures({ table, code }: { table: DemandTable; code: string }) {
  const t = useMessages(frameworkMessages);
  const ui = useMessages(uiMessages);
  const f = useFigures();
  const row = table.rows.find((candidate) => candidate.competency.code === code);
  if (table.base.advertisements === 0) {
    return (
      <p>
        {t('page.noDemand')} <Link to="/imports">{ui('nav.imports')}</Link>
      </p>
    );
  }
  if (!row) return <p>{t('page.notAsked')}</p>;
  const { share } = row;
  return (
    <>
      <p className={styles.figure}>
        <strong className="figures">{f.share(share.value)}</strong> {t('page.shareOf')}
      </p>
      <div className={styles.line}>
        <EstimateLine
          estimate={{
            value: share.value,
            boundLow: share.value,
            boundHigh: share.value,
            intervalLow: share.low,
            intervalHigh: share.high,
          }}
        />
      </div>
      <p className={`${styles.under} figures`}>
        <span>{ui('estimate.interval', { range: f.range(share.low, share.high) })}</span>
        <Link to="/advertisements" search={{ competency: code, status: 'counted' }}>
          {t('page.vacancies', { n: row.vacancies, total: table.base.vacancies })}
        </Link>
        <span>{t('page.byText', { share: f.share(row.shareByText) })}</span>
      </p>
      <DemandBaseLine base={table.base} />
    </>
  );
}
