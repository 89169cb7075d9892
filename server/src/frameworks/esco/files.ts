import type { BundledFile } from '#src/imports/bundle.ts';

/** What the files of the official download (and of compact copies of it) hold. */
export const PARTS = {
  schemes: /^conceptSchemes/i,
  skills: /^skills_(?!.*jsonl)/i,
  collection: /^(\w+?)SkillsCollection/i,
  'compact-skills': /^skills(_\w+)?\.jsonl$/i,
  'other-labels': /^esco_skills_with_alt_labels/i,
  'skill-groups': /^skillGroups/i,
  'skills-hierarchy': /^skillsHierarchy/i,
  'broader-skills': /^broaderRelationsSkillPillar/i,
  'skill-relations': /^skillSkillRelations/i,
  'isco-groups': /^ISCOGroups/i,
  occupations: /^occupations_/i,
  'broader-occupations': /^broaderRelationsOccPillar/i,
  requirements: /^occupationSkillRelations/i,
  'compact-requirements': /^occupation_skills(_\w+)?\.jsonl$/i,
} as const;

export type Part = keyof typeof PARTS;

export interface EscoFile {
  part: Part;
  language: string;
  /** of a collection: 'digital', 'green', … */
  collection: string;
  file: BundledFile;
}

/** The files that are read, and the names of those that are not. */
export function sortFiles(files: readonly BundledFile[]): {
  known: EscoFile[];
  unread: string[];
} {
  const known: EscoFile[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const part = partOf(file.name);
    if (!part) {
      unread.push(file.name);
      continue;
    }
    const collection = PARTS.collection.exec(file.name)?.[1]?.toLowerCase() ?? '';
    known.push({ part, file, collection, language: languageOf(file.name) });
  }
  return { known, unread };
}

export function partOf(name: string): Part | undefined {
  if (!/\.(csv|jsonl)$/i.test(name)) return undefined;
  return (Object.keys(PARTS) as Part[]).find((part) => PARTS[part].test(name));
}

/** Official files end in their language: skills_fr.csv. */
function languageOf(name: string): string {
  return /_([a-z]{2}(?:-[a-z]{2,4})?)\.\w+$/i.exec(name)?.[1]?.toLowerCase() ?? 'en';
}

/** What the whole cannot do without, or is poor without. */
export function missingParts(known: readonly EscoFile[]): string[] {
  const has = (...parts: Part[]) => known.some(({ part }) => parts.includes(part));
  const wanted: [string, boolean][] = [
    ['skills_en.csv', has('skills', 'compact-skills')],
    ['skillGroups_en.csv', has('skill-groups', 'skills-hierarchy')],
    ['skillsHierarchy_en.csv', has('skills-hierarchy')],
    ['broaderRelationsSkillPillar_en.csv', has('broader-skills', 'compact-skills', 'collection')],
    ['skillSkillRelations_en.csv', has('skill-relations')],
    ['ISCOGroups_en.csv', has('isco-groups')],
    ['occupations_en.csv', has('occupations')],
    ['broaderRelationsOccPillar_en.csv', has('broader-occupations')],
    ['occupationSkillRelations_en.csv', has('requirements', 'compact-requirements')],
  ];
  return wanted.flatMap(([name, there]) => (there ? [] : [name]));
}
