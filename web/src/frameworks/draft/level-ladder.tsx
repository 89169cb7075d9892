import type { DraftScale } from '@nhip/server/frameworks/drafting/contract.ts';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { scalesQuery } from './draft-api.ts';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';
import { TextPair, valueOf, type Editing } from './text-field.tsx';

/** What somebody can do at each level, the highest on top. */
export function LevelLadder({ code, editing }: { code: string; editing: Editing }) {
  const t = useMessages(draftMessages);
  const scales = useQuery(scalesQuery(code)).data ?? [];
  const rungs = rungsOf(editing);
  return (
    <section className={styles.section}>
      <h2>{t('form.levels')}</h2>
      {scales.length === 0 && <p className="muted">{t('form.noScale')}</p>}
      <ol className={styles.ladder} reversed>
        {rungs.map(({ scale, level }) => (
          <li key={`${scale} ${level}`} className={styles.rung}>
            <div className={styles.line}>
              <strong>
                <LevelName scales={scales} scale={scale} level={level} />
              </strong>
              {editing.mayEdit && (
                <button
                  type="button"
                  className={styles.icon}
                  aria-label={t('form.removeLevel', { level })}
                  onClick={() => editing.session.type(`level ${scale} ${level}`, null, true)}
                >
                  <IconX size={16} aria-hidden />
                </button>
              )}
            </div>
            <TextPair
              editing={editing}
              field={`descriptor ${scale} ${level}`}
              label={t('field.descriptor')}
              lines={2}
            />
          </li>
        ))}
      </ol>
      {editing.mayEdit && scales.length > 0 && <AddLevel scales={scales} editing={editing} />}
    </section>
  );
}

export function rungsOf(editing: Editing): { scale: string; level: number }[] {
  const keys = new Set([
    ...Object.keys(editing.fields),
    ...Object.keys(editing.session.state.typed),
  ]);
  return [...keys]
    .flatMap((key) => {
      const [, scale, level] = /^level (.+) (-?\d+)$/.exec(key) ?? [];
      const there = scale !== undefined && valueOf(editing, key) != null;
      return there ? [{ scale, level: Number(level) }] : [];
    })
    .sort((a, b) => (a.scale < b.scale ? -1 : a.scale > b.scale ? 1 : b.level - a.level));
}

/** “Mức 3 · Thành thạo (thang)”, as far as the scale says it. */
export function LevelName(props: { scales: readonly DraftScale[]; scale: string; level: number }) {
  const t = useMessages(draftMessages);
  const language = useLanguage();
  const scale = props.scales.find(({ code }) => code === props.scale);
  const level = scale?.levels.find((one) => one.level === props.level);
  const labels = level?.texts.filter(({ field }) => field === 'label') ?? [];
  const label = labels.find((text) => text.language === language) ?? labels[0];
  const name = [level?.code, label?.value].filter(Boolean).join(' ');
  return (
    <>
      {t('field.level')} {props.level}
      {name && ` · ${name}`} <span className="muted small">({props.scale})</span>
    </>
  );
}

function AddLevel({ scales, editing }: { scales: readonly DraftScale[]; editing: Editing }) {
  const t = useMessages(draftMessages);
  const [chosen, setChosen] = useState(scales[0]!.code);
  const scale = scales.find(({ code }) => code === chosen) ?? scales[0]!;
  const taken = rungsOf(editing).filter((rung) => rung.scale === scale.code);
  const free = scale.levels.filter(({ level }) => !taken.some((rung) => rung.level === level));
  const [level, setLevel] = useState<string>();
  const next = free.find((one) => String(one.level) === level) ?? free[0];
  return (
    <div className={styles.inline}>
      <NativeSelect
        label={t('form.scale')}
        value={scale.code}
        options={scales.map(({ code }) => ({ value: code, label: code }))}
        onChange={setChosen}
      />
      <NativeSelect
        label={t('form.level')}
        value={String(next?.level ?? '')}
        options={free.map((one) => ({ value: String(one.level), label: String(one.level) }))}
        onChange={setLevel}
      />
      <ActionButton
        disabled={!next}
        onClick={() =>
          next && editing.session.type(`level ${scale.code} ${next.level}`, true, true)
        }
      >
        {t('form.addLevel')}
      </ActionButton>
    </div>
  );
}
