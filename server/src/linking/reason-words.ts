/** Why a link was made or doubted, for a reader; {placeholders} are filled from the reason. */
export const REASON_WORDS = {
  label: {
    vi: '“{surface}” là tên của {label}',
    en: '“{surface}” is the name of {label}',
  },
  alias: {
    vi: '“{surface}” khớp với “{form}”, một cách gọi khác của {label}',
    en: 'matched “{surface}” = “{form}”, alias of {label}',
  },
  near: {
    vi: '“{surface}” chỉ khác “{form}” ở dấu cách, gạch nối, số nhiều hoặc chính tả Anh – Mỹ',
    en: '“{surface}” differs from “{form}” only in spacing, hyphen, plural or British spelling',
  },
  unaccented: {
    vi: '“{surface}” là “{form}” viết không dấu',
    en: '“{surface}” is “{form}” written without its diacritics',
  },
  decision: {
    vi: 'Một người đã chấp nhận “{surface}” là {label}',
    en: 'a person has accepted “{surface}” as {label}',
  },
  words: {
    vi: 'Có {found} trong “{form}”; thiếu {missing}',
    en: 'holds {found} of “{form}”; without {missing}',
  },
  'all-words': {
    vi: 'Có đủ các từ của “{form}”, nhưng không liền nhau đúng như tên gọi',
    en: 'holds all the words of “{form}”, though not side by side as in the name',
  },
  related: {
    vi: 'Gần nghĩa với “{form}” (độ gần {similarity} %)',
    en: 'close in meaning to “{form}” (similarity {similarity} %)',
  },
  description: {
    vi: 'Dùng những từ riêng của phần mô tả {label}',
    en: 'uses words that are peculiar to the description of {label}',
  },
  negated: {
    vi: 'Đứng cạnh “{cue}”: có thể là không yêu cầu',
    en: 'stands beside “{cue}”: perhaps not asked for',
  },
  company: {
    vi: 'Câu này có vẻ giới thiệu doanh nghiệp (“{cue}”), không phải yêu cầu',
    en: 'the line seems to speak of the employer (“{cue}”), not of what is asked for',
  },
  'company-section': {
    vi: 'Nằm trong phần giới thiệu doanh nghiệp',
    en: 'stands in the part about the employer',
  },
  benefit: {
    vi: 'Câu này có vẻ nói về quyền lợi (“{cue}”), không phải yêu cầu',
    en: 'the line seems to speak of benefits (“{cue}”), not of what is asked for',
  },
  'benefit-section': {
    vi: 'Nằm trong phần quyền lợi',
    en: 'stands in the part about benefits',
  },
  other: {
    vi: 'Căn cứ “{kind}” của bộ liên kết',
    en: 'ground “{kind}” of the linker',
  },
} satisfies Record<string, Record<'vi' | 'en', string>>;
