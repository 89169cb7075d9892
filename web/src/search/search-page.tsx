import { FoundType } from '@nhip/server/search/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { frameworks } from '../frameworks/frameworks-api.ts';
import { useWords } from '../frameworks/words.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { uiMessages } from '../ui/messages.ts';
import { NativeSelect } from '../ui/native-select.tsx';
import { PageState } from '../ui/page-state.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useUrlState } from '../url-state.ts';
import { FoundRow } from './found-row.tsx';
import { searchMessages } from './messages.ts';
import { placeOf, searching } from './search-api.ts';
import styles from './search-page.module.css';
import { useKindName } from './use-kind-name.ts';

const kinds = [
  ...['area', 'competency', 'knowledge', 'skill', 'attitude', 'task', 'tool', 'credential'],
  ...['occupation', 'work-role', 'role-profile', 'job-position', 'group'],
];

/** Everything that matches, with the filters in sight; the address holds all of it. */
export default function SearchPage() {
  const t = useMessages(searchMessages);
  const language = useLanguage();
  const [url] = useUrlState();
  const type = FoundType.options.find((one) => one === url.type);
  const filters = {
    ...(type && { type }),
    ...(url.framework && { framework: url.framework }),
    ...(url.kind && { kind: url.kind }),
    ...(url.level && { level: url.level }),
  };
  const words = (url.q ?? '').trim();
  const query = useQuery(searching(words, filters, language, type ? 50 : 12));
  return (
    <>
      <PageHeading title={t('page.title')} lead={t('page.lead')} />
      <Filters />
      {words === '' ? (
        <p className="muted">{t('page.empty')}</p>
      ) : (
        <PageState query={query}>
          {({ groups }) =>
            groups.length === 0 ? (
              <p role="status">{t('none', { query: words })}</p>
            ) : (
              <div className={styles.groups} aria-busy={query.isPlaceholderData}>
                {groups.map(({ type: own, items, more }) => (
                  <section key={own} aria-labelledby={`group-${own}`}>
                    <h2 id={`group-${own}`}>{t(`type.${own}`)}</h2>
                    <ul className={styles.list}>
                      {items.map((item) => {
                        const { to, search } = placeOf(item);
                        return (
                          <li key={item.id}>
                            <Link to={to} search={search ?? {}}>
                              <FoundRow found={item} />
                            </Link>
                          </li>
                        );
                      })}
                    </ul>
                    {more && !type && (
                      <Link to="/search" search={{ ...url, type: own }}>
                        {t('moreOf', { type: t(`type.${own}`) })}
                      </Link>
                    )}
                    {more && type && <p className="muted small">{t('more')}</p>}
                  </section>
                ))}
              </div>
            )
          }
        </PageState>
      )}
    </>
  );
}

function Filters() {
  const t = useMessages(searchMessages);
  const ui = useMessages(uiMessages);
  const words = useWords();
  const kindName = useKindName();
  const [url, setUrl] = useUrlState();
  const list = useQuery(frameworks).data ?? [];
  const all = { value: '', label: ui('filter.all') };
  return (
    <FilterBar label={t('page.filter')}>
      <SearchField
        label={t('page.words')}
        value={url.q ?? ''}
        onChange={(q) => setUrl({ q })}
        placeholder={t('placeholder')}
      />
      <NativeSelect
        label={t('types')}
        value={url.type ?? ''}
        onChange={(type) => setUrl({ type })}
        options={[all, ...FoundType.options.map((value) => ({ value, label: t(`type.${value}`) }))]}
      />
      <NativeSelect
        label={t('framework')}
        value={url.framework ?? ''}
        onChange={(framework) => setUrl({ framework })}
        options={[all, ...list.map(({ code, title }) => ({ value: code, label: words(title) }))]}
      />
      <NativeSelect
        label={t('kind')}
        value={url.kind ?? ''}
        onChange={(kind) => setUrl({ kind })}
        options={[all, ...kinds.map((value) => ({ value, label: kindName(value) }))]}
      />
      <SearchField
        label={t('level')}
        value={url.level ?? ''}
        onChange={(level) => setUrl({ level })}
        placeholder={t('levelHint')}
      />
    </FilterBar>
  );
}
