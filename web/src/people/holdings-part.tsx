import type { HoldingView, MyHoldings } from '@nhip/server/people/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage, useMessages } from '../language.ts';
import { PageState } from '../ui/page-state.tsx';
import { ConflictsTable } from './conflicts-table.tsx';
import { conflictsOf } from './conflicts.ts';
import { today } from './days.ts';
import { HolderCard } from './holder-card.tsx';
import styles from './holdings-part.module.css';
import { peopleMessages } from './messages.ts';
import { accessLog, myHoldings } from './people-api.ts';

/** Who holds what: first who looked last, then what differs, then a sentence per holding. */
export function HoldingsPart() {
  const query = useQuery({ ...myHoldings, staleTime: 0 });
  return <PageState query={query}>{(data) => <Holdings data={data} />}</PageState>;
}

function Holdings({ data }: { data: MyHoldings }) {
  const t = useMessages(peopleMessages);
  const holders = byHolder(data.holdings);
  const conflicts = conflictsOf(data.holdings, today());
  return (
    <>
      <LatestLook />
      {conflicts.length > 0 && <ConflictsTable conflicts={conflicts} />}
      <p className={styles.count}>{t('holdings.count', { count: holders.length })}</p>
      <div className={styles.holders}>
        {holders.map((holdings) => (
          <HolderCard key={holdings[0]!.organisation.id} holdings={holdings} />
        ))}
      </div>
    </>
  );
}

function LatestLook() {
  const t = useMessages(peopleMessages);
  const language = useLanguage();
  const log = useQuery(accessLog(1, 1)).data;
  if (!log) return <div className={styles.latest} aria-hidden />;
  const [latest] = log.items;
  return (
    <div className={styles.latest}>
      <p>
        {latest && <span className="muted">{t('holdings.latest')}: </span>}
        {latest ? latest.sentence[language] : t('holdings.never')}
      </p>
      {log.total > 0 && (
        <Link to="/me" search={{ part: 'log' }}>
          {t('holdings.all', { count: log.total })}
        </Link>
      )}
    </div>
  );
}

/** In the order in which each holder comes first. */
function byHolder(holdings: readonly HoldingView[]): HoldingView[][] {
  const holders = new Map<number, HoldingView[]>();
  for (const holding of holdings) {
    const known = holders.get(holding.organisation.id);
    if (known) known.push(holding);
    else holders.set(holding.organisation.id, [holding]);
  }
  return [...holders.values()];
}
