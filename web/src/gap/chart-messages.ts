import { defineMessages } from '../language.ts';

/** What stands in the files of the charts and not on the screen, and the names of the files. */
export const gapChartMessages = defineMessages('gap-charts', {
  vi: {
    file: {
      map: 'ban-do-tinh',
      uncovered: 'nhu-cau-chua-day',
      demand: 'nhu-cau-lon-nhat',
      mass: 'nhu-cau-theo-bang-chung',
    },
    uncovered: 'Nhu cầu lớn nhất chưa được dạy',
    demand: 'Nhu cầu lớn nhất',
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
    uncovered: 'The largest demand that is not taught',
    demand: 'The largest demand',
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
