// Advertisements made up by a seeded program: as long as the real ones (about a thousand characters in
// fourteen lines, three in ten Vietnamese, a line in five a repeat), of a framework's own words and of
// words that nobody uses. For time and memory only: what is found in them says nothing of quality.
import { seededRandom } from '../server/src/linking/hybrid/random.ts';

export interface GeneratedAdvertisement {
  title: string;
  tags: string[];
  text: string;
}

const english = [
  ['At least', '{n}+ years of', 'Solid', 'Hands-on', 'Good', 'Proven', 'Basic', 'Deep'],
  ['experience with', 'knowledge of', 'understanding of', 'skills in', 'exposure to'],
  ['{f}', '{f} and {f}', '{f}, {f}, {f}', '{f} or {f}', '{f} in a {w} environment'],
  [
    '',
    'is a plus',
    'for {w} customers',
    'in large {w} projects',
    'within a team of {n}',
    'required',
  ],
];
const vietnamese = [
  ['Có', 'Thành thạo', 'Tối thiểu {n} năm', 'Hiểu biết tốt về', 'Ưu tiên', 'Nắm vững', 'Biết'],
  ['kinh nghiệm', 'kiến thức', 'kỹ năng', 'việc sử dụng', 'khả năng vận dụng'],
  ['{f}', '{f} và {f}', '{f}, {f}, {f}', '{f} hoặc {f}', '{f} trong môi trường {w}'],
  ['', 'là lợi thế', 'cho khách hàng {w}', 'trong dự án {w} quy mô lớn', 'cùng nhóm {n} người'],
];
const repeats = [
  'Requirements:',
  'Yêu cầu công việc:',
  'Nice to have:',
  'Good communication skills and a careful way of working',
  'Able to work alone and in a team',
  'Giao tiếp tốt, cẩn thận, có trách nhiệm với công việc',
  'Tốt nghiệp đại học chuyên ngành công nghệ thông tin hoặc tương đương',
  'We are a company of engineers that was founded in {n}',
  'Lương tháng 13, bảo hiểm đầy đủ, nghỉ phép theo quy định',
  'English at work, Vietnamese at lunch',
];

/** The same seed, the same advertisements; `forms` are what competencies are called. */
export function* generateAdvertisements(
  count: number,
  forms: readonly string[],
  seed = 20_261_122,
): Generator<GeneratedAdvertisement> {
  const random = seededRandom(seed);
  const one = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const word = () => Math.floor(random() * 36 ** 4).toString(36);
  const fill = (line: string) =>
    line
      .replace(/\{f\}/g, () => one(forms))
      .replace(/\{w\}/g, word)
      .replace(/\{n\}/g, () => String(1 + Math.floor(random() * 12)));
  for (let at = 0; at < count; at += 1) {
    const parts = random() < 0.3 ? vietnamese : english;
    const lines = Array.from({ length: 13 + Math.floor(random() * 4) }, () =>
      random() < 0.2
        ? fill(one(repeats))
        : fill(parts.map((choices) => one(choices)).join(' ')).trim(),
    );
    yield {
      title: fill('{f} engineer'),
      tags: Array.from({ length: 5 }, () => one(forms)),
      text: lines.map((line) => `- ${line}`).join('\n'),
    };
  }
}
