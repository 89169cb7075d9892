import type { FrameworkDetail, VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import { useLanguage, useMessages } from '../../language.ts';
import field from '../../ui/field.module.css';
import { tree as treeOf } from '../frameworks-api.ts';
import { searchable } from '../tree-rows.ts';
import { findOnMap } from './find-on-map.ts';
import { mapMessages } from './map-messages.ts';
import styles from './map.module.css';

const shown = 8;

/** Finds by name in both languages, without accents, or by code; what is chosen is flown to. */
export function MapSearch(props: {
  found: FrameworkDetail;
  tree: VersionTree;
  input: RefObject<HTMLInputElement | null>;
  onChoose: (place: number) => void;
}) {
  const { found, tree } = props;
  const t = useMessages(mapMessages);
  const id = useId();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [opened, setOpened] = useState(false);
  const other = useQuery({
    ...treeOf(found.code, language === 'vi' ? 'en' : 'vi', { version: tree.version }),
    enabled: opened,
  });
  const texts = useMemo(() => {
    const own = searchable(tree);
    const places = new Map(other.data?.id.map((one, place) => [one, place]));
    const others = other.data && searchable(other.data);
    return own.map((words, place) => words + (others?.[places.get(tree.id[place]!) ?? -1] ?? ''));
  }, [tree, other.data]);
  const hits = useMemo(() => findOnMap(texts, text), [texts, text]);
  const list = hits.slice(0, shown);
  const listed = opened && text.trim() !== '';
  const choose = (place: number | undefined) => {
    if (place === undefined) return;
    setOpened(false);
    props.onChoose(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') choose(list[active]);
    else if (event.key === 'Escape') {
      setOpened(false);
      setText('');
    } else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, list.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.search} role="search" aria-label={t('search')}>
      <div className={field.field}>
        <label htmlFor={id}>{t('search')}</label>
        <input
          ref={props.input}
          id={id}
          type="search"
          role="combobox"
          aria-expanded={listed && list.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={
            listed && list[active] !== undefined ? `${id}-${active}` : undefined
          }
          autoComplete="off"
          value={text}
          placeholder={t('placeholder')}
          onFocus={() => setOpened(true)}
          onBlur={() => setOpened(false)}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setOpened(true);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search')}
        hidden={!listed || !list.length}
      >
        {list.map((place, at) => (
          <li
            key={place}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            // the field keeps the focus until the press is over
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            <span lang={tree.languages[tree.lang[place]!]}>{tree.label[place]}</span>{' '}
            <code>{tree.code[place]}</code>
          </li>
        ))}
      </ul>
      <p role="status" className={listed && hits.length === 0 ? styles.none : 'visually-hidden'}>
        {listed &&
          (hits.length === 0 ? t('nothing', { query: text }) : t('found', { count: hits.length }))}
      </p>
    </div>
  );
}
