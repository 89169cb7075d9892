import type { FoundType } from '@nhip/server/search/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { uiMessages } from '../ui/messages.ts';
import { FilterChips } from './filter-chips.tsx';
import { FoundRow } from './found-row.tsx';
import { searchMessages } from './messages.ts';
import { recentOf, remember } from './recent.ts';
import { findScreens } from './screens.ts';
import { placeOf, searching } from './search-api.ts';
import { readTyped } from './search-filters.ts';
import styles from './search-box.module.css';
import { usePause } from './use-pause.ts';

interface Choice {
  key: string;
  to: string;
  search?: Record<string, string>;
  title: string;
  lang: string;
  row: ReactNode;
}
interface Group {
  name: string;
  choices: Choice[];
}

/** ⌘K / Ctrl-K: anything by any of its names, from anywhere, without the mouse. */
export default function SearchBox({ onClose }: { onClose: () => void }) {
  const t = useMessages(searchMessages);
  const ui = useMessages(uiMessages);
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { words, filters } = useMemo(() => readTyped(typed), [typed]);
  const { groups, state, person } = useGroups(words, filters);
  const choices = groups.flatMap((group) => group.choices);
  const at = Math.min(chosen, Math.max(0, choices.length - 1));
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`found-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const open = (choice: Choice | undefined) => {
    if (!choice) return;
    const { to, search, title, lang } = choice;
    remember(person, { to, ...(search && { search }), title, lang });
    onClose();
    void navigate({ to, search: search ?? {} });
  };
  const openAll = () => {
    onClose();
    void navigate({ to: '/search', search: { q: words, ...filters } });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && choices.length > 0) {
      event.preventDefault();
      setChosen((at + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(choices[at]);
    }
  };
  let place = -1;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('title')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.body}>
        <div className={styles.field}>
          <input
            type="text"
            role="combobox"
            aria-expanded={choices.length > 0}
            aria-controls="found"
            aria-autocomplete="list"
            aria-activedescendant={choices.length > 0 ? `found-${at}` : undefined}
            aria-describedby="search-hint"
            aria-label={t('title')}
            placeholder={t('placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" onClick={onClose}>
            {ui('search.close')}
          </button>
        </div>
        <FilterChips typed={typed} onChange={setTyped} />
        <div
          id="found"
          role="listbox"
          aria-label={t('title')}
          className={styles.list}
          aria-busy={state === 'searching'}
        >
          {groups.map((group) => (
            <div key={group.name} role="group" aria-label={group.name}>
              <div className={styles.group} aria-hidden>
                {group.name}
              </div>
              {group.choices.map((choice) => {
                place += 1;
                const own = place;
                return (
                  <div
                    key={choice.key}
                    id={`found-${own}`}
                    role="option"
                    aria-selected={own === at}
                    className={styles.option}
                    onClick={() => open(choice)}
                    onMouseMove={() => setChosen(own)}
                  >
                    {choice.row}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        <div className={styles.foot}>
          <p role="status" id="search-hint">
            {words === '' ? (
              <>
                {t('hint')} <code>{t('hintExamples')}</code>
              </>
            ) : state === 'searching' && choices.length === 0 ? (
              t('searching')
            ) : choices.length === 0 ? (
              t('none', { query: words })
            ) : (
              t('results', { count: choices.length })
            )}
          </p>
          {words !== '' && choices.length > 0 && (
            <button type="button" className={styles.all} onClick={openAll}>
              {t('all')}
            </button>
          )}
        </div>
      </div>
    </dialog>
  );
}

/** Screens first where the words are the beginning of one, then what the server finds; else what was opened lately. */
function useGroups(words: string, filters: ReturnType<typeof readTyped>['filters']) {
  const t = useMessages(searchMessages);
  const language = useLanguage();
  const session = useSession();
  const paused = usePause(words, 70);
  const query = useQuery(searching(paused, filters, language, 6));
  const person = session?.person?.email ?? '';
  const screens: Choice[] = (
    Object.keys(filters).length > 0 ? [] : findScreens(words, t, session)
  ).map(({ to, title }) => ({
    ...{ key: to, to, title, lang: language },
    row: <span className={styles.name}>{title}</span>,
  }));
  const ofScreens: Group[] = screens.length > 0 ? [{ name: t('screens'), choices: screens }] : [];
  if (words === '') {
    const recent = recentOf(person).map((one) => ({
      ...{ ...one, key: `recent ${one.to}` },
      row: (
        <span className={styles.name} lang={one.lang === language ? undefined : one.lang}>
          {one.title}
        </span>
      ),
    }));
    const ofRecent = recent.length > 0 ? [{ name: t('recent'), choices: recent }] : [];
    return { groups: [...ofRecent, ...ofScreens], state: 'arrived' as const, person };
  }
  const answer = query.data?.groups ?? [];
  const found = answer.map(({ type, items }): Group => ({
    name: t(`type.${type satisfies FoundType}`),
    choices: items.map((item) => ({
      ...placeOf(item),
      key: `${item.type} ${item.id}`,
      title: item.title.text,
      lang: item.title.language,
      row: <FoundRow found={item} />,
    })),
  }));
  const state =
    query.isFetching || paused !== words ? ('searching' as const) : ('arrived' as const);
  // a screen is what was meant when nothing is called exactly so
  const exact = answer[0]?.items[0]?.why.nearness === 'exact';
  return { groups: exact ? [...found, ...ofScreens] : [...ofScreens, ...found], state, person };
}
