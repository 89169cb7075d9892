import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../../language.ts';
import { PageHeading } from '../../ui/heading.tsx';
import { PageState } from '../../ui/page-state.tsx';
import { lexiconSummary } from './lexicon-api.ts';
import { LexiconView, type HeadOfLexicon } from './lexicon-view.tsx';
import { lexiconMessages } from './messages.ts';

/** All words by which texts name the competencies of a framework: found, proposed, decided on, taken away. */
export default function LexiconPage() {
  const { code } = useParams({ from: '/frameworks/$code/lexicon' });
  const query = useQuery(lexiconSummary(code));
  return (
    <PageState page query={query}>
      {(summary) => <LexiconView key={code} summary={summary} head={Heading} />}
    </PageState>
  );
}

function Heading({ framework, lead, action }: HeadOfLexicon) {
  const t = useMessages(lexiconMessages);
  const local = useLocalText();
  const name = local(framework.title) || framework.code;
  return (
    <PageHeading
      title={t('title')}
      windowTitle={t('windowTitle', { framework: name })}
      above={
        <>
          <Link to="/frameworks">{t('back')}</Link>
          {' › '}
          {framework.published ? (
            <Link to="/frameworks/$code" params={{ code: framework.code }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </>
      }
      lead={lead}
      actions={action}
    />
  );
}
