import type { TreeEntry } from '@nhip/server/frameworks/drafting/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useLocalText, useMessages } from '../../language.ts';
import { plain } from '../../ui/plain.ts';
import { treeQuery } from './draft-api.ts';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';

const OFFERED = 30;

/** The items of the draft, for fields that name one. */
export function useItems(code: string): readonly TreeEntry[] {
  return useQuery(treeQuery(code, 'item')).data?.entries ?? [];
}

/** An item by its code, or by words of its label, offered while somebody types. */
export function ItemPick(props: {
  items: readonly TreeEntry[];
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const t = useMessages(draftMessages);
  const local = useLocalText();
  const id = useId();
  const wanted = plain(props.value);
  const offered = props.items
    .filter(({ code, label }) =>
      plain(`${code} ${label.vi ?? ''} ${label.en ?? ''}`).includes(wanted),
    )
    .slice(0, OFFERED);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        list={`${id}-list`}
        value={props.value}
        placeholder={t('form.pickHint')}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {offered.map((item) => (
          <option key={item.id} value={item.code}>
            {local(item.label)}
          </option>
        ))}
      </datalist>
    </div>
  );
}

export function itemNamed(items: readonly TreeEntry[], text: string): TreeEntry | undefined {
  const wanted = text.trim();
  const byCode = items.find(({ code }) => code === wanted);
  if (byCode) return byCode;
  const like = items.filter(({ label }) =>
    [label.vi, label.en].some((name) => name && plain(name) === plain(wanted)),
  );
  return like.length === 1 ? like[0] : undefined;
}
