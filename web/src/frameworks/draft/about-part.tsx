import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, send } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { Done, draftAddress, forgetDraft } from './draft-api.ts';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';
import { TextField, TextPair, type Editing } from './text-field.tsx';
import { useAboutSession } from './use-edit-session.ts';

/** What the draft says of the whole. */
export default function AboutPart({ draft }: { draft: Draft }) {
  const t = useMessages(draftMessages);
  const { code, may, about } = draft;
  const language = useLanguage();
  const session = useAboutSession(code, `${draftAddress(code)}/about`);
  session.arrived(draft.revision);
  const origins = about.texts.filter(({ origin }) => origin !== 'person');
  const fields = Object.fromEntries([
    ['version', about.version],
    ['licence', about.licence],
    ...about.texts.map((text) => [`${text.field} ${text.language}`, text.value]),
    ...origins.map((text) => [`origin ${text.field} ${text.language}`, text.origin]),
  ]) as Editing['fields'];
  const editing: Editing = { fields, session, mayEdit: may.edit };
  const { fault } = session.state;
  return (
    <div className={styles.wide}>
      <div className={styles.form}>
        {fault !== undefined && (
          <div className={styles.notice} role="alert">
            <p>{fault instanceof ApiProblem ? fault.words[language] : t('form.failed')}</p>
            <ActionButton compact onClick={() => session.retry()}>
              {t('form.retry')}
            </ActionButton>
          </div>
        )}
        <TextPair editing={editing} field="title" label={t('field.title')} limit={2000} />
        <TextPair editing={editing} field="description" label={t('field.description')} lines={4} />
        <TextPair editing={editing} field="note" label={t('field.note')} lines={2} />
        <div className={styles.pair}>
          <TextField editing={editing} field="version" label={t('field.version')} limit={60} />
          <TextField editing={editing} field="licence" label={t('field.licence')} limit={200} />
        </div>
        <ConflictDialog session={session} />
      </div>
      {may.edit && <Discard code={code} />}
    </div>
  );
}

function Discard({ code }: { code: string }) {
  const t = useMessages(draftMessages);
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<string>();
  const discard = async () => {
    try {
      await send(Done, 'DELETE', draftAddress(code));
      await navigate({ to: '/drafts' });
      await forgetDraft(queries, code);
      await queries.invalidateQueries({ queryKey: ['/api/drafts'] });
    } catch (error) {
      setFault(error instanceof ApiProblem ? error.words[language] : String(error));
    }
  };
  return (
    <section className={styles.section}>
      {!asked && (
        <div>
          <ActionButton quiet onClick={() => setAsked(true)}>
            {t('discard.button')}
          </ActionButton>
        </div>
      )}
      {asked && (
        <div className={styles.notice} role="alert">
          <p>{fault ?? t('discard.sure')}</p>
          <div className={styles.inline}>
            <ActionButton onClick={() => void discard()}>{t('discard.yes')}</ActionButton>
            <ActionButton quiet autoFocus onClick={() => setAsked(false)}>
              {t('discard.no')}
            </ActionButton>
          </div>
        </div>
      )}
    </section>
  );
}
