import type { LexiconForm } from '@nhip/server/frameworks/lexicon/contract.ts';
import { IconCheck, IconMessagePlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { NoticeContent } from '../../ui/notice.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { formsOf, lexiconSummary, type Decision } from '../lexicon/lexicon-api.ts';
import { lexiconMessages } from '../lexicon/messages.ts';
import { WordsForm } from '../lexicon/propose-panel.tsx';
import { useDecisions } from '../lexicon/use-decisions.ts';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';

/** How texts name the competency: forms in force as chips, proposed ones dashed. */
export function AliasChips(props: {
  code: string;
  competency: { id: number; code: string };
  onNotice: (words: string, more?: Partial<NoticeContent>) => void;
}) {
  const { code, competency, onNotice } = props;
  const t = useMessages(draftMessages);
  const say = useMessages(lexiconMessages);
  const asked = formsOf(code, competency.id);
  const query = useQuery(asked);
  const may = useQuery(lexiconSummary(code)).data?.may;
  const { judge } = useDecisions(code, onNotice);
  const [proposing, setProposing] = useState(false);
  return (
    <section className={styles.section}>
      <h2>{t('form.aliases')}</h2>
      <p className="muted small">{t('form.aliasHint')}</p>
      <PageState query={query}>
        {({ items }) => (
          <ul className={styles.chips}>
            {items
              .filter(({ status }) => status === 'proposed' || status === 'approved')
              .map((form) => (
                <FormChip
                  key={form.id}
                  form={form}
                  mayDecide={may?.decide ?? false}
                  decide={(decision) => judge(asked.queryKey, [form], decision)}
                />
              ))}
          </ul>
        )}
      </PageState>
      {may?.propose && !proposing && (
        <div>
          <ActionButton compact icon={IconMessagePlus} onClick={() => setProposing(true)}>
            {say('propose.open')}
          </ActionButton>
        </div>
      )}
      {proposing && (
        <WordsForm
          code={code}
          competency={competency}
          onDone={(form) => onNotice(say('done.proposed', { form }))}
          onClose={() => setProposing(false)}
        />
      )}
    </section>
  );
}

function FormChip(props: {
  form: LexiconForm;
  mayDecide: boolean;
  decide: (decision: Decision) => void;
}) {
  const t = useMessages(draftMessages);
  const say = useMessages(lexiconMessages);
  const { form, mayDecide, decide } = props;
  const waiting = form.status === 'proposed';
  const act = (decision: Decision, label: string, Icon: typeof IconX) => (
    <button
      type="button"
      className={styles.icon}
      aria-label={label}
      title={label}
      onClick={() => decide(decision)}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
  return (
    <li
      className={styles.chip}
      data-waiting={waiting || undefined}
      data-plain={!mayDecide || undefined}
    >
      <span lang={form.language}>{form.form}</span>
      {waiting && <span className="muted small">{t('form.waiting')}</span>}
      {mayDecide &&
        waiting &&
        act('approve', say('do.approveForm', { form: form.form }), IconCheck)}
      {mayDecide && waiting && act('reject', say('do.rejectForm', { form: form.form }), IconX)}
      {mayDecide && !waiting && act('end', say('do.endForm', { form: form.form }), IconX)}
    </li>
  );
}
