import { useQuery } from '@tanstack/react-query';
import { PageState } from '../../ui/page-state.tsx';
import { lexiconSummary } from '../lexicon/lexicon-api.ts';
import { LexiconView, type HeadOfLexicon } from '../lexicon/lexicon-view.tsx';
import styles from './draft.module.css';

/** How texts name the competencies of the framework; not part of any version. */
export default function LexiconPart({ code }: { code: string }) {
  const query = useQuery(lexiconSummary(code));
  return (
    <PageState query={query}>
      {(summary) => <LexiconView summary={summary} head={Head} />}
    </PageState>
  );
}

function Head({ lead, action }: HeadOfLexicon) {
  return (
    <div className={styles.line}>
      <p className="muted">{lead}</p>
      {action}
    </div>
  );
}
