import { IconMenu2, IconSearch, IconX } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { mayOpen } from '../sign-in/may-open.ts';
import { useSession } from '../sign-in/session.ts';
import { AccountMenu } from './account-menu.tsx';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { uiMessages } from './messages.ts';
import { SchemeSwitch } from './scheme-switch.tsx';

/** `under`: the addresses that belong to an entry, so that it stays marked on their pages. */
const entries = [
  { to: '/', key: 'nav.overview', under: ['/coverage', '/measures', '/brief'] },
  { to: '/demand', key: 'nav.demand', under: ['/demand', '/advertisements'] },
  { to: '/programmes', key: 'nav.programmes', under: ['/programmes'] },
  {
    to: '/frameworks',
    key: 'nav.frameworks',
    under: [
      '/frameworks',
      '/competencies',
      '/drafts',
      '/crosswalks',
      '/compare',
      '/certificates',
      '/roles',
    ],
  },
  { to: '/review', key: 'nav.review', under: ['/review', '/linking'] },
  { to: '/imports', key: 'nav.imports', under: ['/imports'] },
] as const;

export function Header({ onSearch }: { onSearch: () => void }) {
  const t = useMessages(uiMessages);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const session = useSession();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  return (
    <header
      className={styles.header}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <div className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <Mark />
          <span>{t('product')}</span>
        </Link>
        <nav
          id="navigation"
          className={styles.nav}
          data-open={open || undefined}
          aria-label={t('nav.label')}
        >
          {entries
            .filter(({ to }) => mayOpen(to, session))
            .map((entry) => {
              const current =
                path === entry.to || entry.under.some((prefix) => path.startsWith(prefix));
              return (
                <Link
                  key={entry.to}
                  to={entry.to}
                  className={styles.entry}
                  activeProps={{}}
                  aria-current={current ? 'page' : undefined}
                >
                  {t(entry.key)}
                </Link>
              );
            })}
        </nav>
        <div className={styles.tools}>
          <button type="button" className={styles.search} onClick={onSearch}>
            <IconSearch size={18} aria-hidden />
            <span>{t('search.open')}</span>
            <kbd aria-hidden>{shortcut}</kbd>
          </button>
          <LanguageSwitch />
          <SchemeSwitch />
          <AccountMenu />
          <button
            type="button"
            className={styles.menu}
            aria-expanded={open}
            aria-controls="navigation"
            aria-label={open ? t('nav.close') : t('nav.open')}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconX aria-hidden /> : <IconMenu2 aria-hidden />}
          </button>
        </div>
      </div>
    </header>
  );
}

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';
