import { defineMessages } from '../language.ts';

export const measureMessages = defineMessages('measures', {
  vi: {
    window: 'Định nghĩa: {{name}}',
    result: 'Kết quả',
    stale: 'Dữ liệu đã thay đổi sau khi con số này được tính. Mở lại màn hình nêu nó để tính lại.',
    inWords: 'Nghĩa là gì',
    formula: 'Công thức',
    reading: 'Cách đọc',
    records: 'Bản ghi đứng sau con số',
    provenance: 'Nguồn gốc',
    definition: 'Định nghĩa {{name}}, bản {{version}}',
    noRecords: 'Chưa có bản ghi nào cho câu hỏi này.',
    link: {
      rows: 'Từng năng lực, với câu trong chuẩn đầu ra và trong tin',
      advertisements: 'Các tin tuyển dụng được tính',
      demand: 'Bảng nhu cầu theo năng lực',
      programme: 'Chương trình và đề cương',
    },
    fact: {
      period: 'Thời kỳ của dữ liệu',
      noPeriod: 'không có',
      n: 'Số quan sát',
      unit: 'Đơn vị',
      computedAt: 'Tính lúc',
      code: 'Phiên bản chương trình Nhịp',
      id: 'Mã con số',
      parameters: 'Tham số',
      watermark: 'Lần thay đổi của dữ liệu vào',
    },
    unit: {
      'share-of-demand': 'phần của tổng nhu cầu',
      month: 'tháng',
      person: 'người',
    },
    parameter: {
      programmeVersionId: 'bản chương trình số',
      bootstrapDraws: 'số lần lấy mẫu lại',
      bootstrapSeed: 'hạt giống ngẫu nhiên',
      weight: 'trọng số của mỗi vị trí tuyển',
      level: 'mức thành thạo',
    },
    input: {
      demand: 'tin tuyển dụng',
      programmes: 'chương trình',
      frameworks: 'khung năng lực',
      review: 'quyết định duyệt',
    },
    none: 'không có',
    unknown: 'chưa biết',
    'coverage-gap': {
      name: 'Nhu cầu đã được dạy',
      words:
        'Phần của nhu cầu thị trường mà chuẩn đầu ra của chương trình nói tới, nhân với phần sinh viên thật sự học.',
      terms:
        's là tỷ lệ vị trí tuyển nêu năng lực k; e là phần sinh viên của chương trình gặp năng lực k: 1 với học phần bắt buộc, tỷ lệ theo quy tắc của nhóm với học phần tự chọn, từ 0 đến 1 khi chưa biết quy tắc.',
      reading:
        'Hai đầu của khoảng là điều dữ liệu chưa nói được về học phần tự chọn. Vạch mảnh là khoảng tin cậy 95 % do chỉ thấy một mẫu tin: lấy mẫu lại theo nhà tuyển dụng, hạt giống cố định. Năng lực chỉ có tên học phần gợi ý không được tính là đã dạy.',
    },
    'process-times': {
      name: 'Thời gian xử lý',
      words:
        'Số tháng giữa các chặng: thấy nhu cầu, cập nhật khung, phê duyệt chương trình, nhập học, tốt nghiệp, nhận việc.',
      terms:
        't là ngày của chặng h. Việc chưa xong là dữ liệu bị chặn, không phải dữ liệu thiếu; trung vị theo Kaplan–Meier.',
      reading:
        'Mỗi chặng cần hai ngày được ghi cho cùng một việc. Văn bản chương trình chỉ mang một ngày.',
    },
    'diffusion-lag-l50': {
      name: 'Độ trễ L50',
      words:
        'Số tháng từ lúc đường nhu cầu đạt nửa mức trần của nó tới lúc đường đào tạo đạt nửa mức trần của nó.',
      terms:
        'm là tháng đạt nửa mức trần: S của chỗ đào tạo có dạy năng lực, D của vị trí tuyển nêu năng lực.',
      reading:
        'Từ chối trả lời khi một đường có dưới 24 tháng hoặc dưới 30 tin mỗi tháng, khi mức tăng nhỏ hơn ba lần nhiễu, hoặc khi điểm giữa nằm ngoài dữ liệu.',
    },
    'people-short': {
      name: 'Người còn thiếu',
      words: 'Số người còn thiếu ở một năng lực, bây giờ và sau h tháng.',
      terms:
        'D là việc đang có người làm cộng vị trí trống cần năng lực; S là số người làm được, ước lượng từ số đầu kỳ cộng vào, trừ ra.',
      reading:
        'Không cộng qua các năng lực: một người có thể thiếu ở nhiều năng lực. Từ chối trả lời khi chưa biết số đầu kỳ.',
    },
  },
  en: {
    window: 'Definition: {{name}}',
    result: 'Result',
    stale:
      'The data changed after this figure was computed. Open the screen that shows it to compute it anew.',
    inWords: 'What it means',
    formula: 'Formula',
    reading: 'How to read it',
    records: 'The records behind it',
    provenance: 'Where it comes from',
    definition: 'Definition {{name}}, version {{version}}',
    noRecords: 'There are no records for this question yet.',
    link: {
      rows: 'Every competency, with the sentences of outcomes and advertisements',
      advertisements: 'The advertisements that are counted',
      demand: 'Demand by competency',
      programme: 'The programme and its syllabi',
    },
    fact: {
      period: 'Period of the data',
      noPeriod: 'none',
      n: 'Observations',
      unit: 'Unit',
      computedAt: 'Computed at',
      code: 'Version of Nhịp',
      id: 'Id of the figure',
      parameters: 'Parameters',
      watermark: 'Revisions of the inputs',
    },
    unit: {
      'share-of-demand': 'part of all demand',
      month: 'months',
      person: 'people',
    },
    parameter: {
      programmeVersionId: 'programme version',
      bootstrapDraws: 'bootstrap draws',
      bootstrapSeed: 'random seed',
      weight: 'weight of a vacancy',
      level: 'level of proficiency',
    },
    input: {
      demand: 'advertisements',
      programmes: 'programmes',
      frameworks: 'frameworks',
      review: 'review decisions',
    },
    none: 'none',
    unknown: 'unknown',
    'coverage-gap': {
      name: 'Demand that is taught',
      words:
        'The part of the market’s demand that the learning outcomes of the programme say, times the part of the students who really meet it.',
      terms:
        's is the share of vacancies that name competency k; e is the part of the programme’s students who meet it: 1 for a required course, the ratio of the group’s rule for an elective, 0 to 1 where the rule is unknown.',
      reading:
        'The two ends of the range are what the data cannot say about electives. The thin line is the 95% interval of seeing only a sample of advertisements: resampled by employer, with a fixed seed. A competency that only a course title suggests does not count as taught.',
    },
    'process-times': {
      name: 'Process times',
      words:
        'Months between the hops: need seen, framework updated, programme approved, cohort started, graduated, deployed.',
      terms:
        't is the date of hop h. What is unfinished is censored, not missing; the median follows Kaplan–Meier.',
      reading:
        'A hop needs two recorded dates of the same case. A programme document carries only one date.',
    },
    'diffusion-lag-l50': {
      name: 'Diffusion lag L50',
      words:
        'Months from the moment demand reaches half of its own ceiling to the moment training reaches half of its own.',
      terms:
        'm is the month of half the ceiling: S of training places that teach the competency, D of vacancies that name it.',
      reading:
        'Refused when a curve has fewer than 24 months or fewer than 30 advertisements a month, when the rise is under three times the noise, or when a midpoint lies outside the data.',
    },
    'people-short': {
      name: 'People short',
      words: 'How many people are missing in a competency, now and in h months.',
      terms:
        'D is filled posts plus openings that need the competency; S the people who can do it, estimated from an opening stock plus what enters, minus what leaves.',
      reading:
        'Never added over competencies: one person can be missing in many. Refused without an opening stock.',
    },
  },
});
