import { defineMessages } from '../language.ts';

/** Words that every screen of the gap needs; the pages have their own beside them. */
export const gapMessages = defineMessages('gap', {
  vi: {
    answer: {
      coverage: 'Nhu cầu đã được dạy',
      processTimes: 'Thời gian xử lý',
      lag: 'Độ trễ L50',
      peopleShort: 'Người còn thiếu',
    },
    unit: 'vị trí tuyển',
    open: 'Định nghĩa và bản ghi',
    openOf: 'Định nghĩa và bản ghi: {{answer}}',
    stale: 'Dữ liệu đã thay đổi sau khi tính',
    boundsWhy: 'Là một khoảng, vì chưa biết bao nhiêu sinh viên học các học phần tự chọn.',
    refusal: {
      'no-demand': {
        missing: 'Chưa có tin tuyển dụng nào được tính.',
        answer: 'Nhập ít nhất 30 tin tuyển dụng.',
      },
      'no-programme': {
        missing: 'Chưa có chương trình đào tạo nào.',
        answer: 'Nhập một chương trình có học phần và chuẩn đầu ra.',
      },
      'too-few-advertisements': {
        missing: 'Quá ít tin tuyển dụng: mới có {{advertisements}} tin.',
        answer: 'Cần ít nhất {{needed}} tin được tính.',
      },
      'history-too-short': {
        missing: 'Tin tuyển dụng mới trải {{months}} tháng.',
        answer:
          'Cần ít nhất {{needed}} tháng tin tuyển dụng liên tục, và các khóa tuyển sinh có ngày.',
      },
      'no-dated-hops': {
        missing: 'Chưa chặng nào từ nhu cầu tới người làm việc có ngày được ghi.',
        answer:
          'Ghi ngày thấy nhu cầu, cập nhật khung, phê duyệt, nhập học, tốt nghiệp, nhận việc.',
      },
      'no-opening-stock': {
        missing: 'Chưa biết đầu kỳ có bao nhiêu người làm được việc.',
        answer: 'Cần số người đầu kỳ theo năng lực, có nguồn và ngày.',
      },
    },
    state: {
      taught: 'Có dạy',
      'title-only': 'Chỉ tên học phần gợi ý',
      'syllabus-missing': 'Thiếu đề cương',
      'not-found': 'Không thấy',
    },
    stateMeaning: {
      taught: 'Một chuẩn đầu ra nói rõ năng lực này.',
      'title-only': 'Tên một học phần gợi ý năng lực này, nhưng chưa chuẩn đầu ra nào nói.',
      'syllabus-missing':
        'Một học phần cùng lĩnh vực chưa có chuẩn đầu ra ở đây, nên chưa thể nói có hay không.',
      'not-found': 'Không có trong chuẩn đầu ra nào đang có ở đây.',
    },
    base: {
      label: 'Cơ sở của các con số',
      vacancies: '{{vacancies}} vị trí tuyển từ {{advertisements}} tin',
      period: 'Đăng {{period}}',
      reach: 'Từ vựng nhận ra {{share}} lượng thẻ kỹ năng',
      noReach: 'Tin không có thẻ kỹ năng, nên chưa biết từ vựng nhận ra bao nhiêu',
      syllabi: '{{with}}/{{count}} học phần có chuẩn đầu ra ({{share}} số tín chỉ)',
      held: '{{count}} tin bị giữ lại, không tính',
    },
    figures: {
      interval: '[{{range}}]',
      n: 'n = {{n}}',
      byText: 'chỉ trong phần yêu cầu: {{share}}',
    },
  },
  en: {
    answer: {
      coverage: 'Demand that is taught',
      processTimes: 'Process times',
      lag: 'Diffusion lag L50',
      peopleShort: 'People short',
    },
    unit: 'vacancies',
    open: 'Definition and records',
    openOf: 'Definition and records: {{answer}}',
    stale: 'The data changed after this was computed',
    boundsWhy: 'A range, because nobody knows how many students take the electives.',
    refusal: {
      'no-demand': {
        missing: 'No advertisement is counted yet.',
        answer: 'Import at least 30 advertisements.',
      },
      'no-programme': {
        missing: 'There is no programme yet.',
        answer: 'Import a programme with courses and learning outcomes.',
      },
      'too-few-advertisements': {
        missing: 'Too few advertisements: only {{advertisements}} so far.',
        answer: 'At least {{needed}} counted advertisements are needed.',
      },
      'history-too-short': {
        missing: 'The advertisements span only {{months}} months.',
        answer: 'At least {{needed}} months of advertisements without a break, and dated intakes.',
      },
      'no-dated-hops': {
        missing: 'No step from the need to a person at work has a recorded date.',
        answer:
          'Record the dates of needs seen, programmes approved, cohorts started, people deployed.',
      },
      'no-opening-stock': {
        missing: 'Nobody knows yet how many people could do the work at the start.',
        answer: 'An opening head-count by competency, with its source and date.',
      },
    },
    state: {
      taught: 'Taught',
      'title-only': 'Only a title suggests it',
      'syllabus-missing': 'Syllabus missing',
      'not-found': 'Not found',
    },
    stateMeaning: {
      taught: 'A learning outcome says this competency.',
      'title-only': 'The title of a course suggests it, but no learning outcome says it.',
      'syllabus-missing':
        'A course of the same area has no learning outcomes here, so neither yes nor no can be said.',
      'not-found': 'It is in none of the learning outcomes that are here.',
    },
    base: {
      label: 'What the figures rest on',
      vacancies: '{{vacancies}} vacancies from {{advertisements}} advertisements',
      period: 'Posted {{period}}',
      reach: 'The lexicon reaches {{share}} of the skill tags',
      noReach: 'The advertisements carry no skill tags, so the reach of the lexicon is unknown',
      syllabi: '{{with}}/{{count}} courses have learning outcomes ({{share}} of the credits)',
      held: '{{count}} advertisements held back, not counted',
      held_one: '{{count}} advertisement held back, not counted',
    },
    figures: {
      interval: '[{{range}}]',
      n: 'n = {{n}}',
      byText: 'in the requirements alone: {{share}}',
    },
  },
});
