import type { Ladder } from '@nhip/server/frameworks/levels/contract.ts';
import type { Words } from '@nhip/server/frameworks/reading/contract.ts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { useWords } from '../words.tsx';
import { levelsAddress, saveScale } from './levels-api.ts';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';
import {
  addLevel,
  beginScale,
  faultsOf,
  scaleToSend,
  type LevelDraft,
  type ScaleDraft,
} from './scale-draft.ts';
import { Area, Line } from './scale-fields.tsx';

/** A scale of the draft with all its levels; what was published or equated goes on as an edition of its own. */
export default function ScaleEditor(props: {
  code: string;
  scale?: Ladder;
  onDone: (words?: string) => void;
}) {
  const { scale } = props;
  const t = useMessages(levelMessages);
  const words = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => beginScale(scale));
  const change = (part: Partial<ScaleDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = faultsOf(draft);
  const name = scale && (words(scale.title) || scale.code);
  const title = name === undefined ? t('edit.titleNew') : t('edit.title', { scale: name });
  const both = (field: 'title' | 'description', language: 'vi' | 'en', value: string) =>
    change({ [field]: { ...draft[field], [language]: value } });

  const send = async () => {
    const wanted = scaleToSend(draft);
    await saveScale(props.code, wanted);
    await client.invalidateQueries({
      predicate: ({ queryKey }) =>
        String(queryKey[0]).startsWith(levelsAddress(props.code).replace(/levels$/, '')),
    });
    props.onDone(t('edit.saved', { scale: words(draft.title) || wanted.code }));
  };
  return (
    <div className={styles.panel}>
      <h3>{title}</h3>
      {scale && (
        <p className={styles.kept} data-kept={scale.kept || undefined}>
          {scale.kept
            ? t('edit.kept', { edition: scale.edition, next: scale.edition + 1 })
            : t('edit.fresh')}
        </p>
      )}
      <Form
        label={title}
        check={() => ({
          ...(!scale && faults.code && { code: t('edit.codeFault') }),
          ...Object.fromEntries(
            [...faults.levels].map((key) => [`level-${key}`, t('edit.levelFault')]),
          ),
        })}
        send={send}
      >
        {!scale && (
          <div className={styles.fields}>
            <Line
              name="code"
              label={t('edit.code')}
              hint={t('edit.codeHint')}
              value={draft.code}
              onChange={(code) => change({ code })}
            />
            <KindField draft={draft} change={change} />
          </div>
        )}
        <div className={styles.fields}>
          <Line
            name="titleVi"
            label={t('edit.titleVi')}
            lang="vi"
            value={draft.title.vi}
            onChange={(value) => both('title', 'vi', value)}
          />
          <Line
            name="titleEn"
            label={t('edit.titleEn')}
            lang="en"
            value={draft.title.en}
            onChange={(value) => both('title', 'en', value)}
          />
          <Area
            name="descriptionVi"
            label={t('edit.descriptionVi')}
            lang="vi"
            value={draft.description.vi}
            onChange={(value) => both('description', 'vi', value)}
          />
          <Area
            name="descriptionEn"
            label={t('edit.descriptionEn')}
            lang="en"
            value={draft.description.en}
            onChange={(value) => both('description', 'en', value)}
          />
        </div>
        <fieldset className={styles.levels}>
          <legend>{t('edit.levels')}</legend>
          {draft.levels.map((level) => (
            <LevelFields
              key={level.key}
              level={level}
              alone={draft.levels.length === 1}
              onChange={(next) =>
                change({ levels: draft.levels.map((one) => (one === level ? next : one)) })
              }
              onRemove={() => change({ levels: draft.levels.filter((one) => one !== level) })}
            />
          ))}
          <ActionButton icon={IconPlus} onClick={() => setDraft(addLevel)}>
            {t('edit.addLevel')}
          </ActionButton>
        </fieldset>
        <div className={styles.where}>
          <SubmitButton>{t('edit.save')}</SubmitButton>
          <ActionButton quiet onClick={() => props.onDone()}>
            {t('edit.cancel')}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}

function KindField(props: { draft: ScaleDraft; change: (part: Partial<ScaleDraft>) => void }) {
  const t = useMessages(levelMessages);
  return (
    <fieldset className={styles.kinds}>
      <legend>{t('edit.kind')}</legend>
      {(['proficiency', 'qualification'] as const).map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="kind"
            checked={props.draft.kind === kind}
            onChange={() => props.change({ kind })}
          />
          {t(`kind.${kind}`)}
        </label>
      ))}
      <p className="muted small">{t('edit.kindHint')}</p>
    </fieldset>
  );
}

function LevelFields(props: {
  level: LevelDraft;
  alone: boolean;
  onChange: (level: LevelDraft) => void;
  onRemove: () => void;
}) {
  const t = useMessages(levelMessages);
  const { level, onChange } = props;
  const set = (field: 'label' | 'descriptor', language: 'vi' | 'en') => (value: string) =>
    onChange({ ...level, [field]: { ...level[field], [language]: value } satisfies Words });
  const name = (field: string) => `${field}-${level.key}`;
  return (
    <div
      className={styles.level}
      role="group"
      aria-label={t('scale.level', { level: level.level })}
    >
      <Line
        name={name('level')}
        label={t('edit.number')}
        value={level.level}
        onChange={(value) => onChange({ ...level, level: value })}
      />
      <Line
        name={name('code')}
        label={t('edit.mark')}
        value={level.code}
        onChange={(code) => onChange({ ...level, code })}
      />
      <Line
        name={name('labelVi')}
        label={t('edit.labelVi')}
        lang="vi"
        value={level.label.vi}
        onChange={set('label', 'vi')}
      />
      <Line
        name={name('labelEn')}
        label={t('edit.labelEn')}
        lang="en"
        value={level.label.en}
        onChange={set('label', 'en')}
      />
      <Area
        name={name('descriptorVi')}
        label={t('edit.descriptorVi')}
        lang="vi"
        value={level.descriptor.vi}
        onChange={set('descriptor', 'vi')}
      />
      <Area
        name={name('descriptorEn')}
        label={t('edit.descriptorEn')}
        lang="en"
        value={level.descriptor.en}
        onChange={set('descriptor', 'en')}
      />
      <ActionButton compact quiet icon={IconTrash} disabled={props.alone} onClick={props.onRemove}>
        {t('edit.removeLevel', { level: level.level })}
      </ActionButton>
    </div>
  );
}
