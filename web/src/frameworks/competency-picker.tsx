import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { FoundRow } from '../search/found-row.tsx';
import { searching } from '../search/search-api.ts';
import { SearchField } from '../ui/search-field.tsx';
import styles from './compare.module.css';
import { compareMessages } from './compare-messages.ts';
import { frameworkMessages } from './messages.ts';

/** Finds a competency (or a role) of any framework; gives its place as `framework/code`. */
export function CompetencyPicker(props: {
  label: string;
  onChoose: (place: string) => void;
  of?: 'competency' | 'role';
  /** what is said when nothing is found */
  none?: string;
}) {
  const t = useMessages(frameworkMessages);
  const c = useMessages(compareMessages);
  const language = useLanguage();
  const [words, setWords] = useState('');
  const query = useQuery(searching(words.trim(), { type: props.of ?? 'competency' }, language, 12));
  const items = words.trim() === '' ? [] : (query.data?.groups[0]?.items ?? []);
  return (
    <>
      <SearchField
        label={props.label}
        value={words}
        onChange={setWords}
        placeholder={t('filter.placeholder')}
      />
      {words.trim() !== '' && query.isFetched && items.length === 0 && (
        <p className="muted" role="status">
          {props.none ?? c('compare.none')}
        </p>
      )}
      <ul className={styles.found}>
        {items.map((found) => (
          <li key={found.id}>
            <button
              type="button"
              onClick={() => props.onChoose(`${found.framework?.code ?? ''}/${found.code ?? ''}`)}
            >
              <FoundRow found={found} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
