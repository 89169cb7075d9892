import type { CompetencyDetail } from '@nhip/server/frameworks/contract.ts';
import type { ItemDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMessages } from '../language.ts';
import { mayOpen } from '../sign-in/may-open.ts';
import { useSession } from '../sign-in/session.ts';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { AliasList } from './alias-list.tsx';
import { Attribution } from './attribution.tsx';
import styles from './competency-page.module.css';
import { CrosswalkPicture } from './crosswalk-picture.tsx';
import { competency, item } from './frameworks-api.ts';
import { Children, Versions } from './item-body.tsx';
import { ItemHead } from './item-head.tsx';
import { ItemLinks, Relations, RolesThatAsk, Succession, Texts } from './item-parts.tsx';
import { Ladder } from './ladder.tsx';
import { frameworkMessages } from './messages.ts';
import { Siblings } from './siblings.tsx';
import { useWords } from './words.tsx';

// what vacancies and programmes say of it comes after what the framework says
const CompetencyDemand = lazy(() => import('./competency-demand.tsx'));
const CertificatesOf = lazy(() => import('../certificates/of-competency.tsx'));
const Evidence = lazy(() => import('./evidence.tsx'));

/** A competency of a framework in use: what it means, how texts name it, who asks for it, who teaches it. */
export default function CompetencyPage() {
  const { code } = useParams({ from: '/competencies/$code' });
  const known = useQuery(competency(code));
  const framework = known.data?.framework.code;
  const query = useQuery({ ...item(framework ?? '', code), enabled: framework !== undefined });
  return (
    <PageState page query={known}>
      {(found) => (
        <PageState page query={query}>
          {(whole) => <Competency key={found.code} found={found} whole={whole} />}
        </PageState>
      )}
    </PageState>
  );
}

function Competency({ found, whole }: { found: CompetencyDetail; whole: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  const words = useWords();
  const session = useSession();
  const area = found.kind === 'area';
  const reads = session !== undefined && mayOpen('/demand', session);
  return (
    <>
      <ItemHead
        found={whole}
        of="items"
        actions={
          !area &&
          mayOpen('/review', session) && (
            <Link className="action" to="/review" search={{ competency: found.code }}>
              {t('page.review')}
            </Link>
          )
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Texts title={t('item.definition')} words={whole.definition} />
          <Texts title={t('item.note')} words={whole.note} />
          <Ladder rungs={whole.levels} range={whole.range} />
          {!area && <Children found={whole} />}
          {!area && <AliasList aliases={found.aliases} />}
        </div>
        <div className={styles.column}>
          {!area && reads && (
            <Suspense fallback={<Skeleton lines={6} />}>
              <CompetencyDemand code={found.code} />
            </Suspense>
          )}
          <CrosswalkPicture of={whole.uuid} name={words(whole.label) || found.code} />
          {!area && (
            <Suspense>
              <CertificatesOf code={found.code} />
            </Suspense>
          )}
          <RolesThatAsk found={whole} />
          <ItemLinks
            title={t('item.otherParents')}
            framework={whole.framework}
            list={whole.otherParents}
          />
          <Relations found={whole} />
          <Succession found={whole} />
          <Versions found={whole} />
        </div>
      </div>
      {!area && reads && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Evidence code={found.code} />
        </Suspense>
      )}
      <Siblings found={found} />
      <Attribution framework={whole.framework} uri={whole.uri} />
    </>
  );
}
