/**
 * What of a line may leave the installation. Addresses, numbers and names that stand beside a cue are
 * covered, each sign by another, so that places stay; a line that tells whom to write to is not sent at
 * all. Only published documents are asked about: what learners and visitors write never is.
 */
export function withoutPersonalData(line: string): string | undefined {
  if (contact.test(line)) return undefined;
  return patterns.reduce((text, pattern) => text.replace(pattern, covered), line);
}

const cover = '▒';

function covered(found: string): string {
  return cover.repeat(found.length);
}

const contact =
  /(?<!\p{L})(contact|reach out to|send (?:your )?(?:cv|resume|application)|recruiter|hotline|zalo|skype|liên hệ|liên lạc|người phụ trách|gửi (?:cv|hồ sơ)|lien he|nguoi phu trach|gui ho so)(?!\p{L})/iu;

const patterns = [
  // mail addresses, web addresses, accounts
  /[^\s@<>()]+@[^\s@<>()]+/gu,
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?<=^|[\s(])@[\w.]{3,}/gu,
  // numbers of telephones, cards and papers: eight digits and more, however they are parted
  /\+?\d(?:[\s.()-]{0,2}\d){7,}/gu,
  // "Ms. Lan Anh", "anh Nguyễn Văn Nam", "Chị Hoa"
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Anh|Chị|Ông|Bà|Cô|Thầy|anh|chị|ông|bà)\.?\s+(?:\p{Lu}\p{L}*\s?){1,4}/gu,
  // Vietnamese family names before a given name
  /(?<!\p{L})(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý)(?:\s\p{Lu}\p{Ll}+){1,3}/gu,
];
