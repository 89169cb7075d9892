import { FrameworkTree } from '@nhip/server/frameworks/contract.ts';
import { ProgrammeList } from '@nhip/server/programmes/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { reading } from '../api.ts';
import { pickText, useLanguage, useMessages } from '../language.ts';
import { uiMessages } from './messages.ts';
import styles from './search-box.module.css';
import { findEntries, most, type SearchEntry } from './search-entries.ts';

const pages = [
  ['/', 'nav.overview'],
  ['/demand', 'nav.demand'],
  ['/programmes', 'nav.programmes'],
  ['/frameworks', 'nav.frameworks'],
  ['/review', 'nav.review'],
  ['/imports', 'nav.imports'],
] as const;

/** ⌘K / Ctrl-K: everything with a name, found without accents and with a typing error forgiven. */
export default function SearchBox({ onClose }: { onClose: () => void }) {
  const t = useMessages(uiMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const entries = useEntries();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useMemo(() => findEntries(entries, query), [entries, query]);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`found-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const open = (entry: SearchEntry | undefined) => {
    if (!entry) return;
    onClose();
    void navigate({ to: entry.to });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(found[chosen]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('search.title')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.body}>
        <div className={styles.field}>
          <input
            type="text"
            role="combobox"
            aria-expanded
            aria-controls="found"
            aria-activedescendant={found.length > 0 ? `found-${chosen}` : undefined}
            aria-label={t('search.title')}
            placeholder={t('search.placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" onClick={onClose}>
            {t('search.close')}
          </button>
        </div>
        <ul id="found" role="listbox" aria-label={t('search.title')} className={styles.list}>
          {found.map((entry, place) => (
            <li
              key={entry.to}
              id={`found-${place}`}
              role="option"
              aria-selected={place === chosen}
              onClick={() => open(entry)}
              onMouseMove={() => setChosen(place)}
            >
              <span className={styles.name}>{entry.title}</span>
              {entry.subtitle && <span className={styles.other}>{entry.subtitle}</span>}
              <span className={styles.kind}>{t(`search.${entry.kind}`)}</span>
            </li>
          ))}
        </ul>
        <p className={styles.foot} role="status">
          {found.length === 0
            ? t('search.none', { query })
            : t(found.length === most ? 'search.first' : 'search.results', {
                count: found.length,
              })}
        </p>
      </div>
    </dialog>
  );
}

function useEntries(): SearchEntry[] {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const frameworks = useQuery(reading(z.array(FrameworkTree), '/api/frameworks')).data;
  const programmes = useQuery(reading(ProgrammeList, '/api/programmes')).data;
  return useMemo(() => {
    const ofPages = pages.map(([to, key]): SearchEntry => ({ kind: 'page', to, title: t(key) }));
    const ofProgrammes = (programmes ?? []).map((programme): SearchEntry => ({
      kind: 'programme',
      to: `/programmes/${programme.id}`,
      title: pickText(programme.name, language).text,
      subtitle: `${programme.code} · ${pickText(programme.institution.name, language).text}`,
    }));
    const ofCompetencies = (frameworks ?? [])
      .flatMap((framework) => framework.areas)
      .flatMap((area) => [area.competency, ...area.children])
      .map((competency): SearchEntry => {
        const title = pickText(competency.label, language).text;
        const other = competency.label[language === 'vi' ? 'en' : 'vi'];
        return {
          kind: 'competency',
          to: `/competencies/${encodeURIComponent(competency.code)}`,
          title,
          subtitle: other && other !== title ? other : competency.code,
        };
      });
    return [...ofPages, ...ofProgrammes, ...ofCompetencies];
  }, [t, language, frameworks, programmes]);
}
