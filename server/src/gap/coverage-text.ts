import { inLanguage } from '#src/languages/local-text.ts';
import type { CoverageReport, CoverageRow, CoverageState } from './contract.ts';
import { ANSWERS, answerLines, baseLines, percent, range, type Language } from './report-lines.ts';
import { REPORT_WORDS } from './report-words.ts';

const LARGEST = 15;
const NAME_WIDTH = 38;
const STATES: CoverageState[] = ['taught', 'title-only', 'syllabus-missing', 'not-found'];

/** The report as plain text for a terminal: what it rests on, the four answers, the largest holes, the table. */
export function coverageText(report: CoverageReport, language: Language): string {
  const say = REPORT_WORDS[language];
  const heading = (title: string) => ['', title, '─'.repeat([...title].length)];
  const uncovered = report.rows.filter(({ state }) => state !== 'taught').slice(0, LARGEST);
  return [
    say.title,
    '═'.repeat([...say.title].length),
    ...baseLines(report, language),
    say.unit,
    ...heading(say.answersTitle),
    ...ANSWERS.flatMap((answer) => {
      const [first, ...rest] = answerLines(report.answers[answer], language);
      return [`${say.answers[answer]}: ${first ?? ''}`, ...rest.map((line) => `    ${line}`)];
    }),
    ...heading(`${say.massTitle} ${say.massWhy}`),
    ...STATES.map(
      (state) =>
        `${percent(report.massByState[state], language).padStart(8)}  ${say.states[state]}`,
    ),
    ...heading(say.uncoveredTitle),
    ...(uncovered.length === 0
      ? [say.nothingUncovered]
      : uncovered.map((row) => tableLine(row, language))),
    ...heading(say.tableTitle),
    columnLine(language),
    ...report.rows.map((row) => tableLine(row, language)),
    '',
    say.definition,
    '',
  ].join('\n');
}

function columnLine(language: Language): string {
  const { columns } = REPORT_WORDS[language];
  return line([
    columns.competency,
    columns.vacancies,
    columns.share,
    `[95${language === 'vi' ? '\u00a0' : ''}%]`,
    columns.exposure,
    columns.state,
  ]);
}

function tableLine(row: CoverageRow, language: Language): string {
  const { share, state, exposure } = row;
  return line([
    inLanguage(row.competency.label, language),
    String(row.vacancies),
    percent(share.value, language),
    `[${percent(share.low, language, 0)}–${percent(share.high, language, 0)}]`,
    state === 'taught' ? range(exposure, language) : '–',
    stateWords(row, language),
  ]);
}

/** The state, and for what is taught the first outcome that says it. */
function stateWords({ state, outcomes }: CoverageRow, language: Language): string {
  const [first, ...more] = outcomes;
  const words = REPORT_WORDS[language].states[state];
  if (!first) return words;
  const where = [first.course?.code, first.outcomeCode].filter(Boolean).join(' ');
  return `${words} (${where}${more.length > 0 ? `, +${more.length}` : ''})`;
}

function line([name = '', ...cells]: string[]): string {
  const widths = [10, 13, 15, 14];
  const letters = [...name];
  const shown =
    letters.length > NAME_WIDTH ? `${letters.slice(0, NAME_WIDTH - 1).join('')}…` : name;
  return [
    shown.padEnd(NAME_WIDTH),
    ...cells.map((cell, index) =>
      index < widths.length ? cell.padStart(widths[index]!) : ` ${cell}`,
    ),
  ]
    .join(' ')
    .trimEnd();
}
