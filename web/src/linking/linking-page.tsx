import type { LinksReply } from '@nhip/server/linking/contract.ts';
import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { Failure } from '../ui/page-state.tsx';
import { FoundResult } from './found-result.tsx';
import { findLinks } from './linking-api.ts';
import styles from './linking-page.module.css';
import { linkingMessages } from './messages.ts';
import { RunPanel } from './run-panel.tsx';
import { TryForm, type Wanted } from './try-form.tsx';

/** A reply together with what was asked: the form may hold another text by now. */
export interface Answered {
  wanted: Wanted;
  reply: LinksReply;
}

export default function LinkingPage() {
  const t = useMessages(linkingMessages);
  const search = useMutation({
    mutationFn: async (wanted: Wanted): Promise<Answered> => ({
      wanted,
      reply: await findLinks({
        ...{ text: wanted.text, documentType: wanted.kind, tier: wanted.tier },
        ...(wanted.framework !== '' && { frameworks: [wanted.framework] }),
      }),
    }),
  });
  return (
    <>
      <PageHeading title={t('title')} lead={<p className={styles.lead}>{t('lead')}</p>} />
      <TryForm busy={search.isPending} onSend={(wanted) => search.mutate(wanted)} />
      {search.isError && (
        <Failure
          error={search.error}
          retry={() => search.variables && search.mutate(search.variables)}
        />
      )}
      {search.data && !search.isError && (
        <FoundResult answered={search.data} again={() => search.mutate(search.data.wanted)} />
      )}
      <RunPanel />
    </>
  );
}
