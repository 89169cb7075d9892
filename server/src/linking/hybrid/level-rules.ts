/**
 * What words near a span say about the level asked for, as data. Ranges are levels 1–8 of DigComp 2.2;
 * the verbs follow the cognitive domains of DigComp 2.1 (Carretero, Vuorikari, Punie 2017, table 1:
 * remembering 1–2, understanding 3–4, applying 5, evaluating 6, creating 7–8). Ranges, because words
 * say no more; a person decides. Framework scales are reached over their equating to DigComp.
 */
export interface LevelRule {
  cue: string;
  from: number;
  to: number;
  ground: 'degree' | 'verb';
}

export interface YearsRule {
  /** From this many years on. */
  years: number;
  from: number;
  to: number;
}

export interface LevelRules {
  since: string;
  words: LevelRule[];
  years: YearsRule[];
  yearWords: string[];
}

function rules(ground: LevelRule['ground'], from: number, to: number, cues: string[]): LevelRule[] {
  return cues.map((cue) => ({ cue, from, to, ground }));
}

export const levelRules: LevelRules = {
  since: '2026-11-22',
  words: [
    ...rules('degree', 1, 2, [
      ...['basic knowledge', 'basic understanding', 'basic', 'awareness of', 'some knowledge'],
      ...['exposure to', 'beginner', 'cơ bản', 'biết cơ bản', 'kiến thức cơ bản', 'co ban'],
    ]),
    ...rules('degree', 3, 4, [
      ...['familiar with', 'familiarity with', 'working knowledge', 'good understanding'],
      ...['intermediate', 'understanding of', 'hiểu biết về', 'có kiến thức', 'nắm được', 'khá'],
    ]),
    ...rules('degree', 5, 6, [
      ...['proficient', 'proficiency', 'strong knowledge', 'solid knowledge', 'strong experience'],
      ...['solid understanding', 'hands on experience', 'fluent', 'advanced', 'in depth'],
      ...['thành thạo', 'sử dụng thành thạo', 'nắm vững', 'vững', 'tốt', 'thanh thao', 'giỏi'],
    ]),
    ...rules('degree', 7, 8, [
      ...['expert', 'expertise', 'mastery', 'deep knowledge', 'extensive experience', 'authority'],
      ...['chuyên sâu', 'chuyên gia', 'am hiểu sâu', 'xuất sắc', 'chuyen sau'],
    ]),
    ...rules('verb', 1, 2, [
      ...['define', 'list', 'recall', 'recognise', 'recognize', 'identify', 'name'],
      ...['liệt kê', 'nêu được', 'nhận biết', 'ghi nhớ', 'kể tên'],
    ]),
    ...rules('verb', 3, 4, [
      ...['describe', 'explain', 'summarise', 'summarize', 'interpret', 'classify'],
      ...['trình bày', 'giải thích', 'mô tả', 'phân loại', 'tóm tắt', 'hiểu'],
    ]),
    ...rules('verb', 4, 5, [
      ...['apply', 'use', 'implement', 'develop', 'configure', 'operate', 'deploy', 'maintain'],
      ...['áp dụng', 'vận dụng', 'sử dụng', 'triển khai', 'cài đặt', 'phát triển', 'vận hành'],
    ]),
    ...rules('verb', 5, 6, [
      ...['analyse', 'analyze', 'compare', 'evaluate', 'assess', 'review', 'optimise', 'optimize'],
      ...['phân tích', 'so sánh', 'đánh giá', 'tối ưu', 'thẩm định'],
    ]),
    ...rules('verb', 6, 8, [
      ...['design', 'architect', 'create', 'invent', 'lead', 'mentor', 'define strategy'],
      ...['thiết kế', 'sáng tạo', 'xây dựng kiến trúc', 'dẫn dắt', 'hướng dẫn người khác'],
    ]),
  ],
  years: [
    { years: 0, from: 2, to: 3 },
    { years: 1, from: 3, to: 4 },
    { years: 3, from: 4, to: 6 },
    { years: 5, from: 5, to: 7 },
    { years: 8, from: 6, to: 8 },
  ],
  yearWords: ['year', 'years', 'yrs', 'yr', 'năm', 'nam'],
};
