import { defineMessages } from '../language.ts';

export const linkingMessages = defineMessages('linking', {
  vi: {
    title: 'Thử liên kết',
    lead: 'Dán một đoạn tin tuyển dụng, đề cương hay văn bản bất kỳ để xem Nhịp nhận ra năng lực nào, vì sao và ở mức nào. Văn bản không được lưu lại.',
    form: {
      label: 'Văn bản cần thử',
      text: 'Văn bản',
      left: 'còn {{count}} ký tự',
      tooLong: 'dài hơn giới hạn {{count}} ký tự',
      kind: 'Loại văn bản',
      kinds: {
        advertisement: 'Tin tuyển dụng',
        syllabus: 'Đề cương, chuẩn đầu ra',
        other: 'Khác',
      },
      framework: 'Khung năng lực',
      inUse: 'Các khung đang dùng',
      tier: 'Cách tìm',
      tiers: {
        hybrid: 'Từ vựng và xếp hạng',
        dictionary: 'Chỉ từ vựng',
      },
      send: 'Tìm năng lực',
      sending: 'Đang tìm…',
      example: 'Dùng ví dụ',
      keys: 'Ctrl + Enter để tìm',
    },
    example:
      'Yêu cầu ứng viên\n- Ít nhất 3 năm kinh nghiệm lập trình Python, thành thạo SQL\n- Đã triển khai ứng dụng trên k8s; không yêu cầu Java\n- Biết phan tich du lieu kinh doanh và trình bày kết quả cho người không chuyên\n- Able to design data pipelines and review code of younger colleagues',
    result: {
      title: 'Kết quả',
      text: 'Văn bản đã đọc',
      found: '{{count}} năng lực được nhận ra',
      none: 'Không nhận ra năng lực nào trong văn bản này.',
      noneWhy:
        'Có thể văn bản dùng cách gọi chưa có trong từ vựng, hoặc nói về điều khung năng lực này không có.',
      list: 'Năng lực và căn cứ',
      accepted: 'Được tính',
      review: 'Chờ người duyệt',
      ambiguous: 'Người duyệt thấy còn mơ hồ',
      rejected: 'Đã bị người duyệt bác bỏ',
      byPerson: 'Người duyệt đã chấp nhận',
      sure: 'khả năng đúng {{percent}} %',
      level: 'Mức đề xuất {{low}}–{{high}} trên thang 8 mức DigComp, vì có “{{cue}}”',
      oneLevel: 'Mức đề xuất {{low}} trên thang 8 mức DigComp, vì có “{{cue}}”',
      show: 'Chỉ ra “{{surface}}” trong văn bản',
      dashed: 'Gạch đứt: chờ người duyệt, chưa tính vào số liệu nào.',
      partly:
        'Phần xếp hạng chỉ đọc {{units}} ký tự đầu trong {{of}}; phần còn lại chỉ được đối chiếu với từ vựng.',
      by: 'Bộ liên kết {{version}}, khung {{frameworks}}',
    },
    hybrid: {
      building:
        'Chỉ mục xếp hạng của khung này đang được dựng; kết quả dưới đây chỉ dựa vào từ vựng. Hãy tìm lại sau ít giây.',
      failed: 'Chưa dựng được chỉ mục xếp hạng; kết quả dưới đây chỉ dựa vào từ vựng.',
      off: 'Bản cài đặt này chỉ liên kết bằng từ vựng.',
      again: 'Tìm lại',
    },
    run: {
      title: 'Liên kết lại các văn bản',
      label: 'Số văn bản đã liên kết lại',
      why: 'Khung năng lực, từ vựng hoặc bộ liên kết đã thay đổi, hoặc có văn bản mới. Cho đến lượt mình, mỗi văn bản giữ các liên kết nó đang có.',
      waits:
        'Các văn bản chưa được liên kết bằng bộ liên kết hiện hành; máy chủ sẽ tự làm khi dựng xong chỉ mục.',
      done: 'Mọi văn bản của bản cài đặt này đã được liên kết bằng bộ liên kết hiện hành, xong lúc {{at}}.',
    },
  },
  en: {
    title: 'Try linking',
    lead: 'Paste a piece of an advertisement, a syllabus or any text to see which competencies Nhịp finds in it, why, and at which level. The text is not kept.',
    form: {
      label: 'The text to try',
      text: 'Text',
      left: '{{count}} characters left',
      left_one: '{{count}} character left',
      tooLong: 'longer than the limit of {{count}} characters',
      kind: 'Kind of text',
      kinds: {
        advertisement: 'Advertisement',
        syllabus: 'Syllabus, learning outcomes',
        other: 'Other',
      },
      framework: 'Framework',
      inUse: 'The frameworks in use',
      tier: 'How to look',
      tiers: {
        hybrid: 'Lexicon and ranking',
        dictionary: 'Lexicon alone',
      },
      send: 'Find competencies',
      sending: 'Looking…',
      example: 'Use an example',
      keys: 'Ctrl + Enter to look',
    },
    example:
      'What we ask for\n- At least 3 years of programming in Python, proficient in SQL\n- Has deployed applications on k8s; Java is not required\n- Able to design data pipelines and to review code of younger colleagues\n- Biết phan tich du lieu kinh doanh và trình bày kết quả cho người không chuyên',
    result: {
      title: 'What was found',
      text: 'The text that was read',
      found: '{{count}} competencies were found',
      found_one: '{{count}} competency was found',
      none: 'No competency was found in this text.',
      noneWhy:
        'Perhaps it uses names that the lexicon lacks, or speaks of what this framework does not hold.',
      list: 'Competencies and grounds',
      accepted: 'Counts',
      review: 'Waits for a reviewer',
      ambiguous: 'Found ambiguous by a person',
      rejected: 'Rejected by a reviewer',
      byPerson: 'Accepted by a reviewer',
      sure: 'right with {{percent}} %',
      level: 'Proposed level {{low}}–{{high}} of the eight of DigComp, because of “{{cue}}”',
      oneLevel: 'Proposed level {{low}} of the eight of DigComp, because of “{{cue}}”',
      show: 'Show “{{surface}}” in the text',
      dashed: 'Dashed: waits for a reviewer and counts in no figure yet.',
      partly:
        'The ranking has read the first {{units}} of {{of}} characters; the rest was compared with the lexicon alone.',
      by: 'Linker {{version}}, framework {{frameworks}}',
    },
    hybrid: {
      building:
        'The ranking’s index of this framework is being built; what stands below rests on the lexicon alone. Look again in a few seconds.',
      failed:
        'The ranking’s index could not be built; what stands below rests on the lexicon alone.',
      off: 'This installation links by the lexicon alone.',
      again: 'Look again',
    },
    run: {
      title: 'Linking the texts anew',
      label: 'Texts linked anew',
      why: 'A framework, the lexicon or the linker has changed, or texts came in. Until its turn, each text keeps the links that it has.',
      waits:
        'The texts are not linked by the present linker yet; the server does it by itself once the index is built.',
      done: 'Every text of this installation is linked by the present linker, since {{at}}.',
    },
  },
});
