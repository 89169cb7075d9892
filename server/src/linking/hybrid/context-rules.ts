/**
 * Cues around a span, as data: a list of words in their order, compared as the tokeniser writes them.
 * Whoever edits the table writes the day; `links` keep the version of the linker that used it.
 */
export const contextRulesSince = '2026-11-22';

export type ContextKind = 'negated' | 'company' | 'benefit' | 'asks';

export interface ContextRule {
  kind: ContextKind;
  cue: string;
}

/** Before the span, within its clause. */
export const negations: string[] = [
  ...['no', 'not', 'without', 'never', 'except', 'excluding', 'other than', 'instead of'],
  ...['rather than', 'no need for', 'do not need', 'not necessary', 'not required', 'don t need'],
  ...['không', 'không cần', 'không yêu cầu', 'không phải', 'không bắt buộc', 'chưa', 'chưa cần'],
  ...['ngoại trừ', 'trừ', 'thay vì', 'khong can', 'khong yeu cau', 'khong phai'],
];

/** These hold a negation and negate nothing. */
export const noNegations: string[] = [
  ...['not only', 'not just', 'no later', 'not limited to', 'no less than', 'not least'],
  ...[
    'why not',
    'if not',
    'no matter',
    'không chỉ',
    'không những',
    'không ngừng',
    'không giới hạn',
  ],
  ...['không ngại', 'không thể thiếu', 'hay không', 'no problem', 'without supervision'],
];

/** After the span: "Java is not required", "Java: không bắt buộc". */
export const negationsAfter: string[] = [
  ...['not required', 'not necessary', 'not needed', 'is not a must', 'not a requirement'],
  ...['không bắt buộc', 'không cần thiết', 'không yêu cầu', 'là không cần'],
];

/** A line that speaks of the employer. */
export const companyCues: string[] = [
  ...[
    'we are a',
    'we are an',
    'we re a',
    'founded in',
    'established in',
    'our company',
    'our clients',
  ],
  ...[
    'headquartered in',
    'our mission',
    'our vision',
    'about us',
    'leading provider',
    'who we are',
  ],
  ...['is a leading', 'was founded', 'years in business', 'our products', 'company overview'],
  ...['chúng tôi là', 'công ty chúng tôi', 'thành lập năm', 'được thành lập', 'trụ sở', 'tầm nhìn'],
  ...['sứ mệnh', 'về chúng tôi', 'giới thiệu công ty', 'là công ty', 'hàng đầu trong lĩnh vực'],
];

/** A line that speaks of what the employer gives. */
export const benefitCues: string[] = [
  ...[
    '13th month',
    'health insurance',
    'annual leave',
    'paid leave',
    'company trip',
    'performance bonus',
  ],
  ...[
    'competitive salary',
    'salary review',
    'team building',
    'free lunch',
    'happy hour',
    'macbook',
  ],
  ...[
    'health check',
    'allowance',
    'we offer',
    'what we offer',
    'benefits',
    'perks',
    'paid holidays',
  ],
  ...['tháng 13', 'bảo hiểm', 'nghỉ phép', 'du lịch hàng năm', 'phụ cấp', 'thưởng', 'đãi ngộ'],
  ...[
    'phúc lợi',
    'quyền lợi',
    'khám sức khỏe',
    'lương cạnh tranh',
    'xét tăng lương',
    'teambuilding',
  ],
];

/** A line that asks, whatever else it says. */
export const askingCues: string[] = [
  ...[
    'experience',
    'experienced',
    'knowledge of',
    'proficient',
    'proficiency',
    'familiar',
    'ability to',
  ],
  ...[
    'required',
    'requirements',
    'must have',
    'nice to have',
    'skills',
    'responsible for',
    'you will',
  ],
  ...['you have', 'understanding of', 'able to', 'degree in', 'looking for', 'qualifications'],
  ...['kinh nghiệm', 'yêu cầu', 'thành thạo', 'hiểu biết', 'kiến thức', 'kỹ năng', 'có khả năng'],
  ...['biết sử dụng', 'nắm vững', 'tốt nghiệp', 'ưu tiên', 'am hiểu', 'chịu trách nhiệm'],
];

/** Headings: what the lines below them are until the next heading. */
export const headings: { kind: ContextKind; cue: string }[] = [
  ...['about us', 'about the company', 'company overview', 'who we are', 'company description'].map(
    (cue) => ({ kind: 'company' as const, cue }),
  ),
  ...['về chúng tôi', 'giới thiệu công ty', 'giới thiệu chung', 've chung toi'].map((cue) => ({
    kind: 'company' as const,
    cue,
  })),
  ...['benefits', 'perks', 'what we offer', 'we offer', 'why you ll love working here'].map(
    (cue) => ({
      kind: 'benefit' as const,
      cue,
    }),
  ),
  ...['quyền lợi', 'phúc lợi', 'chế độ đãi ngộ', 'chế độ', 'quyen loi', 'phuc loi'].map((cue) => ({
    kind: 'benefit' as const,
    cue,
  })),
  ...['requirements', 'qualifications', 'responsibilities', 'job description', 'your skills'].map(
    (cue) => ({ kind: 'asks' as const, cue }),
  ),
  ...['what you ll do', 'must have', 'nice to have', 'your role', 'skills'].map((cue) => ({
    kind: 'asks' as const,
    cue,
  })),
  ...['yêu cầu', 'mô tả công việc', 'yeu cau', 'mo ta cong viec', 'kỹ năng', 'nhiệm vụ'].map(
    (cue) => ({
      kind: 'asks' as const,
      cue,
    }),
  ),
];
