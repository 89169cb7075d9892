import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { LocalTextView } from '../ui/local-text.tsx';
import type { Item } from './crosswalk-session.ts';
import { findItems, pathOf, type ItemIndex } from './item-index.ts';
import styles from './item-search.module.css';
import { crosswalkMessages } from './messages.ts';

const MOST = 8;

/** Finds an item of the other framework: arrows choose, Enter takes, Escape leaves. */
export function ItemSearch(props: {
  framework: string;
  index: ItemIndex;
  onChoose: (item: Item) => void;
  onClose: () => void;
}) {
  const t = useMessages(crosswalkMessages);
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const found = findItems(props.index, query, MOST);
  const at = Math.min(active, found.length - 1);

  function onKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive(Math.min(Math.max(at + step, 0), found.length - 1));
    } else if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter' && found[at]) {
      event.preventDefault();
      props.onChoose(found[at]);
    }
  }

  return (
    <div className={styles.search}>
      <label htmlFor={id}>{t('editor.search', { framework: props.framework })}</label>
      <div className={styles.line}>
        <input
          ref={field}
          id={id}
          type="search"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          autoComplete="off"
          placeholder={t('editor.searchHint')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKey}
        />
        <ActionButton quiet onClick={props.onClose}>
          {t('editor.searchClose')}
        </ActionButton>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('editor.search', { framework: props.framework })}
        className={styles.found}
      >
        {found.map((item, place) => (
          <div
            key={item.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onClick={() => props.onChoose(item)}
          >
            <span>
              <LocalTextView text={item.label} fallback={item.code} />
            </span>
            <span className="muted small">
              {pathOf(props.index, item).map((above, depth) => (
                <span key={above.id}>
                  {depth > 0 && ' › '}
                  <LocalTextView text={above.label} fallback={above.code} />
                </span>
              ))}
            </span>
          </div>
        ))}
      </div>
      {query.trim() !== '' && found.length === 0 && (
        <p className="muted" role="status">
          {t('editor.searchNone')}
        </p>
      )}
    </div>
  );
}
