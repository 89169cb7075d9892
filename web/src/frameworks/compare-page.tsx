import { useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { useUrlState } from '../url-state.ts';
import { CompareItems } from './compare-items.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { compareMessages } from './compare-messages.ts';

/** Two competencies (`?a=framework/code&b=…`), or two versions of a framework (`?framework=…`). */
export default function ComparePage() {
  const c = useMessages(compareMessages);
  const [{ framework }] = useUrlState();
  if (framework) return <CompareVersions code={framework} />;
  return (
    <>
      <PageHeading title={c('compare.title')} lead={c('compare.lead')} />
      <CompareItems />
    </>
  );
}
