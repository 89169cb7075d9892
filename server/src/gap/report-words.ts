import type { RefusalCode } from '#src/measures/contract.ts';
import type { CoverageState, GapAnswers } from './contract.ts';

interface ReportWords {
  title: string;
  demonstration: string;
  fictional: string;
  programme: string;
  version: string;
  dated: string;
  demandBase: string;
  reach: string;
  noReach: string;
  held: string;
  syllabi: string;
  framework: string;
  definition: string;
  unit: string;
  answersTitle: string;
  answers: Record<keyof GapAnswers, string>;
  coverageValue: string;
  coverageBounds: string;
  boundsWhy: string;
  interval: string;
  refused: string;
  refusals: Record<RefusalCode, string>;
  massTitle: string;
  massWhy: string;
  states: Record<CoverageState, string>;
  uncoveredTitle: string;
  nothingUncovered: string;
  tableTitle: string;
  evidenceTitle: string;
  columns: {
    item: string;
    value: string;
    code: string;
    competency: string;
    area: string;
    vacancies: string;
    share: string;
    low: string;
    high: string;
    byText: string;
    state: string;
    exposureLow: string;
    exposureHigh: string;
    exposure: string;
    evidence: string;
    outcome: string;
    course: string;
    courseTitle: string;
    statement: string;
    words: string;
    wholeProgramme: string;
    answer: string;
    reason: string;
  };
  sheets: { summary: string; rows: string; evidence: string; refusals: string };
  courseState: Record<'missing' | 'without-outcomes' | 'present', string>;
}

