import { defineMessages } from '../language.ts';

/** What stands in the files of the charts, in part also on the screen, and the names of the files. */
export const gapChartMessages = defineMessages('gap-charts', {
  vi: {
    file: {
      map: 'ban-do-tinh',
      uncovered: 'nhu-cau-chua-day',
      demand: 'nhu-cau-lon-nhat',
      mass: 'nhu-cau-theo-bang-chung',
    },
    uncovered: {
      name: 'Nhu cầu lớn nhất chưa được dạy',
      nameDemand: 'Nhu cầu lớn nhất',
      finding: '{{name}} là nhu cầu lớn nhất chưa chuẩn đầu ra nào nói tới',
      findingDemand: '{{name}} là năng lực được hỏi nhiều nhất',
      nothing: 'Mọi năng lực được hỏi đều có trong một chuẩn đầu ra',
      definition: 'Tỷ lệ vị trí tuyển nêu năng lực; vạch mảnh là khoảng tin cậy 95 %.',
    },
    massFinding: '{{programme}}: chuẩn đầu ra nói tới {{taught}} nhu cầu, {{missing}} không thấy',
    nOfTile: 'n là số tin được tính.',
    nOfRow: 'n là số vị trí tuyển nêu năng lực.',
    source: {
      advertisements: 'Tin tuyển dụng: {{sources}}',
      programme: 'Chương trình {{name}} ({{code}}, bản {{version}}), {{institution}}',
      framework: 'Khung {{code}} {{version}}',
    },
  },
  en: {
    file: {
      map: 'province-map',
      uncovered: 'uncovered-demand',
      demand: 'largest-demand',
      mass: 'demand-by-evidence',
    },
    uncovered: {
      name: 'The largest demand that is not taught',
      nameDemand: 'The largest demand',
      finding: '{{name}} is the largest demand that no learning outcome says',
      findingDemand: '{{name}} is asked for most',
      nothing: 'Every competency in demand stands in a learning outcome',
      definition: 'Share of vacancies that name the competency; the thin line is the 95% interval.',
    },
    massFinding:
      '{{programme}}: learning outcomes say {{taught}} of the demand, {{missing}} is not found',
    nOfTile: 'n counts advertisements.',
    nOfRow: 'n counts the vacancies that name the competency.',
    source: {
      advertisements: 'Advertisements: {{sources}}',
      programme: 'Programme {{name}} ({{code}}, version {{version}}), {{institution}}',
      framework: 'Framework {{code}} {{version}}',
    },
  },
});
