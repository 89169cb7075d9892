import type { LocalText } from '@nhip/server/languages/contract.ts';
import type { Found } from '@nhip/server/search/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { FoundRow } from '../search/found-row.tsx';
import { searching } from '../search/search-api.ts';
import { SearchField } from '../ui/search-field.tsx';
import styles from './choose-competency.module.css';
import { reviewMessages } from './messages.ts';

export interface Chosen {
  id: number;
  label: LocalText;
}

/** More than are shown: those of frameworks to which texts are not linked fall away. */
const asked = 30;
const shown = 8;

/** Finds the competency that a phrase means, among those to which texts are linked. Enter takes the first. */
export function ChooseCompetency(props: { not?: number; onChoose: (chosen: Chosen) => void }) {
  const t = useMessages(reviewMessages);
  const language = useLanguage();
  const [words, setWords] = useState('');
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.querySelector('input')?.focus(), []);
  const wanted = words.trim();
  const query = useQuery(searching(wanted, { type: 'competency' }, language, asked));
  const found = (wanted === '' ? [] : (query.data?.groups[0]?.items ?? []))
    .filter(({ id, kind, framework }) => framework?.inUse && kind !== 'area' && id !== props.not)
    .slice(0, shown);

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(whole.current?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const writing = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && writing) {
      event.preventDefault();
      buttons[0]?.click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const to = here + (event.key === 'ArrowDown' ? 1 : -1);
      (buttons[to] ?? whole.current?.querySelector('input'))?.focus();
    }
  }

  return (
    <div ref={whole} className={styles.choose} onKeyDown={onKeyDown}>
      <SearchField
        label={t('choose.label')}
        value={words}
        onChange={setWords}
        placeholder={t('choose.placeholder')}
      />
      <p className="muted small" role="status">
        {wanted !== '' && query.isFetched && !query.isFetching
          ? found.length === 0
            ? t('choose.none')
            : t('choose.found', { count: found.length })
          : t('choose.hint')}
      </p>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => props.onChoose({ id: one.id, label: labelOf(one) })}
            >
              <FoundRow found={one} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function labelOf({ title, other }: Found): LocalText {
  const label: LocalText = { vi: null, en: null };
  for (const name of [other, title]) {
    if (name?.language === 'vi' || name?.language === 'en') label[name.language] = name.text;
  }
  return label.vi === null && label.en === null ? { vi: title.text, en: title.text } : label;
}
