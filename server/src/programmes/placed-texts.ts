import type { PlacedText } from '#src/linking/relinking/text-source.ts';

interface Written {
  language: string;
  value: string;
}

const placed = { documentType: 'syllabus', ordinal: 0 } as const;

/** A title is too short for a ranking, and says little of what a course teaches. */
export function placedTitle({ language, value }: Written): PlacedText {
  return { ...placed, language, text: value, field: 'title', tier: 'dictionary' };
}

export function placedStatement({ language, value }: Written): PlacedText {
  return { ...placed, language, text: value, field: 'text', tier: 'hybrid' };
}
