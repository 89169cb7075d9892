import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiProblem, send } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { useSession } from '../../sign-in/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Done, draftAddress, forgetDraft } from '../draft/draft-api.ts';
import styles from '../draft/draft.module.css';
import { reviewMessages } from './messages.ts';

type Decision = 'approved' | 'changes-requested' | 'withdrawn';

function useDecision(code: string) {
  const language = useLanguage();
  const queries = useQueryClient();
  const [fault, setFault] = useState<string>();
  const decide = async (decision: Decision, note: string) => {
    setFault(undefined);
    try {
      await send(Done, 'POST', `${draftAddress(code)}/decision`, { decision, note });
    } catch (error) {
      setFault(error instanceof ApiProblem ? error.words[language] : String(error));
    }
    await forgetDraft(queries, code);
  };
  return { fault, setFault, decide };
}

/** The reviewing organisation's word. */
export function DecideForm({ code }: { code: string }) {
  const t = useMessages(reviewMessages);
  const id = useId();
  const [note, setNote] = useState('');
  const { fault, setFault, decide } = useDecision(code);
  return (
    <section className={styles.card}>
      <h3>{t('decide.title')}</h3>
      <div className={styles.field}>
        <label htmlFor={id}>{t('decide.note')}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {fault && <p role="alert">{fault}</p>}
      </div>
      <div className={styles.inline}>
        <ActionButton primary onClick={() => void decide('approved', note)}>
          {t('decide.approve')}
        </ActionButton>
        <ActionButton
          onClick={() =>
            note.trim() === ''
              ? setFault(t('decide.noteMissing'))
              : void decide('changes-requested', note)
          }
        >
          {t('decide.change')}
        </ActionButton>
      </div>
    </section>
  );
}

/** The drafting organisation takes its draft back. */
export function WithdrawForm({ draft }: { draft: Draft }) {
  const t = useMessages(reviewMessages);
  const session = useSession();
  const { fault, decide } = useDecision(draft.code);
  const own =
    session?.roles.includes('framework-editor') && session.organisation?.id === draft.owner.id;
  if (!own) return null;
  return (
    <div>
      {fault && <p role="alert">{fault}</p>}
      <ActionButton onClick={() => void decide('withdrawn', '')}>
        {t('decide.withdraw')}
      </ActionButton>
    </div>
  );
}
