import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { setLanguage, useLanguage, useMessages } from '../language.ts';
import { useSignInRedirect } from '../sign-in/use-sign-in-redirect.ts';
import { useUrlState } from '../url-state.ts';
import { DemoMark } from './demo-mark.tsx';
import { HatchDefinitions } from './hatch.tsx';
import { Header } from './header.tsx';
import { uiMessages } from './messages.ts';
import { LoadingPage } from './page-state.tsx';
import styles from './shell.module.css';

const loadSearchBox = () => import('../search/search-box.tsx');
const SearchBox = lazy(loadSearchBox);

/** What every screen has around it: header, demonstration mark, search box, and where the focus goes. */
export function Shell() {
  const t = useMessages(uiMessages);
  const [searching, setSearching] = useState(false);
  useLanguageOfAddress();
  useSignInRedirect();
  useSearchKey(() => setSearching(true));
  const main = useFocusOnArrival();
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <HatchDefinitions />
      <Header onSearch={() => setSearching(true)} />
      <DemoMark />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Suspense fallback={<LoadingPage />}>
          <Outlet />
        </Suspense>
      </main>
      {searching && (
        <Suspense>
          <SearchBox onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}

/** A link with `?lang=en` opens in English whatever this browser remembers. */
function useLanguageOfAddress() {
  const [{ lang }] = useUrlState();
  const language = useLanguage();
  useEffect(() => {
    if ((lang === 'vi' || lang === 'en') && lang !== language) setLanguage(lang);
    // Only the address decides here; the switch writes the address itself.
  }, [lang]);
}

/** ⌘K / Ctrl-K. The box is fetched once the page rests, so that no key typed into it is lost. */
function useSearchKey(open: () => void) {
  useEffect(() => {
    const rest = setTimeout(() => void loadSearchBox(), 1500);
    return () => clearTimeout(rest);
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}

/** After a change of page the focus stands at its beginning, as after a full load. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
