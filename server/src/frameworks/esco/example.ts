import { strToU8, zipSync } from 'fflate';

const ESCO = 'http://data.europa.eu/esco';
export const uuid = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
export const skill = (last: number) => `${ESCO}/skill/${uuid(last)}`;
export const occupation = (last: number) => `${ESCO}/occupation/${uuid(last)}`;
export const isco = (code: string) => `${ESCO}/isco/C${code}`;
export const isced = (code: string) => `${ESCO}/isced-f/${code}`;

export const csv = (...rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\r\n')
    .join('');

/** The header of the official skills_en.csv. */
export const SKILLS = [
  ...['conceptType', 'conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels'],
  ...['hiddenLabels', 'status', 'modifiedDate', 'scopeNote', 'definition', 'inScheme'],
  'description',
];

export function skillCells(last: number, label: string, over: Record<string, string> = {}) {
  const cells: Record<string, string> = {
    ...{ conceptType: 'KnowledgeSkillCompetence', conceptUri: skill(last) },
    ...{ skillType: 'skill/competence', reuseLevel: 'cross-sector', preferredLabel: label },
    ...{ status: 'released', description: `What “${label}” means.`, ...over },
  };
  return SKILLS.map((column) => cells[column] ?? '');
}

const BROADER = ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'];

/** A small ESCO in the official layout: two pillars, four skills in two languages, three occupations. */
export function exampleFiles(): Record<string, string> {
  return {
    'conceptSchemes_en.csv': csv(
      [
        'conceptType',
        'conceptSchemeUri',
        'preferredLabel',
        'title',
        'status',
        'description',
        'hasTopConcept',
      ],
      ['ConceptScheme', `${ESCO}/concept-scheme/digital`, 'Digital', '', 'released', '', ''],
    ),
    'skills_en.csv': csv(
      SKILLS,
      skillCells(1, 'tend bees', {
        altLabels: 'keep bees\nlook after bees',
        hiddenLabels: 'tend beees',
      }),
      skillCells(2, 'bee biology', { skillType: 'knowledge', scopeNote: 'Excludes wasps.' }),
      skillCells(3, 'smoke a hive', { modifiedDate: '2024-01-01T00:00:00Z' }),
      skillCells(4, 'sell honey'),
    ),
    'skills_fr.csv': csv(
      SKILLS,
      skillCells(1, 's’occuper d’abeilles', {
        description: 'Élever.',
        altLabels: 'élever des abeilles',
      }),
    ),
    'skillGroups_en.csv': csv(
      ['conceptType', 'conceptUri', 'preferredLabel', 'altLabels', 'status', 'description', 'code'],
      ['SkillGroup', skill(90), 'skills', '', 'released', '', 'S'],
      ['SkillGroup', skill(91), 'caring for animals', '', 'released', '', 'S3'],
      ['SkillGroup', isced('0811'), 'crop and livestock', '', 'released', '', '0811'],
    ),
    // the official file leaves out cells at the end of its rows
    'skillsHierarchy_en.csv':
      'Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Description,Level 0 code,Level 1 code\r\n' +
      `${skill(90)},skills,,,,S\r\n${skill(90)},skills,${skill(91)},caring for animals,,S,S3\r\n`,
    'broaderRelationsSkillPillar_en.csv': csv(
      BROADER,
      ['KnowledgeSkillCompetence', skill(1), 'SkillGroup', skill(91)],
      ['KnowledgeSkillCompetence', skill(2), 'SkillGroup', isced('0811')],
      ['KnowledgeSkillCompetence', skill(3), 'SkillGroup', skill(91)],
      ['KnowledgeSkillCompetence', skill(3), 'KnowledgeSkillCompetence', skill(1)],
    ),
    'skillSkillRelations_en.csv': csv(
      [
        'originalSkillUri',
        'originalSkillType',
        'relationType',
        'relatedSkillType',
        'relatedSkillUri',
      ],
      [skill(1), 'skill/competence', 'essential', 'knowledge', skill(2)],
    ),
    'digitalSkillsCollection_en.csv': csv(
      [
        'conceptType',
        'conceptUri',
        'preferredLabel',
        'status',
        'skillType',
        'reuseLevel',
        'altLabels',
        'description',
        'broaderConceptUri',
      ],
      [
        'KnowledgeSkillCompetence',
        skill(4),
        'sell honey',
        'released',
        'skill/competence',
        '',
        'trade honey | deal in honey',
        '',
        skill(90),
      ],
    ),
    'ISCOGroups_en.csv': csv(
      [
        'conceptType',
        'conceptUri',
        'code',
        'preferredLabel',
        'status',
        'altLabels',
        'inScheme',
        'description',
      ],
      ['ISCOGroup', isco('6'), '6', 'Agricultural workers', 'released', '', '', ''],
      ['ISCOGroup', isco('61'), '61', 'Market-oriented workers', 'released', '', '', ''],
    ),
    'occupations_en.csv': csv(
      [
        'conceptType',
        'conceptUri',
        'iscoGroup',
        'preferredLabel',
        'altLabels',
        'status',
        'description',
        'code',
      ],
      [
        'Occupation',
        occupation(1),
        '61',
        ' beekeeper ',
        'apiarist\nbee farmer',
        'released',
        'Keeps bees.',
        '61.1',
      ],
      [
        'Occupation',
        occupation(2),
        '61',
        'queen breeder',
        '',
        'released',
        'Breeds queens.',
        '61.1.1',
      ],
      ['Occupation', occupation(3), '61', 'honey trader', '', 'released', 'Sells.', '61.2'],
    ),
    'broaderRelationsOccPillar_en.csv': csv(
      BROADER,
      ['ISCOGroup', isco('61'), 'ISCOGroup', isco('6')],
      ['Occupation', occupation(1), 'ISCOGroup', isco('61')],
      ['Occupation', occupation(2), 'Occupation', occupation(1)],
    ),
    'occupationSkillRelations_en.csv': csv(
      ['occupationUri', 'relationType', 'skillType', 'skillUri'],
      [occupation(1), 'essential', 'skill/competence', skill(1)],
      [occupation(1), 'optional', 'skill/competence', skill(4)],
      [occupation(2), 'essential', 'knowledge', skill(2)],
      [occupation(2), 'optional', 'knowledge', skill(2)],
    ),
  };
}

export function bundleOf(files: Record<string, string>): Buffer {
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1) }));
}
