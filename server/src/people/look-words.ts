/** What was looked at; the code is kept in person_access.what. */
export const lookWords: Record<string, { vi: string; en: string }> = {
  profile: { vi: 'hồ sơ của bạn', en: 'your profile' },
  'member-list': { vi: 'danh sách thành viên có tên bạn', en: 'a list of members with you in it' },
  'member-details': {
    vi: 'chi tiết tư cách thành viên và vai trò của bạn',
    en: 'the details of your membership and roles',
  },
  'member-export': {
    vi: 'tệp danh sách thành viên có tên bạn',
    en: 'a file of members with you in it',
  },
  'member-import': {
    vi: 'danh sách thành viên được nhập, có tên bạn',
    en: 'an imported list of members with you in it',
  },
  correction: { vi: 'yêu cầu đính chính của bạn', en: 'your request for a correction' },
  'merge-proposal': {
    vi: 'hai hồ sơ có thể cùng là của bạn',
    en: 'two records that may both be yours',
  },
};

/** One look in one sentence; `who` is the roles of the one who looked. */
export const accessSentence = {
  vi: 'Ngày {date}, {who} của {organisation} đã xem {what} để {purpose}.',
  en: 'On {date}, {who} of {organisation} looked at {what} to {purpose}.',
  somebody: { vi: 'một người', en: 'somebody' },
  system: { vi: 'hệ thống', en: 'the system' },
};
