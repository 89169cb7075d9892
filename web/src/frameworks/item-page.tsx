import type { ItemDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { Attribution } from './attribution.tsx';
import { item } from './frameworks-api.ts';
import { ItemHead } from './item-head.tsx';
import { ItemBody } from './item-body.tsx';
import styles from './item-page.module.css';
import { frameworkMessages } from './messages.ts';

/** One item of any framework that has been published, in the version in force or in an earlier one. */
export default function ItemPage() {
  const { code, item: wanted } = useParams({ from: '/frameworks/$code/items/$item' });
  const [{ version }] = useUrlState();
  const query = useQuery(item(code, wanted, version));
  return (
    <PageState page query={query}>
      {(found) =>
        found.framework.inUse && found.framework.status === 'published' ? (
          <Navigate to="/competencies/$code" params={{ code: found.code }} replace />
        ) : (
          <Item key={found.id} found={found} />
        )
      }
    </PageState>
  );
}

function Item({ found }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  const current = found.versions.find(({ status }) => status === 'published');
  const { version, status } = found.framework;
  return (
    <>
      <ItemHead found={found} of="items" />
      {status === 'superseded' && (
        <p className={styles.superseded}>
          {t('tree.superseded', { version })}{' '}
          {current && (
            <Link
              to="/frameworks/$code/items/$item"
              params={{ code: found.framework.code, item: current.code }}
            >
              {t('tree.toCurrent')}
            </Link>
          )}
        </p>
      )}
      <ItemBody found={found} />
      <Attribution framework={found.framework} uri={found.uri} />
    </>
  );
}
