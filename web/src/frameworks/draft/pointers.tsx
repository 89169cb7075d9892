import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocalText, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { scalesQuery, type PartName } from './draft-api.ts';
import styles from './draft.module.css';
import { relationName, relations, valueInWords } from './field-name.ts';
import { itemNamed, ItemPick, useItems } from './item-pick.tsx';
import { draftMessages } from './messages.ts';
import { SaveState } from './save-state.tsx';
import { valueOf, type Editing } from './text-field.tsx';

/** What an item is related to, or what a role requires. */
export function Pointers(props: { code: string; part: PartName; editing: Editing; self: string }) {
  const t = useMessages(draftMessages);
  const local = useLocalText();
  const items = useItems(props.code);
  const { editing, part } = props;
  const keys = new Set([
    ...Object.keys(editing.fields),
    ...Object.keys(editing.session.state.typed),
  ]);
  const pattern = part === 'item' ? /^relation (\S+) (.+)$/s : /^(requirement) (.+)$/s;
  const lines = [...keys].flatMap((key) => {
    const [, name, to] = pattern.exec(key) ?? [];
    const value = valueOf(editing, key);
    return to !== undefined && value != null ? [{ key, name: name!, to, value }] : [];
  });
  return (
    <section className={styles.section}>
      <h2>{t(part === 'item' ? 'form.relations' : 'form.requirements')}</h2>
      {lines.length === 0 && (
        <p className="muted">{t(part === 'item' ? 'form.noRelations' : 'form.noRequirements')}</p>
      )}
      <ul className={styles.list}>
        {lines.map(({ key, name, to, value }) => {
          const item = items.find(({ sourceId }) => sourceId === to);
          const words = item ? `${item.code} ${local(item.label)}` : to;
          return (
            <li key={key} className={styles.item}>
              <div className={styles.line}>
                <span>
                  {part === 'item' && <span className="muted">{relationName(name, t)} </span>}
                  {words}
                  {part === 'role' && <span className="muted"> · {valueInWords(value, t)}</span>}
                </span>
                <span className={styles.inline}>
                  <SaveState session={editing.session} field={key} />
                  {editing.mayEdit && (
                    <button
                      type="button"
                      className={styles.icon}
                      aria-label={t('form.remove', { what: words })}
                      onClick={() => editing.session.type(key, null, true)}
                    >
                      <IconX size={16} aria-hidden />
                    </button>
                  )}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      {editing.mayEdit &&
        (part === 'item' ? (
          <AddRelation items={items} editing={editing} self={props.self} />
        ) : (
          <AddRequirement code={props.code} items={items} editing={editing} />
        ))}
    </section>
  );
}

function AddRelation(props: {
  items: ReturnType<typeof useItems>;
  editing: Editing;
  self: string;
}) {
  const t = useMessages(draftMessages);
  const [relation, setRelation] = useState<string>('related');
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState(false);
  return (
    <form
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault();
        const item = itemNamed(props.items, text);
        const fits = item && item.sourceId !== props.self;
        setUnknown(!fits);
        if (!fits) return;
        props.editing.session.type(`relation ${relation} ${item.sourceId}`, {}, true);
        setText('');
      }}
    >
      <label className={styles.field}>
        <span className={styles.head}>{t('form.relation')}</span>
        <select value={relation} onChange={(event) => setRelation(event.target.value)}>
          {relations.map((one) => (
            <option key={one} value={one}>
              {relationName(one, t)}
            </option>
          ))}
        </select>
      </label>
      <ItemPick items={props.items} label={t('form.to')} value={text} onChange={setText} />
      <ActionButton type="submit">{t('form.addRelation')}</ActionButton>
      {unknown && <p role="alert">{t('form.pickUnknown')}</p>}
    </form>
  );
}

function AddRequirement(props: {
  code: string;
  items: ReturnType<typeof useItems>;
  editing: Editing;
}) {
  const t = useMessages(draftMessages);
  const scales = useQuery(scalesQuery(props.code)).data ?? [];
  const [text, setText] = useState('');
  const [necessity, setNecessity] = useState('essential');
  const [level, setLevel] = useState('');
  const [weight, setWeight] = useState('');
  const [unknown, setUnknown] = useState(false);
  const levels = scales.flatMap((scale) =>
    scale.levels.map((one) => ({ scale, level: one.level })),
  );
  return (
    <form
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault();
        const item = itemNamed(props.items, text);
        setUnknown(!item);
        if (!item) return;
        const at = levels.find((one) => `${one.scale.code} ${one.level}` === level);
        const share = weight === '' ? undefined : Number(weight) / 100;
        props.editing.session.type(
          `requirement ${item.sourceId}`,
          {
            necessity,
            ...(at && { level: { scale: at.scale.code, level: at.level } }),
            ...(share !== undefined && { weight: share }),
          },
          true,
        );
        setText('');
      }}
    >
      <ItemPick items={props.items} label={t('form.pick')} value={text} onChange={setText} />
      <label className={styles.field}>
        <span className={styles.head}>{t('form.necessity')}</span>
        <select value={necessity} onChange={(event) => setNecessity(event.target.value)}>
          <option value="essential">{t('form.essential')}</option>
          <option value="desirable">{t('form.desirable')}</option>
        </select>
      </label>
      <label className={styles.field}>
        <span className={styles.head}>{t('form.level')}</span>
        <select value={level} onChange={(event) => setLevel(event.target.value)}>
          <option value="">{t('form.anyLevel')}</option>
          {levels.map((one) => (
            <option key={`${one.scale.code} ${one.level}`} value={`${one.scale.code} ${one.level}`}>
              {one.scale.code} {one.level}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span className={styles.head}>{t('form.weight')}</span>
        <input
          type="number"
          min={0}
          max={100}
          value={weight}
          onChange={(event) => setWeight(event.target.value)}
        />
      </label>
      <ActionButton type="submit">{t('form.addRequirement')}</ActionButton>
      {unknown && <p role="alert">{t('form.pickUnknown')}</p>}
    </form>
  );
}
