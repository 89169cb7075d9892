import { Problem } from '#src/errors.ts';
import type { ReadSheet } from '#src/files/read-workbook.ts';
import { plain } from '#src/languages/plain.ts';
import { FORMAT, nothing, type Supplement } from './supplement.ts';

type Line = (heading: string) => string;

/** The supplement from its workbook: each sheet is known by its headings. Throws file-not-in-format. */
export function supplementOfSheets(sheets: readonly ReadSheet[]): Supplement {
  const supplement = nothing();
  const found = new Set<string>();
  for (const sheet of sheets) {
    for (const [mark, read] of READERS) {
      const head = sheet.rows[0]?.cells.map(({ text }) => plain(text)) ?? [];
      if (!mark.every((heading) => head.includes(plain(heading)))) continue;
      found.add(mark[0]!);
      const asked = new Set(REPEATED.map(plain));
      for (const { cells } of sheet.rows.slice(1)) {
        read(supplement, (heading) => {
          asked.add(plain(heading));
          return cells[head.indexOf(plain(heading))]?.text.trim() ?? '';
        });
      }
      const unread = head.filter((heading) => heading !== '' && !asked.has(heading));
      if (unread.length > 0) supplement.other.push({ sheet: sheet.name, columns: unread });
      break;
    }
  }
  const missing = READERS.map(([mark]) => mark[0]!).filter((mark) => !found.has(mark));
  if (missing.length > 0) {
    throw new Problem('file-not-in-format', { format: FORMAT, what: missing.join(', ') });
  }
  return supplement;
}

const statementOf = (cell: Line) => ({
  ...{ competence: cell('Competence number'), aiLabel: cell('AI label') },
});

/** What the sheets of statements repeat of their area and competence. */
const REPEATED = [
  'Competence area number',
  'Competence area name',
  'Competence area descriptor',
  'Competence name',
  'Competence descriptor',
];

/** The headings that only one sheet has, and what a line of it says; areas stand in every sheet. */
const READERS: [string[], (supplement: Supplement, cell: Line) => void][] = [
  [
    ['Learning Outcome ID'],
    (supplement, cell) =>
      supplement.outcomes.push({
        ...{ code: cell('Learning Outcome ID'), description: cell('Learning Outcome') },
        ...{ level: cell('Proficiency level'), type: cell('Knowledge skill or attitude') },
        ...statementOf(cell),
      }),
  ],
  [
    ['Competence statement ID'],
    (supplement, cell) =>
      supplement.statements.push({
        ...{ code: cell('Competence statement ID'), description: cell('Competence statement') },
        ...{ level: cell('Proficiency level name'), ...statementOf(cell) },
      }),
  ],
  [
    ['Eight level mapping'],
    (supplement, cell) =>
      supplement.levels.push({
        ...{ four: cell('Proficiency level name'), eight: Number(cell('Eight level mapping')) },
        ...{ six: cell('Six level mapping'), appliesTo: cell('Purpose') },
        fourDescription: cell('Four level proficiency level description'),
        eightDescription: cell('Eight level proficiency level description'),
      }),
  ],
  [
    ['Term', 'Explanation'],
    (supplement, cell) =>
      supplement.glossary.push({ term: cell('Term'), explanation: cell('Explanation') }),
  ],
  [
    ['Competence descriptor', 'Competence area descriptor'],
    (supplement, cell) => {
      const area = cell('Competence area number');
      if (!supplement.areas.some(({ code }) => code === area)) {
        const name = cell('Competence area name');
        supplement.areas.push({
          code: area,
          name,
          description: cell('Competence area descriptor'),
        });
      }
      supplement.competences.push({
        ...{ code: cell('Competence number'), name: cell('Competence name'), area },
        description: cell('Competence descriptor'),
      });
    },
  ],
];
