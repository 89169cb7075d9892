import { defineMessages } from '../language.ts';

export const briefMessages = defineMessages('brief', {
  vi: {
    window: 'Bản tóm tắt: {{programme}}',
    print: 'In hai trang',
    back: 'Về bảng mức bao phủ',
    kind: 'Bản tóm tắt cho người lập kế hoạch',
    page: 'Trang {{page}}/2',
    question: '{{programme}} đáp ứng bao nhiêu nhu cầu của thị trường?',
    finding: 'Chương trình đã dạy {{share}} nhu cầu.',
    interval: 'Khoảng tin cậy 95 %: {{range}}, n = {{n}} vị trí tuyển.',
    answers: 'Bốn câu hỏi',
    answer: {
      processTimes: 'Mất bao lâu từ lúc thấy nhu cầu tới lúc có người làm?',
      lag: 'Đào tạo đi sau nhu cầu bao nhiêu tháng?',
      peopleShort: 'Còn thiếu bao nhiêu người?',
      coverage: 'Bao nhiêu nhu cầu đã được dạy?',
    },
    refused: 'Chưa thể kết luận.',
    mass: 'Nhu cầu chia theo bằng chứng trong chương trình',
    uncovered: 'Nhu cầu lớn nhất chưa được dạy',
    uncoveredNone: 'Mọi năng lực được hỏi đều có trong một chuẩn đầu ra.',
    taught: 'Nhu cầu lớn nhất đã được dạy',
    taughtNone: 'Chưa chuẩn đầu ra nào nói một năng lực được hỏi.',
    column: {
      competency: 'Năng lực',
      share: 'Tỷ lệ vị trí tuyển',
      evidence: 'Bằng chứng',
      outcome: 'Chuẩn đầu ra nói năng lực này',
      exposure: 'Sinh viên tiếp cận',
    },
    evidence: {
      'title-only': 'Chỉ tên học phần gợi ý: {{courses}}.',
      'syllabus-missing': 'Thiếu đề cương: {{courses}}.',
      'not-found': 'Không thấy trong chuẩn đầu ra nào đang có.',
      more: '{{courses}} và {{count}} học phần khác',
      excerpt: 'Tin số {{id}}, {{date}}: ',
      byText: 'chỉ trong phần yêu cầu {{share}}',
    },
    method: 'Cách tính',
    methods: {
      unit: 'Đơn vị là vị trí tuyển: các tin cùng nhà tuyển dụng, chức danh và tỉnh, đăng cách nhau không quá 60 ngày, gộp làm một. Mỗi vị trí có trọng số 1; số người cần tuyển chưa biết.',
      link: 'Năng lực được nhận ra bằng từ điển của khung {{framework}} bản {{version}} (từ vựng lần {{revision}}) trong tên tin, thẻ kỹ năng và phần yêu cầu. {{reach}}',
      reach: 'Từ điển nhận ra {{share}} lượng thẻ kỹ năng.',
      exposure:
        'Mức bao phủ = tổng (tỷ lệ vị trí tuyển × phần sinh viên tiếp cận) chia tổng tỷ lệ vị trí tuyển. Học phần bắt buộc tính 1, tự chọn tính theo quy tắc tín chỉ của nhóm; chỗ chưa biết là một khoảng.',
      interval:
        'Khoảng tin cậy 95 % lấy mẫu lại theo nhà tuyển dụng {{draws}} lần, hạt giống cố định.',
    },
    limits: 'Giới hạn',
    limit: {
      syllabi:
        'Chuẩn đầu ra mới có cho {{with}}/{{count}} học phần ({{share}} số tín chỉ). “Không thấy” không có nghĩa là không dạy.',
      level: 'Chưa biết mức thành thạo mà tin đòi hỏi và chương trình đạt tới.',
      sample:
        'Tin tuyển dụng không đại diện cho mọi việc làm; {{count}} tin có văn bản lặp lại bị giữ lại, không tính.',
      history: 'Không có câu trả lời nào về xu hướng: dữ liệu chỉ là {{period}}.',
    },
    source: 'Nguồn',
    sources:
      'Tin tuyển dụng: {{sources}}, {{advertisements}} tin, {{period}}. Chương trình: {{institution}}, mã {{code}}, bản {{version}}. Khung {{framework}} {{frameworkVersion}}. Tính lúc {{computed}} bằng Nhịp {{program}}; mã con số {{id}}.',
    versionDated: '{{number}} ngày {{date}}',
    stale: 'Dữ liệu đã thay đổi sau khi tính.',
    printed: 'Lập ngày {{date}}',
  },
  en: {
    window: 'Brief: {{programme}}',
    print: 'Print two pages',
    back: 'Back to the coverage',
    kind: 'A brief for planners',
    page: 'Page {{page}}/2',
    question: 'How much of the market’s demand does {{programme}} meet?',
    finding: 'The programme teaches {{share}} of the demand.',
    interval: '95% interval: {{range}}, n = {{n}} vacancies.',
    answers: 'Four questions',
    answer: {
      processTimes: 'How long from a need being seen to a person at work?',
      lag: 'How many months does training trail demand?',
      peopleShort: 'How many people are short?',
      coverage: 'How much of the demand is taught?',
    },
    refused: 'Cannot be told yet.',
    mass: 'The demand by evidence in the programme',
    uncovered: 'The largest demand that is not taught',
    uncoveredNone: 'Every competency in demand stands in a learning outcome.',
    taught: 'The largest demand that is taught',
    taughtNone: 'No learning outcome says a competency in demand.',
    column: {
      competency: 'Competency',
      share: 'Share of vacancies',
      evidence: 'Evidence',
      outcome: 'The learning outcome that says it',
      exposure: 'Students who meet it',
    },
    evidence: {
      'title-only': 'Only a course title suggests it: {{courses}}.',
      'syllabus-missing': 'Syllabus missing: {{courses}}.',
      'not-found': 'In none of the learning outcomes that are here.',
      more: '{{courses}} and {{count}} more courses',
      more_one: '{{courses}} and {{count}} more course',
      excerpt: 'Advertisement {{id}}, {{date}}: ',
      byText: 'in the requirements alone {{share}}',
    },
    method: 'Method',
    methods: {
      unit: 'The unit is the vacancy: advertisements of the same employer, title and province, posted at most 60 days apart, count as one. Every vacancy weighs 1; how many people it seeks is unknown.',
      link: 'Competencies are found by the dictionary of the framework {{framework}}, version {{version}} (lexicon revision {{revision}}), in titles, skill tags and requirements. {{reach}}',
      reach: 'The dictionary reaches {{share}} of the skill tags.',
      exposure:
        'Coverage = the sum of (share of vacancies × part of the students who meet it) over the sum of the shares. A required course counts 1, an elective by the credit rule of its group; what is unknown is a range.',
      interval: 'The 95% interval resamples by employer, {{draws}} draws, with a fixed seed.',
    },
    limits: 'Limits',
    limit: {
      syllabi:
        'Only {{with}}/{{count}} courses ({{share}} of the credits) have learning outcomes here. “Not found” does not mean not taught.',
      level: 'The level that advertisements ask for and the programme reaches is unknown.',
      sample:
        'Advertisements do not stand for all work; {{count}} with repeated texts are held back and not counted.',
      sample_one:
        'Advertisements do not stand for all work; {{count}} with a repeated text is held back and not counted.',
      history: 'Nothing here speaks of trends: the data only covers {{period}}.',
    },
    source: 'Source',
    sources:
      'Advertisements: {{sources}}, {{advertisements}} of them, {{period}}. Programme: {{institution}}, code {{code}}, version {{version}}. Framework {{framework}} {{frameworkVersion}}. Computed at {{computed}} by Nhịp {{program}}; figure {{id}}.',
    versionDated: '{{number}} of {{date}}',
    stale: 'The data changed after this was computed.',
    printed: 'Made on {{date}}',
  },
});
