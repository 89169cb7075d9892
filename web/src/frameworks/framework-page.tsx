import type { FrameworkTree } from '@nhip/server/frameworks/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useUrlState } from '../url-state.ts';
import { AreaList } from './area-list.tsx';
import { filterAreas } from './filter-areas.ts';
import styles from './framework-page.module.css';
import { frameworks } from './frameworks-api.ts';
import { frameworkMessages } from './messages.ts';

/** The framework as its areas with their competencies. */
export default function FrameworkPage() {
  const t = useMessages(frameworkMessages);
  const query = useQuery(frameworks);
  return (
    <PageState page query={query}>
      {(trees) =>
        trees.length === 0 ? (
          <Empty page title={t('empty')}>
            {t('emptyBody')}
          </Empty>
        ) : (
          trees.map((tree, place) => <Framework key={tree.code} tree={tree} first={place === 0} />)
        )
      }
    </PageState>
  );
}

function Framework({ tree, first }: { tree: FrameworkTree; first: boolean }) {
  const t = useMessages(frameworkMessages);
  const f = useFigures();
  const local = useLocalText();
  const [url, setUrl] = useUrlState();
  const query = url.q ?? '';
  const areas = filterAreas(tree.areas, query);
  const shown = areas.reduce((sum, area) => sum + area.children.length, 0);
  const facts = [
    tree.code,
    t('facts.version', { version: tree.version }),
    tree.publishedOn && t('facts.published', { date: f.date(tree.publishedOn) }),
    t(`status.${tree.status}`),
    t('facts.licence', { licence: tree.licence }),
  ];
  return (
    <>
      <PageHeading
        title={local(tree.title)}
        windowTitle={t('title')}
        above={facts.filter(Boolean).join(' · ')}
        lead={t('lead', {
          competencies: tree.competencies,
          areas: tree.areas.length,
          aliases: tree.aliases,
        })}
      />
      {first && (
        <FilterBar
          label={t('filter.label')}
          end={
            <span className="muted figures" role="status">
              {t('filter.shown', { shown, total: tree.competencies })}
            </span>
          }
        >
          <SearchField
            label={t('filter.search')}
            value={query}
            onChange={(q) => setUrl({ q })}
            placeholder={t('filter.placeholder')}
          />
        </FilterBar>
      )}
      {areas.length === 0 ? (
        <p className="muted">{t('filter.none', { query })}</p>
      ) : (
        <div className={styles.layout}>
          <nav className={styles.contents} aria-label={t('areas')}>
            <ul>
              {areas.map(({ competency, children }) => (
                <li key={competency.code}>
                  <a href={`#${competency.code}`}>{local(competency.label)}</a>
                  <span className="muted figures">{children.length}</span>
                </li>
              ))}
            </ul>
          </nav>
          <AreaList areas={areas} />
        </div>
      )}
    </>
  );
}
