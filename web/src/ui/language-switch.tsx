import { setLanguage, useLanguage, useMessages, type Language } from '../language.ts';
import { useUrlState } from '../url-state.ts';
import styles from './switches.module.css';
import { uiMessages } from './messages.ts';

/** Changes the language in place; the address carries it, so that a shared link shows the same words. */
export function LanguageSwitch() {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const [, setUrl] = useUrlState();
  const choose = (next: Language) => {
    setLanguage(next);
    setUrl({ lang: next });
  };
  return (
    <div className={styles.pair} role="group" aria-label={t('language')}>
      {(['vi', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          aria-label={`${code} · ${t(code === 'vi' ? 'vietnamese' : 'english')}`}
          onClick={() => choose(code)}
        >
          {code}
        </button>
      ))}
    </div>
  );
}
