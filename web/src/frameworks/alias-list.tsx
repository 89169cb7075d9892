import type { Alias } from '@nhip/server/frameworks/contract.ts';
import { useMessages } from '../language.ts';
import styles from './alias-list.module.css';
import { frameworkMessages } from './messages.ts';

const fields = ['title', 'tag', 'text'] as const;

/** The names by which texts are recognised, by language, each with what restricts it. */
export function AliasList({ aliases }: { aliases: Alias[] }) {
  const t = useMessages(frameworkMessages);
  return (
    <section>
      <h2>{t('page.names')}</h2>
      <p className="muted small">{t(aliases.length > 0 ? 'page.namesHint' : 'page.noNames')}</p>
      {(['vi', 'en'] as const).map((language) => {
        const own = aliases.filter((alias) => alias.language === language);
        if (own.length === 0) return null;
        return (
          <div key={language} className={styles.group}>
            <h3>{t(`page.language.${language}`)}</h3>
            <ul>
              {own.map((alias) => (
                <li key={alias.form} lang={language}>
                  {alias.form}
                  <Restrictions alias={alias} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Restrictions({ alias }: { alias: Alias }) {
  const t = useMessages(frameworkMessages);
  const only = fields
    .filter((field) => alias.fields?.includes(field))
    .map((field) => t(`page.fields.${field}`));
  const parts = [
    alias.caseSensitive && t('page.caseSensitive'),
    only.length > 0 && t('page.only', { fields: only.join(', ') }),
  ].filter(Boolean);
  return parts.length > 0 ? <span className="muted small"> ({parts.join('; ')})</span> : null;
}
