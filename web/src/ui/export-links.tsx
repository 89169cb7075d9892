import { IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import { addressOf, type Search } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import styles from './export-links.module.css';
import { uiMessages } from './messages.ts';

/** The two files that every table can be taken away as; `path` without its ending. */
export function ExportLinks({ path, search }: { path: string; search?: Search }) {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const address = (ending: string) => addressOf(`${path}.${ending}`, { ...search, language });
  return (
    <div className={styles.links} role="group" aria-label={t('export.label')}>
      <a className="action" href={address('xlsx')} download>
        <IconFileSpreadsheet size={18} aria-hidden />
        {t('export.xlsx')}
      </a>
      <a className="action" href={address('csv')} download>
        <IconFileTypeCsv size={18} aria-hidden />
        {t('export.csv')}
      </a>
    </div>
  );
}