/** The words of the reports on paper, in tables and in the terminal. {placeholders} are filled by their builders. */
export const REPORT_WORDS: Record<'vi' | 'en', ReportWords> = {
  vi: {
    title: 'Mức bao phủ nhu cầu của chương trình đào tạo',
    demonstration: 'DỮ LIỆU MINH HỌA – các tổ chức và tin tuyển dụng đều hư cấu',
    fictional: '(hư cấu)',
    programme: 'Chương trình: {name} ({code}) – {institution}',
    version: 'Phiên bản {number}{dated}',
    dated: ', ban hành ngày {date}',
    demandBase:
      'Cơ sở nhu cầu: n = {vacancies} vị trí tuyển dụng từ {advertisements} tin của {employers} nhà tuyển dụng, đăng từ {from} đến {to}. Nguồn: {sources}.',
    reach: 'Độ phủ từ vựng: nhận ra {reach} lượng thẻ kỹ năng.',
    noReach: 'Tin tuyển dụng không có thẻ kỹ năng nên chưa biết độ phủ từ vựng.',
    held: '{held} tin chờ người duyệt, chưa tính.',
    syllabi:
      'Đề cương: {withSyllabus}/{courses} học phần có đề cương, {withOutcomes}/{courses} có chuẩn đầu ra ({share} số tín chỉ).',
    framework: 'Khung năng lực {code}, phiên bản {version}, từ vựng lần {revision}.',
    definition:
      'Mức bao phủ = tổng (tỷ lệ vị trí tuyển dụng × mức tiếp cận của sinh viên) chia cho tổng tỷ lệ vị trí tuyển dụng, trên mọi năng lực được yêu cầu. Mức tiếp cận: học phần bắt buộc là 1; học phần tự chọn là số tín chỉ phải chọn chia cho số tín chỉ của khối; từ 0 đến 1 khi không biết quy tắc. Chưa xét bậc năng lực.',
    unit: 'Đơn vị: vị trí tuyển dụng (tin trùng được gộp), mỗi vị trí có trọng số 1.',
    answersTitle: 'Bốn câu hỏi về khoảng cách',
    answers: {
      coverage: 'Mức bao phủ hôm nay',
      processTimes: 'Thời gian xử lý',
      lag: 'Độ trễ lan tỏa L50',
      peopleShort: 'Số người còn thiếu',
    },
    coverageValue: '{value} nhu cầu được dạy',
    coverageBounds: 'từ {low} đến {high} nhu cầu được dạy',
    boundsWhy:
      'Hai cận khác nhau vì chưa biết sinh viên nào học những học phần tự chọn nào, và chuẩn đầu ra của cả chương trình không cho biết học phần nào dạy.',
    interval: 'khoảng tin cậy 95 %: {low} đến {high}',
    refused: 'Chưa thể trả lời: {reason}',
    refusals: {
      'no-demand': 'chưa có tin tuyển dụng nào được tính; hãy nhập ít nhất 30 tin tuyển dụng.',
      'no-programme':
        'chưa có chương trình đào tạo nào; hãy nhập một chương trình có học phần và chuẩn đầu ra.',
      'too-few-advertisements': 'mới có {advertisements} tin được tính, cần ít nhất {needed} tin.',
      'history-too-short':
        'tin tuyển dụng mới có trong {months} tháng, cần ít nhất {needed} tháng, và các khóa tuyển sinh có ghi ngày.',
      'no-dated-hops':
        'chưa chặng nào trong {hops} chặng từ khi thấy nhu cầu đến khi người học có việc làm được ghi ngày.',
      'no-opening-stock':
        'chưa biết đầu kỳ có bao nhiêu người đã có năng lực; cần số liệu đầu kỳ có nguồn và ngày.',
    },
    massTitle: 'Tổng nhu cầu chia theo căn cứ trong chương trình',
    massWhy: '(chưa nhân với mức tiếp cận của sinh viên)',
    states: {
      taught: 'có chuẩn đầu ra nêu rõ',
      'title-only': 'chỉ gợi ý qua tên học phần',
      'syllabus-missing': 'chưa có căn cứ vì thiếu đề cương',
      'not-found': 'không thấy trong chuẩn đầu ra nào',
    },
    uncoveredTitle: 'Nhu cầu lớn nhất chưa chuẩn đầu ra nào nêu',
    nothingUncovered: 'Mọi năng lực được yêu cầu đều có chuẩn đầu ra nêu rõ.',
    tableTitle: 'Toàn bộ năng lực được yêu cầu',
    evidenceTitle: 'Chuẩn đầu ra làm căn cứ',
    columns: {
      item: 'Mục',
      value: 'Nội dung',
      code: 'Mã',
      competency: 'Năng lực',
      area: 'Nhóm',
      vacancies: 'Số vị trí',
      share: 'Tỷ lệ vị trí',
      low: 'Cận dưới 95 %',
      high: 'Cận trên 95 %',
      byText: 'Chỉ theo phần mô tả',
      state: 'Căn cứ',
      exposureLow: 'Tiếp cận, từ',
      exposureHigh: 'Tiếp cận, đến',
      exposure: 'Tiếp cận',
      evidence: 'Chuẩn đầu ra hoặc học phần',
      outcome: 'Chuẩn đầu ra',
      course: 'Mã học phần',
      courseTitle: 'Học phần',
      statement: 'Nội dung chuẩn đầu ra',
      words: 'Từ ngữ làm căn cứ',
      wholeProgramme: 'cả chương trình',
      answer: 'Câu hỏi',
      reason: 'Trả lời',
    },
    sheets: {
      summary: 'Tóm tắt',
      rows: 'Năng lực',
      evidence: 'Căn cứ',
      refusals: 'Câu trả lời',
    },
    courseState: {
      missing: 'chưa có đề cương',
      'without-outcomes': 'đề cương không nêu chuẩn đầu ra',
      present: 'có chuẩn đầu ra',
    },
  },
  en: {
    title: 'How much of the demand the programme covers',
    demonstration: 'DEMONSTRATION DATA – organisations and advertisements are fictional',
    fictional: '(fictional)',
    programme: 'Programme: {name} ({code}) – {institution}',
    version: 'Version {number}{dated}',
    dated: ', dated {date}',
    demandBase:
      'Base of demand: n = {vacancies} vacancies from {advertisements} advertisements of {employers} employers, posted from {from} to {to}. Sources: {sources}.',
    reach: 'Reach: the lexicon recognises {reach} of the skill tags.',
    noReach: 'The advertisements carry no skill tags, so the reach of the lexicon is unknown.',
    held: '{held} advertisements are held for a person and not counted.',
    syllabi:
      'Syllabi: {withSyllabus}/{courses} courses have a syllabus here, {withOutcomes}/{courses} have learning outcomes ({share} of the credits).',
    framework: 'Framework {code}, version {version}, lexicon revision {revision}.',
    definition:
      'Coverage = sum of (share of vacancies × exposure of the students) divided by the sum of the shares of vacancies, over all competencies asked for. Exposure: 1 for a required course; credits to choose divided by credits on offer for an elective; 0 to 1 where the rule is unknown. Levels are not compared yet.',
    unit: 'Unit: vacancy (repeated postings merged), each of weight 1.',
    answersTitle: 'The four questions of the gap',
    answers: {
      coverage: 'Coverage today',
      processTimes: 'Process times',
      lag: 'Diffusion lag L50',
      peopleShort: 'People short',
    },
    coverageValue: '{value} of the demand is taught',
    coverageBounds: '{low} to {high} of the demand is taught',
    boundsWhy:
      'The bounds differ because nobody knows which students take which electives, and an outcome of the whole programme does not say which course teaches it.',
    interval: '95% interval: {low} to {high}',
    refused: 'Cannot be told yet: {reason}',
    refusals: {
      'no-demand': 'no advertisement is counted; import at least 30 advertisements.',
      'no-programme': 'there is no programme; import one with its courses and learning outcomes.',
      'too-few-advertisements':
        'only {advertisements} advertisements are counted, at least {needed} are needed.',
      'history-too-short':
        'the advertisements stand in {months} months; at least {needed} months are needed, and dated intakes.',
      'no-dated-hops':
        'none of the {hops} steps from a need seen to a graduate at work has a recorded date.',
      'no-opening-stock':
        'nobody knows how many people had the competency at the start; an opening head-count with its source and date is needed.',
    },
    massTitle: 'All demand by the evidence in the programme',
    massWhy: '(before the exposure of the students)',
    states: {
      taught: 'a learning outcome says it',
      'title-only': 'suggested by a course title only',
      'syllabus-missing': 'no evidence because the syllabus is missing',
      'not-found': 'not found in any outcome',
    },
    uncoveredTitle: 'The largest demand that no outcome teaches',
    nothingUncovered: 'A learning outcome says every competency that is asked for.',
    tableTitle: 'All competencies asked for',
    evidenceTitle: 'Learning outcomes that say it',
    columns: {
      item: 'Item',
      value: 'Content',
      code: 'Code',
      competency: 'Competency',
      area: 'Area',
      vacancies: 'Vacancies',
      share: 'Share of vacancies',
      low: '95% low',
      high: '95% high',
      byText: 'By the text alone',
      state: 'Evidence',
      exposureLow: 'Exposure, from',
      exposureHigh: 'Exposure, to',
      exposure: 'Exposure',
      evidence: 'Outcomes or courses',
      outcome: 'Outcome',
      course: 'Course code',
      courseTitle: 'Course',
      statement: 'Words of the outcome',
      words: 'Words that say it',
      wholeProgramme: 'whole programme',
      answer: 'Question',
      reason: 'Answer',
    },
    sheets: { summary: 'Summary', rows: 'Competencies', evidence: 'Evidence', refusals: 'Answers' },
    courseState: {
      missing: 'no syllabus here',
      'without-outcomes': 'the syllabus states no outcomes',
      present: 'has learning outcomes',
    },
  },
};
