import type { FrameworkLevels } from '@nhip/server/frameworks/levels/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../../language.ts';
import { PageHeading } from '../../ui/heading.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { useUrlState } from '../../url-state.ts';
import { levelsQuery } from './levels-api.ts';
import { LevelsView } from './levels-view.tsx';
import { levelMessages } from './messages.ts';

/** The scales of a framework as ladders, and how they are equated with others. */
export default function LevelsPage() {
  const { code } = useParams({ from: '/frameworks/$code/levels' });
  const [{ of }] = useUrlState();
  const query = useQuery(levelsQuery(code, of));
  return (
    <PageState page query={query}>
      {(found) => <Levels key={code} found={found} />}
    </PageState>
  );
}

function Levels({ found }: { found: FrameworkLevels }) {
  const t = useMessages(levelMessages);
  const local = useLocalText();
  const [, setUrl] = useUrlState();
  const { framework, version, has } = found;
  const name = local(framework.title) || framework.code;
  const inDraft = version.status === 'draft' || version.status === 'in-review';
  return (
    <>
      <PageHeading
        title={t('title')}
        windowTitle={t('windowTitle', { framework: name })}
        above={
          <>
            <Link to="/frameworks">{t('back')}</Link>
            {' › '}
            {has.published ? (
              <Link to="/frameworks/$code" params={{ code: framework.code }}>
                {name}
              </Link>
            ) : (
              name
            )}
            {' · '}
            {t('of.version', { version: version.version })} ({t(`status.${version.status}`)})
          </>
        }
        lead={t('lead')}
        actions={
          has.published &&
          has.draft && (
            <NativeSelect
              inline
              label={t('of.label')}
              value={inDraft ? 'draft' : 'published'}
              onChange={(of) => setUrl({ of, open: undefined, edit: undefined })}
              options={[
                { value: 'published', label: t('of.published') },
                { value: 'draft', label: t('of.draft') },
              ]}
            />
          )
        }
      />
      <LevelsView found={found} />
    </>
  );
}
