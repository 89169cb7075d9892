import type { BundledFile } from '#src/imports/bundle.ts';

/** The files of the O*NET database that are read, by their official names. */
const PARTS = {
  occupations: 'Occupation Data',
  'alternate-titles': 'Alternate Titles',
  'reported-titles': 'Sample of Reported Titles',
  'job-zones': 'Job Zones',
  'content-model': 'Content Model Reference',
  skills: 'Skills',
  knowledge: 'Knowledge',
  'work-styles': 'Work Styles',
  technology: 'Technology Skills',
  commodities: 'UNSPSC Reference',
  tasks: 'Task Statements',
  'emerging-tasks': 'Emerging Tasks',
  'task-activities': 'Tasks to DWAs',
  activities: 'DWA Reference',
  'activity-groups': 'IWA Reference',
} as const;

export type Part = keyof typeof PARTS;

/** Named in full, or as copies write it: 'Technology Skills.txt', 'technology_skills.tsv'. */
export function partOf(name: string): Part | undefined {
  if (!/\.(txt|tsv)$/i.test(name)) return undefined;
  const plain = plainName(name.replace(/\.\w+$/, ''));
  return (Object.keys(PARTS) as Part[]).find((part) => plainName(PARTS[part]) === plain);
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export function sortFiles(files: readonly BundledFile[]): {
  known: Map<Part, BundledFile>;
  unread: string[];
  missing: string[];
} {
  const known = new Map<Part, BundledFile>();
  const unread: string[] = [];
  for (const file of files) {
    const part = partOf(file.name);
    if (part && !known.has(part)) known.set(part, file);
    else unread.push(file.name);
  }
  const missing = (Object.keys(PARTS) as Part[]).filter(
    // where the titles of these groups do not stand beside the activities, they have a file
    (part) => !known.has(part) && part !== 'activity-groups',
  );
  return { known, unread, missing: missing.map((part) => `${PARTS[part]}.txt`) };
}
