type Words = Record<'vi' | 'en', string>;

/** What was done, as the predicate of a sentence: "(ai) đã áp dụng lần nhập". A new action gets its words here. */
export const ACTION_WORDS: Record<string, Words> = {
  'installation-created': { vi: 'đã tạo bản cài đặt', en: 'created the installation' },
  'set-up-link-made': { vi: 'đã tạo liên kết thiết lập', en: 'made a set-up link' },
  'framework-published': { vi: 'đã công bố khung năng lực', en: 'published the framework' },
  'organisation-added': { vi: 'đã thêm tổ chức', en: 'added the organisation' },
  'member-added': { vi: 'đã thêm thành viên', en: 'added the member' },
  'person-added': { vi: 'đã thêm người', en: 'added the person' },
  'role-granted': { vi: 'đã giao vai trò cho', en: 'granted a role to' },
  'role-delegated': { vi: 'đã ủy quyền vai trò cho', en: 'delegated a role to' },
  'role-revoked': { vi: 'đã thu hồi vai trò của', en: 'revoked a role of' },
  'session-ended': { vi: 'đã kết thúc một phiên đăng nhập', en: 'ended a session' },
  'other-sessions-ended': {
    vi: 'đã kết thúc các phiên đăng nhập khác',
    en: 'ended the other sessions',
  },
  'api-client-added': { vi: 'đã thêm máy kết nối', en: 'added the machine' },
  'api-client-revoked': { vi: 'đã thu hồi máy kết nối', en: 'revoked the machine' },
  'import-started': { vi: 'đã bắt đầu lần nhập', en: 'started the import' },
  'import-confirmed': { vi: 'đã xác nhận lần nhập', en: 'confirmed the import' },
  'import-applied': { vi: 'đã áp dụng lần nhập', en: 'applied the import' },
  'import-discarded': { vi: 'đã bỏ lần nhập', en: 'discarded the import' },
  'programme-version-added': {
    vi: 'đã thêm phiên bản chương trình đào tạo',
    en: 'added the programme version',
  },
  'syllabus-added': { vi: 'đã thêm đề cương học phần', en: 'added the syllabus' },
  'syllabi-attached': {
    vi: 'đã gắn đề cương vào học phần của',
    en: 'attached syllabi to courses of',
  },
  'advertisement-counted': {
    vi: 'đã tính vào nhu cầu tin tuyển dụng',
    en: 'counted in demand the advertisement',
  },
  'advertisement-excluded': {
    vi: 'đã loại khỏi nhu cầu tin tuyển dụng',
    en: 'excluded from demand the advertisement',
  },
  'advertisement-held': {
    vi: 'đã giữ lại chờ duyệt tin tuyển dụng',
    en: 'held for a person the advertisement',
  },
  'link-accept': { vi: 'đã chấp nhận liên kết', en: 'accepted a link' },
  'link-reject': { vi: 'đã bác liên kết', en: 'rejected a link' },
  'link-undo': { vi: 'đã hoàn tác quyết định về liên kết', en: 'undid a decision on a link' },
  'coverage-computed': { vi: 'đã tính mức bao phủ', en: 'computed the coverage' },
};

export const SUBJECT_WORDS: Record<string, Words> = {
  installation: { vi: 'bản cài đặt', en: 'installation' },
  role: { vi: 'vai trò', en: 'role' },
  'framework-version': { vi: 'phiên bản khung năng lực', en: 'framework version' },
  organisation: { vi: 'tổ chức', en: 'organisation' },
  person: { vi: 'người', en: 'person' },
  'api-client': { vi: 'máy kết nối', en: 'machine' },
  'import-run': { vi: 'lần nhập', en: 'import' },
  'programme-version': { vi: 'phiên bản chương trình đào tạo', en: 'programme version' },
  syllabus: { vi: 'đề cương học phần', en: 'syllabus' },
  advertisement: { vi: 'tin tuyển dụng', en: 'advertisement' },
  decision: { vi: 'quyết định', en: 'decision' },
  measure: { vi: 'số đo', en: 'measure' },
};

export const ACTOR_WORDS: Record<string, Words> = {
  person: { vi: 'người dùng', en: 'a person' },
  'api-client': { vi: 'máy kết nối của tổ chức', en: 'an organisation’s machine' },
  'command-line': { vi: 'dòng lệnh', en: 'the command line' },
  system: { vi: 'hệ thống', en: 'the system' },
  visitor: { vi: 'khách chưa đăng nhập', en: 'a visitor' },
  'local-administrator': { vi: 'quản trị viên tại máy', en: 'the local administrator' },
};

/** The words of a key, or the key itself: a fact of another version of the program is shown all the same. */
export function wordsOf(table: Record<string, Words>, key: string): Words {
  return (Object.hasOwn(table, key) ? table[key] : undefined) ?? { vi: key, en: key };
}
