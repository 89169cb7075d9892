import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';
import { valueOf, type Editing } from './text-field.tsx';

/** Other titles that people give to a role. */
export function TitleChips({ editing }: { editing: Editing }) {
  const t = useMessages(draftMessages);
  const [text, setText] = useState('');
  const [language, setLanguage] = useState('vi');
  const keys = new Set([
    ...Object.keys(editing.fields),
    ...Object.keys(editing.session.state.typed),
  ]);
  const titles = [...keys].flatMap((key) => {
    const [, of, title] = /^title (\S+) (.+)$/s.exec(key) ?? [];
    return title !== undefined && valueOf(editing, key) != null ? [{ key, of, title }] : [];
  });
  return (
    <section className={styles.section}>
      <h2>{t('form.titles')}</h2>
      <ul className={styles.chips}>
        {titles.map(({ key, of, title }) => (
          <li key={key} className={styles.chip} data-plain={!editing.mayEdit || undefined}>
            <span lang={of}>{title}</span>
            {editing.mayEdit && (
              <button
                type="button"
                className={styles.icon}
                aria-label={t('form.remove', { what: title })}
                onClick={() => editing.session.type(key, null, true)}
              >
                <IconX size={16} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {editing.mayEdit && (
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '') return;
            editing.session.type(`title ${language} ${text.trim()}`, true, true);
            setText('');
          }}
        >
          <label className={styles.field}>
            <span className={styles.head}>{t('field.otherTitle')}</span>
            <input value={text} maxLength={300} onChange={(event) => setText(event.target.value)} />
          </label>
          <label className={styles.field}>
            <span className={styles.head}>{t('form.aliasLanguage')}</span>
            <select value={language} onChange={(event) => setLanguage(event.target.value)}>
              <option value="vi">{t('form.vietnamese')}</option>
              <option value="en">{t('form.english')}</option>
            </select>
          </label>
          <ActionButton type="submit">{t('form.addTitle')}</ActionButton>
        </form>
      )}
    </section>
  );
}
