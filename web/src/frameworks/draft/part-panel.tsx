import type { DraftPart } from '@nhip/server/frameworks/drafting/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { NoticeContent } from '../../ui/notice.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { PartThreads } from '../review/threads.tsx';
import { frameworkMessages } from '../messages.ts';
import { AliasChips } from './alias-chips.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { partHistory, partQuery, type PartName } from './draft-api.ts';
import styles from './draft.module.css';
import type { EditSession } from './edit-session.ts';
import { History } from './history.tsx';
import { LevelLadder } from './level-ladder.tsx';
import { draftMessages } from './messages.ts';
import { Pointers } from './pointers.tsx';
import { SaveState } from './save-state.tsx';
import { TextField, TextPair, valueOf, type Editing } from './text-field.tsx';
import { TitleChips } from './title-chips.tsx';
import { usePartSession } from './use-edit-session.ts';

interface Panel {
  code: string;
  part: PartName;
  id: number;
  mayEdit: boolean;
  onNotice: (words: string, more?: Partial<NoticeContent>) => void;
}

/** One item or role, to read and to edit. */
export function PartPanel(props: Panel) {
  const session = usePartSession(props.code, props.part, props.id);
  const query = useQuery(partQuery(props.code, props.part, props.id));
  return (
    <PageState query={query}>
      {(found) => <PartForm {...props} session={session} found={found} />}
    </PageState>
  );
}

function PartForm(props: Panel & { session: EditSession; found: DraftPart }) {
  const { code, part, id, mayEdit, session, found } = props;
  const t = useMessages(draftMessages);
  const language = useLanguage();
  useEffect(() => session.arrived(found.seen), [session, found.seen]);
  // also before the first key is pressed
  session.arrived(found.seen);
  const editing: Editing = { fields: found.fields, session, mayEdit };
  const { fault } = session.state;
  return (
    <div className={styles.form}>
      {fault !== undefined && (
        <div className={styles.notice} role="alert">
          <p>{fault instanceof ApiProblem ? fault.words[language] : t('form.failed')}</p>
          <ActionButton compact onClick={() => session.retry()}>
            {t('form.retry')}
          </ActionButton>
        </div>
      )}
      <section className={styles.section} aria-label={t('form.texts')}>
        <TextPair editing={editing} field="label" label={t('field.label')} limit={2000} first />
        <div className={styles.pair}>
          <TextField editing={editing} field="code" label={t('field.code')} limit={200} />
          <KindField editing={editing} part={part} />
        </div>
        <TextPair editing={editing} field="definition" label={t('field.definition')} lines={3} />
        <TextPair editing={editing} field="note" label={t('field.note')} lines={2} />
      </section>
      {part === 'item' && <LevelLadder code={code} editing={editing} />}
      {part === 'item' && (
        <AliasChips
          code={code}
          competency={{ id, code: String(valueOf(editing, 'code') ?? '') }}
          onNotice={props.onNotice}
        />
      )}
      {part === 'role' && <TitleChips editing={editing} />}
      <Pointers code={code} part={part} editing={editing} self={found.sourceId} />
      <section className={styles.section}>
        <h2>{t('form.threads')}</h2>
        <PartThreads code={code} part={part} partId={id} />
      </section>
      <section className={styles.section}>
        <h2>{t('form.history')}</h2>
        <PartHistory code={code} part={part} id={id} />
      </section>
      <ConflictDialog session={session} />
    </div>
  );
}

function PartHistory({ code, part, id }: Pick<Panel, 'code' | 'part' | 'id'>) {
  const query = useQuery(partHistory(code, part, id));
  return (
    <PageState query={query}>{(edits) => <History code={code} edits={edits} brief />}</PageState>
  );
}

const ITEM_KINDS = [
  ...(['area', 'competency', 'knowledge', 'skill'] as const),
  ...(['attitude', 'task', 'tool', 'credential'] as const),
] as const;
const ROLE_KINDS = [
  ...(['group', 'occupation', 'work-role', 'role-profile', 'job-position'] as const),
] as const;

function KindField({ editing, part }: { editing: Editing; part: PartName }) {
  const t = useMessages(draftMessages);
  const kinds = useMessages(frameworkMessages);
  const value = (valueOf(editing, 'kind') as string | undefined) ?? '';
  const options =
    part === 'item'
      ? ITEM_KINDS.map((kind) => ({ kind, words: kinds(`kind.${kind}`) }))
      : ROLE_KINDS.map((kind) => ({ kind, words: t(`roleKind.${kind}`) }));
  return (
    <div className={styles.field}>
      <span className={styles.head}>
        <label htmlFor="draft-kind">{t('field.kind')}</label>
        <SaveState session={editing.session} field="kind" />
      </span>
      <select
        id="draft-kind"
        value={value}
        disabled={!editing.mayEdit}
        onChange={(event) => editing.session.type('kind', event.target.value, true)}
      >
        {options.map(({ kind, words }) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
