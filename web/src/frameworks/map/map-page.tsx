import type { FrameworkDetail, VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useLanguage, useMessages } from '../../language.ts';
import { PageHeading } from '../../ui/heading.tsx';
import { PageState, Skeleton } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import { Attribution } from '../attribution.tsx';
import { framework, tree } from '../frameworks-api.ts';
import { pickWords } from '../words.tsx';
import { mapMessages } from './map-messages.ts';
import styles from './map.module.css';

const MapView = lazy(() => import('./map-view.tsx'));

/** A framework as a poster that can be entered: areas as regions, competencies as tiles, tools as dots. */
export default function MapPage() {
  const { code } = useParams({ from: '/frameworks/$code/map' });
  const [{ version }] = useUrlState();
  const query = useQuery(framework(code, version));
  return (
    <PageState page query={query}>
      {(found) => <OfFramework key={found.code} found={found} />}
    </PageState>
  );
}

function OfFramework({ found }: { found: FrameworkDetail }) {
  const t = useMessages(mapMessages);
  const language = useLanguage();
  const version = found.version.status === 'published' ? undefined : found.version.version;
  const query = useQuery(tree(found.code, language, version ? { version } : {}));
  const title = pickWords(found.title, language);
  return (
    <>
      <div className={`screen-only ${styles.top}`}>
        <PageHeading
          title={title.text || found.code}
          windowTitle={`${t('title')}: ${title.text || found.code}`}
          {...(title.lang && { lang: title.lang })}
          above={
            <Link
              to="/frameworks/$code"
              params={{ code: found.code }}
              search={version ? { version } : {}}
            >
              {t('back')}
            </Link>
          }
          lead={t('lead')}
        />
      </div>
      <PageState query={query} skeleton={<Skeleton lines={14} />}>
        {(columns: VersionTree) =>
          columns.id.length === 0 ? (
            <p className="muted">{t('empty')}</p>
          ) : (
            <Suspense fallback={<Skeleton lines={14} />}>
              <MapView found={found} tree={columns} title={title.text || found.code} />
            </Suspense>
          )
        }
      </PageState>
      <div className="screen-only">
        <Attribution framework={{ ...found, ...found.version }} />
      </div>
    </>
  );
}
