import type { FrameworkTree } from '@nhip/server/frameworks/contract.ts';
import { plain } from '../ui/search-entries.ts';

/**
 * The areas with the competencies that match: every word of the query begins a word of the name in either
 * language, of the code or of the area; accents do not matter. Areas without a match fall away.
 */
export function filterAreas(areas: FrameworkTree['areas'], query: string): FrameworkTree['areas'] {
  const wanted = plain(query).split(' ').filter(Boolean);
  if (wanted.length === 0) return areas;
  return areas
    .map(({ competency: area, children }) => ({
      competency: area,
      children: children.filter((child) => {
        const words = ` ${wordsOf(child)} ${wordsOf(area)}`;
        return wanted.every((word) => words.includes(` ${word}`));
      }),
    }))
    .filter(({ children }) => children.length > 0);
}

function wordsOf({
  code,
  label,
}: {
  code: string;
  label: { vi: string | null; en: string | null };
}) {
  return plain(`${label.vi ?? ''} ${label.en ?? ''} ${code}`);
}
