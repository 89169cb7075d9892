import { writeCsv, writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { CoverageReport, CoverageRow, OutcomeEvidence } from './contract.ts';
import { ANSWERS, answerLines, baseLines, percent, type Language } from './report-lines.ts';
import { REPORT_WORDS } from './report-words.ts';

/** A workbook: summary, competencies, evidence with its words, and the four answers or refusals. */
export function coverageXlsx(report: CoverageReport, language: Language): Promise<Buffer> {
  return writeXlsx([
    summarySheet(report, language),
    rowSheet(report, language),
    evidenceSheet(report, language),
    answerSheet(report, language),
  ]);
}

/** One table of competencies; what it rests on stands above it. */
export function coverageCsv(report: CoverageReport, language: Language): string {
  const say = REPORT_WORDS[language];
  const { columns, rows } = rowSheet(report, language);
  const answers = ANSWERS.map(
    (answer) =>
      `${say.answers[answer]}: ${answerLines(report.answers[answer], language).join('; ')}`,
  );
  return writeCsv({
    preface: [say.title, ...baseLines(report, language), say.unit, say.definition, ...answers],
    columns,
    rows,
  });
}

function summarySheet(report: CoverageReport, language: Language): Sheet {
  const say = REPORT_WORDS[language];
  const { coverage } = report.answers;
  const states = Object.entries(report.massByState) as [CoverageRow['state'], number][];
  return {
    name: say.sheets.summary,
    preface: [say.title, ...baseLines(report, language)],
    columns: [
      { title: say.columns.item, width: 44 },
      { title: say.columns.value, width: 90 },
    ],
    rows: [
      [say.answers.coverage, answerLines(coverage, language).join('; ')],
      ...states.map(([state, mass]) => [say.states[state], percent(mass, language)]),
      [say.massTitle, say.massWhy],
      [say.unit, say.definition],
    ],
  };
}

function rowSheet(report: CoverageReport, language: Language): Sheet {
  const { columns, sheets, states } = REPORT_WORDS[language];
  const share = '0.0%';
  return {
    name: sheets.rows,
    preface: baseLines(report, language),
    columns: [
      { title: columns.code, width: 20 },
      { title: columns.competency, width: 40 },
      { title: columns.area, width: 10 },
      { title: columns.vacancies, width: 10, format: '0' },
      { title: columns.share, width: 12, format: share },
      { title: columns.low, width: 12, format: share },
      { title: columns.high, width: 12, format: share },
      { title: columns.byText, width: 14, format: share },
      { title: columns.state, width: 34 },
      { title: columns.exposureLow, width: 12, format: share },
      { title: columns.exposureHigh, width: 12, format: share },
      { title: columns.evidence, width: 60 },
    ],
    rows: report.rows.map((row) => [
      row.competency.code,
      inLanguage(row.competency.label, language),
      row.competency.areaCode,
      row.vacancies,
      row.share.value,
      row.share.low,
      row.share.high,
      row.shareByText,
      states[row.state],
      row.state === 'taught' ? row.exposure.low : null,
      row.state === 'taught' ? row.exposure.high : null,
      evidenceWords(row, language),
    ]),
  };
}

/** Outcomes by their codes; courses by code, title and what is known of their syllabus. */
function evidenceWords({ outcomes, courses }: CoverageRow, language: Language): string {
  const { columns, courseState } = REPORT_WORDS[language];
  return [
    ...outcomes.map(({ course, outcomeCode }) =>
      course
        ? `${course.code ?? inLanguage(course.title, language)} ${outcomeCode}`
        : `${outcomeCode} (${columns.wholeProgramme})`,
    ),
    ...courses.map(({ code, title, syllabus }) =>
      `${code ?? ''} ${inLanguage(title, language)} (${courseState[syllabus]})`.trim(),
    ),
  ].join('; ');
}

function evidenceSheet(report: CoverageReport, language: Language): Sheet {
  const { columns, sheets } = REPORT_WORDS[language];
  const share = '0.0%';
  return {
    name: sheets.evidence,
    preface: baseLines(report, language),
    columns: [
      { title: columns.code, width: 20 },
      { title: columns.competency, width: 36 },
      { title: columns.course, width: 14 },
      { title: columns.courseTitle, width: 36 },
      { title: columns.outcome, width: 12 },
      { title: columns.statement, width: 80 },
      { title: columns.words, width: 32 },
      { title: columns.exposureLow, width: 12, format: share },
      { title: columns.exposureHigh, width: 12, format: share },
    ],
    rows: report.rows.flatMap(({ competency, outcomes }) =>
      outcomes.map((outcome) => [
        competency.code,
        inLanguage(competency.label, language),
        outcome.course ? outcome.course.code : null,
        outcome.course ? inLanguage(outcome.course.title, language) : columns.wholeProgramme,
        outcome.outcomeCode,
        outcome.statement,
        saidWords(outcome),
        outcome.exposure.low,
        outcome.exposure.high,
      ]),
    ),
  };
}

const saidWords = ({ statement, spans }: OutcomeEvidence): string =>
  spans.map(({ start, end }) => statement.slice(start, end)).join('; ');

function answerSheet(report: CoverageReport, language: Language): Sheet {
  const { columns, sheets, answers } = REPORT_WORDS[language];
  return {
    name: sheets.refusals,
    preface: baseLines(report, language),
    columns: [
      { title: columns.answer, width: 30 },
      { title: columns.reason, width: 110 },
    ],
    rows: ANSWERS.map((answer) => [
      answers[answer],
      answerLines(report.answers[answer], language).join('; '),
    ]),
  };
}
