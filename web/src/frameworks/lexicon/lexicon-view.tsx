import type { LexiconSummary } from '@nhip/server/frameworks/lexicon/contract.ts';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState, type ComponentType, type ReactNode } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice, type NoticeContent } from '../../ui/notice.tsx';
import { useUrlState } from '../../url-state.ts';
import { filterOf } from './lexicon-api.ts';
import { LexiconFilters } from './lexicon-filters.tsx';
import { LexiconList } from './lexicon-list.tsx';
import { lexiconMessages } from './messages.ts';
import { ProposePanel } from './propose-panel.tsx';
import { useDecisions } from './use-decisions.ts';

/** What stands over the list, however the place where it stands heads it. */
export interface HeadOfLexicon {
  framework: LexiconSummary['framework'];
  lead: ReactNode;
  /** proposes a form; none for those who may not */
  action: ReactNode;
}

/** The lexicon of a framework: on a page of its own, and as a part of a draft. */
export function LexiconView(props: {
  summary: LexiconSummary;
  head: ComponentType<HeadOfLexicon>;
}) {
  const { summary, head: Head } = props;
  const t = useMessages(lexiconMessages);
  const [url, setUrl] = useUrlState();
  const [notice, setNotice] = useState<NoticeContent>();
  const { framework, counts, may } = summary;
  const tell = (words: string, more?: Partial<NoticeContent>) =>
    setNotice({ id: Date.now(), words, ...more });
  const decisions = useDecisions(framework.code, tell);
  const proposing = url.propose !== undefined && may.propose;
  return (
    <>
      <Head
        framework={framework}
        lead={
          <>
            {t(framework.inUse ? 'lead' : 'leadApart')}{' '}
            <span className="figures">
              {t('counts', {
                ...{ approved: counts.approved, proposed: counts.proposed },
                collisions: counts.collisions,
              })}
            </span>
          </>
        }
        action={
          may.propose && (
            <ActionButton
              icon={IconMessagePlus}
              aria-expanded={proposing}
              onClick={() => setUrl({ propose: proposing ? undefined : '1' })}
            >
              {t('propose.open')}
            </ActionButton>
          )
        }
      />
      {proposing && (
        <ProposePanel
          code={framework.code}
          start={url.competency}
          onDone={(form) => tell(t('done.proposed', { form }))}
          onClose={() => setUrl({ propose: undefined })}
        />
      )}
      <LexiconFilters summary={summary} />
      <LexiconList
        key={JSON.stringify([filterOf(url), url.page])}
        {...{ summary, decisions }}
        filter={filterOf(url)}
      />
      <Notice content={notice} onClose={() => setNotice(undefined)} place="head" />
    </>
  );
}
