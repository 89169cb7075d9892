import { useQuery } from '@tanstack/react-query';
import { PageState } from '../../ui/page-state.tsx';
import { levelsQuery } from '../levels/levels-api.ts';
import { LevelsView } from '../levels/levels-view.tsx';

/** The scales of a draft, and how they are equated. */
export default function LevelsPart({ code }: { code: string }) {
  const query = useQuery(levelsQuery(code, 'draft'));
  return <PageState query={query}>{(found) => <LevelsView found={found} />}</PageState>;
}
