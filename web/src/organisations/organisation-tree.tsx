import type { OrganisationRow } from '@nhip/server/organisations/contract.ts';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { Empty, PageState } from '../ui/page-state.tsx';
import { organisationMessages } from './messages.ts';
import { OrganisationName } from './organisation-list.tsx';
import { organisations } from './organisations-api.ts';
import styles from './organisations.module.css';

const most = 200;

/** State bodies from the centre down; what stands below is fetched when it is opened. */
export function OrganisationTree({ ended }: { ended: boolean | undefined }) {
  const t = useMessages(organisationMessages);
  const query = useQuery(organisations({ roots: true, kind: 'state-body', ended, size: most }));
  return (
    <PageState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('noRoots')} />
        ) : (
          <ul className={styles.tree} aria-label={t('asTree')}>
            {items.map((row) => (
              <Branch key={row.id} row={row} ended={ended} />
            ))}
          </ul>
        )
      }
    </PageState>
  );
}

function Branch({ row, ended }: { row: OrganisationRow; ended: boolean | undefined }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const name = local(row.name);
  return (
    <li>
      <div className={styles.branch}>
        {row.children > 0 ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={id}
            aria-label={t(open ? 'close' : 'open', { name })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={18} aria-hidden />
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        <OrganisationName row={row} />
        {row.children > 0 && (
          <span className="muted small">{t('children', { count: row.children })}</span>
        )}
      </div>
      <div id={id}>{open && <Below parent={row.id} ended={ended} />}</div>
    </li>
  );
}

function Below({ parent, ended }: { parent: number; ended: boolean | undefined }) {
  const query = useQuery(organisations({ parent, ended, size: most }));
  return (
    <PageState query={query}>
      {({ items }) => (
        <ul className={styles.tree}>
          {items.map((row) => (
            <Branch key={row.id} row={row} ended={ended} />
          ))}
        </ul>
      )}
    </PageState>
  );
}
