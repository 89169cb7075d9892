import type { Edit } from '@nhip/server/frameworks/drafting/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { draftHistory } from './draft-api.ts';
import styles from './draft.module.css';
import { History } from './history.tsx';
import { draftMessages } from './messages.ts';

const PAGE = 50;

/** Everything that was done to the draft, the newest first. */
export default function HistoryPart({ code }: { code: string }) {
  const t = useMessages(draftMessages);
  return (
    <div className={styles.wide}>
      <section className={styles.section}>
        <h2>{t('history.title')}</h2>
        <Page code={code} before={undefined} />
      </section>
    </div>
  );
}

function Page({ code, before }: { code: string; before: number | undefined }) {
  const t = useMessages(draftMessages);
  const query = useQuery(draftHistory(code, before));
  const [more, setMore] = useState(false);
  const last = (edits: Edit[]) => edits.at(-1)?.id;
  return (
    <PageState query={query}>
      {(edits) => (
        <>
          {(edits.length > 0 || before === undefined) && <History code={code} edits={edits} />}
          {more && <Page code={code} before={last(edits)} />}
          {!more && edits.length === PAGE && (
            <div>
              <ActionButton onClick={() => setMore(true)}>{t('history.more')}</ActionButton>
            </div>
          )}
        </>
      )}
    </PageState>
  );
}
