import type { AdvertisementDetail } from '@nhip/server/demand/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useKeys, useKeysWanted } from '../review/use-keys.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageState } from '../ui/page-state.tsx';
import { AdvertisementFacts } from './advertisement-facts.tsx';
import styles from './advertisement-page.module.css';
import { AdvertisementText } from './advertisement-text.tsx';
import { advertisement } from './demand-api.ts';
import { LinkList } from './link-list.tsx';
import { linkPairs, neighbour, type LinkPair } from './link-pairs.ts';
import { demandMessages } from './messages.ts';
import { StatusBadge } from './status-badge.tsx';
import { useAdmission } from './use-admission.ts';
import { useVerdicts } from './use-verdicts.ts';

export default function AdvertisementPage() {
  const { id } = useParams({ from: '/advertisements/$id' });
  const query = useQuery(advertisement(id));
  return (
    <PageState page query={query}>
      {(found) => <Advertisement key={found.id} found={found} />}
    </PageState>
  );
}

function Advertisement({ found }: { found: AdvertisementDetail }) {
  const t = useMessages(demandMessages);
  const pairs = linkPairs(found.links);
  const [activeKey, setActiveKey] = useState<string>();
  const active = pairs.find((pair) => pair.key === activeKey);
  const verdicts = useVerdicts(found.id);
  const [keysWanted] = useKeysWanted();

  function open(pair: LinkPair | undefined) {
    if (!pair) return;
    setActiveKey(pair.key);
    const first = pair.links[0]?.id;
    document.getElementById(`span-${first}`)?.scrollIntoView({ block: 'nearest' });
    document.getElementById(`pair-${first}`)?.scrollIntoView({ block: 'nearest' });
  }
  useKeys(keysWanted && pairs.length > 0, {
    j: () => open(neighbour(pairs, activeKey, 1)),
    k: () => open(neighbour(pairs, activeKey, -1)),
    a: () => active && verdicts.judge(active, 'accept'),
    r: () => active && verdicts.judge(active, 'reject'),
    z: verdicts.undo,
  });

  return (
    <>
      <PageHeading
        title={found.title}
        above={<Link to="/advertisements">{t('ad.back')}</Link>}
        lead={<StatusLine found={found} />}
      />
      <AdvertisementFacts advertisement={found} />
      <div className={styles.layout}>
        <div className={styles.text}>
          <AdvertisementText advertisement={found} active={active?.links[0]?.id} />
        </div>
        <section className={styles.side} aria-labelledby="links-found">
          <h2 id="links-found">{t('links.title')}</h2>
          {pairs.length === 0 ? (
            <p className="muted">{t('links.none')}</p>
          ) : (
            <>
              <p className="muted small">
                {t('links.note')}{' '}
                <Link to="/review" search={{ show: 'decided' }}>
                  {t('links.decided')}
                </Link>
              </p>
              <LinkList
                pairs={pairs}
                active={activeKey}
                onActive={open}
                onJudge={(pair, verdict) => {
                  setActiveKey(pair.key);
                  verdicts.judge(pair, verdict);
                }}
              />
              {keysWanted && <p className={`${styles.keys} small`}>{t('links.keys')}</p>}
            </>
          )}
        </section>
      </div>
      <Notice content={verdicts.notice} onClose={verdicts.closeNotice} />
    </>
  );
}

const actWords = {
  counted: 'admission.admit',
  excluded: 'admission.exclude',
  held: 'admission.hold',
} as const;

/** Whether it counts, and the decision where lint has flagged it. */
function StatusLine({ found }: { found: AdvertisementDetail }) {
  const t = useMessages(demandMessages);
  const admission = useAdmission(found.status);
  const may =
    found.status === 'held'
      ? (['counted', 'excluded'] as const)
      : found.status === 'excluded' || found.flags.length > 0
        ? (['held'] as const)
        : [];
  return (
    <div className={styles.status}>
      <StatusBadge status={found.status} />
      {may.map((status) => (
        <ActionButton
          key={status}
          compact
          disabled={admission.isPending}
          onClick={() => void admission.admit([found.id], status)}
        >
          {t(actWords[status])}
        </ActionButton>
      ))}
      <Notice content={admission.notice} onClose={admission.closeNotice} />
    </div>
  );
}
