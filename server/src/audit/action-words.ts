type Words = Record<'vi' | 'en', string>;

/** What was done, as the predicate of a sentence: "(ai) đã áp dụng lần nhập". A new action gets its words here. */
export const ACTION_WORDS: Record<string, Words> = {
  'installation-created': { vi: 'đã tạo bản cài đặt', en: 'created the installation' },
  'set-up-link-made': { vi: 'đã tạo liên kết thiết lập', en: 'made a set-up link' },
  'framework-published': { vi: 'đã công bố khung năng lực', en: 'published the framework' },
  'framework-draft-imported': {
    vi: 'đã nhập tệp vào bản nháp của khung năng lực',
    en: 'imported a file into the draft of the framework',
  },
  'framework-draft-begun': {
    vi: 'đã mở bản nháp của khung năng lực',
    en: 'began a draft of the framework',
  },
  'framework-draft-discarded': {
    vi: 'đã bỏ bản nháp của khung năng lực',
    en: 'discarded the draft of the framework',
  },
  'framework-draft-edited': {
    vi: 'đã sửa bản nháp của khung năng lực',
    en: 'edited the draft of the framework',
  },
  'framework-submitted': {
    vi: 'đã gửi thẩm định khung năng lực',
    en: 'submitted for review the framework',
  },
  'framework-review-approved': {
    vi: 'đã chấp thuận bản nháp của khung năng lực',
    en: 'approved the draft of the framework',
  },
  'framework-review-changes-requested': {
    vi: 'đã yêu cầu sửa bản nháp của khung năng lực',
    en: 'asked for changes in the draft of the framework',
  },
  'framework-review-withdrawn': {
    vi: 'đã rút bản nháp của khung năng lực về để sửa',
    en: 'withdrew to go on editing the draft of the framework',
  },
  'framework-commented': {
    vi: 'đã góp ý về bản nháp của khung năng lực',
    en: 'commented on the draft of the framework',
  },
  'framework-thread-resolved': {
    vi: 'đã đóng một trao đổi về bản nháp của khung năng lực',
    en: 'resolved a thread on the draft of the framework',
  },
  'framework-thread-reopened': {
    vi: 'đã mở lại một trao đổi về bản nháp của khung năng lực',
    en: 'reopened a thread on the draft of the framework',
  },
  'framework-succession-mapped': {
    vi: 'đã ghi năng lực kế thừa trong bản nháp của khung năng lực',
    en: 'mapped a succession in the draft of the framework',
  },
  'level-equating-added': { vi: 'đã thêm quy đổi mức', en: 'added the equating of levels' },
  'level-equating-ended': { vi: 'đã chấm dứt quy đổi mức', en: 'ended the equating of levels' },
  'form-withdrawn': {
    vi: 'đã rút đề xuất cách gọi',
    en: 'withdrew the proposal of a form',
  },
  'form-proposed': { vi: 'đã đề xuất cách gọi', en: 'proposed the form' },
  'form-approved': { vi: 'đã duyệt cách gọi', en: 'approved the form' },
  'form-rejected': { vi: 'đã từ chối cách gọi', en: 'rejected the form' },
  'form-ended': { vi: 'đã ngừng dùng cách gọi', en: 'ended the form' },
  'form-decision-undone': {
    vi: 'đã rút lại quyết định về cách gọi',
    en: 'took a decision on the form back',
  },
  'framework-subscription-added': {
    vi: 'đã theo dõi khung năng lực trên máy chủ khác',
    en: 'began to follow a framework on another server',
  },
  'framework-subscription-changed': {
    vi: 'đã sửa việc theo dõi khung năng lực trên máy chủ khác',
    en: 'changed how a framework on another server is followed',
  },
  'framework-subscription-removed': {
    vi: 'đã thôi theo dõi khung năng lực trên máy chủ khác',
    en: 'stopped following a framework on another server',
  },
  'organisation-added': { vi: 'đã thêm tổ chức', en: 'added the organisation' },
  'member-added': { vi: 'đã thêm thành viên', en: 'added the member' },
  'person-added': { vi: 'đã thêm người', en: 'added the person' },
  'organisation-changed': { vi: 'đã sửa thông tin tổ chức', en: 'changed the organisation' },
  'organisation-ended': { vi: 'đã kết thúc tổ chức', en: 'ended the organisation' },
  'organisation-succeeded': { vi: 'đã ghi tổ chức kế thừa của', en: 'recorded the successor of' },
  'succession-undone': { vi: 'đã hủy việc kế thừa của', en: 'took back the succession of' },
  'unit-added': { vi: 'đã thêm đơn vị', en: 'added the unit' },
  'unit-changed': { vi: 'đã sửa đơn vị', en: 'changed the unit' },
  'unit-ended': { vi: 'đã giải thể đơn vị', en: 'ended the unit' },
  'member-changed': { vi: 'đã sửa thông tin thành viên', en: 'changed the member' },
  'member-moved': { vi: 'đã chuyển thành viên', en: 'moved the member' },
  'member-roles-added': { vi: 'đã giao thêm vai trò cho thành viên', en: 'gave more roles to' },
  'member-left': { vi: 'đã rời tổ chức', en: 'left' },
  'member-ended': { vi: 'đã kết thúc tư cách thành viên của', en: 'ended the membership of' },
  'members-exported': { vi: 'đã xuất danh sách thành viên của', en: 'exported the members of' },
  'invitation-sent': { vi: 'đã gửi lời mời', en: 'sent the invitation' },
  'invitation-renewed': { vi: 'đã gửi lại lời mời', en: 'renewed the invitation' },
  'invitation-revoked': { vi: 'đã thu hồi lời mời', en: 'revoked the invitation' },
  'invitation-accepted': { vi: 'đã nhận lời mời', en: 'accepted the invitation' },
  'signed-in': { vi: 'đã đăng nhập', en: 'signed in' },
  'sign-in-refused': { vi: 'bị từ chối đăng nhập', en: 'was refused a sign-in' },
  'signed-out': { vi: 'đã đăng xuất', en: 'signed out' },
  'password-changed': { vi: 'đã đổi mật khẩu của', en: 'changed the password of' },
  'second-factor-added': {
    vi: 'đã bật xác thực hai lớp cho',
    en: 'added a second factor to',
  },
  'second-factor-removed': {
    vi: 'đã tắt xác thực hai lớp của',
    en: 'removed the second factor of',
  },
  'passkey-added': { vi: 'đã thêm khóa truy cập cho', en: 'added a passkey to' },
  'passkey-removed': { vi: 'đã xóa khóa truy cập của', en: 'removed a passkey of' },
  'profile-changed': { vi: 'đã sửa hồ sơ của', en: 'changed the profile of' },
  'identifier-recorded': { vi: 'đã ghi mã định danh của', en: 'recorded an identifier of' },
  'consent-given': { vi: 'đã đồng ý', en: 'gave the consent' },
  'consent-withdrawn': { vi: 'đã rút lại sự đồng ý', en: 'withdrew the consent' },
  'correction-requested': { vi: 'đã yêu cầu đính chính', en: 'asked for the correction' },
  'correction-accepted': { vi: 'đã chấp nhận đính chính', en: 'accepted the correction' },
  'correction-refused': { vi: 'đã từ chối đính chính', en: 'refused the correction' },
  'correction-withdrawn': { vi: 'đã rút yêu cầu đính chính', en: 'withdrew the correction' },
  'person-merge-proposed': { vi: 'đã đề nghị gộp hồ sơ của', en: 'proposed to merge' },
  'person-merged': { vi: 'đã gộp hồ sơ của', en: 'merged' },
  'person-merge-refused': { vi: 'đã từ chối gộp hồ sơ của', en: 'refused to merge' },
  'person-merge-undone': { vi: 'đã tách lại hồ sơ của', en: 'took apart again' },
  'person-erased': { vi: 'đã xóa dữ liệu của', en: 'erased the data of' },
  'holding-erased-on-time': {
    vi: 'đã xóa dữ liệu hết hạn lưu giữ của',
    en: 'erased, at the end of its time, what was held of',
  },
  'retention-rule-added': { vi: 'đã thêm quy tắc lưu giữ', en: 'added the retention rule' },
  'retention-rule-ended': { vi: 'đã chấm dứt quy tắc lưu giữ', en: 'ended the retention rule' },
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
  'certificates-written': {
    vi: 'đã cập nhật danh mục chứng chỉ',
    en: 'updated the catalogue of certificates',
  },
  'crosswalks-brought': {
    vi: 'đã đưa vào các đối chiếu kèm theo chương trình với khung',
    en: 'brought in the crosswalks that come with the program to the framework',
  },
  'texts-linked': {
    vi: 'đã liên kết lại các văn bản với năng lực',
    en: 'linked the texts to competencies anew',
  },
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
  'link-ambiguous': {
    vi: 'đã ghi nhận một cách viết còn mơ hồ',
    en: 'marked a way of writing as ambiguous',
  },
  'link-replace': {
    vi: 'đã chuyển một cách viết sang năng lực khác',
    en: 'gave a way of writing to another competency',
  },
  'link-add': {
    vi: 'đã thêm liên kết cho một cụm từ',
    en: 'added a link for a phrase',
  },
  'link-undo': { vi: 'đã hoàn tác quyết định về liên kết', en: 'undid a decision on a link' },
  'links-recalibrated': {
    vi: 'đã hiệu chỉnh xác suất của liên kết theo quyết định của người duyệt',
    en: "recalibrated the probabilities of links by people's decisions",
  },
  'recalibration-withdrawn': {
    vi: 'đã thu hồi bản hiệu chỉnh xác suất của liên kết',
    en: 'took back a calibration of the probabilities of links',
  },
  'second-opinion-given': {
    vi: 'đã cho ý kiến thứ hai về một liên kết',
    en: 'gave a second opinion on a link',
  },
  'disagreement-settled': {
    vi: 'đã giải quyết bất đồng về một liên kết',
    en: 'settled a disagreement about a link',
  },
  'precision-sample-drawn': {
    vi: 'đã rút mẫu ngẫu nhiên các liên kết để kiểm tra',
    en: 'drew a random sample of links to be checked',
  },
  'crosswalk-proposed': {
    vi: 'đã đề xuất liên kết đối chiếu',
    en: 'proposed the crosswalk',
  },
  'crosswalk-accepted': {
    vi: 'đã chấp nhận liên kết đối chiếu',
    en: 'accepted the crosswalk',
  },
  'crosswalk-rejected': {
    vi: 'đã bác liên kết đối chiếu',
    en: 'rejected the crosswalk',
  },
  'crosswalk-undone': {
    vi: 'đã hoàn tác quyết định về liên kết đối chiếu',
    en: 'took back the decision on the crosswalk',
  },
  'crosswalks-accepted': {
    vi: 'đã chấp nhận hàng loạt liên kết đối chiếu',
    en: 'accepted crosswalks in bulk',
  },
  'crosswalks-sought': {
    vi: 'đã cho tìm đề xuất đối chiếu',
    en: 'started a search for crosswalks',
  },
  'coverage-computed': { vi: 'đã tính mức bao phủ', en: 'computed the coverage' },
};

export const SUBJECT_WORDS: Record<string, Words> = {
  certificate: { vi: 'danh mục chứng chỉ', en: 'the catalogue of certificates' },
  installation: { vi: 'bản cài đặt', en: 'installation' },
  role: { vi: 'vai trò', en: 'role' },
  'framework-subscription': {
    vi: 'việc theo dõi khung năng lực',
    en: 'followed framework',
  },
  'framework-version': { vi: 'phiên bản khung năng lực', en: 'framework version' },
  'level-equating': { vi: 'quy đổi mức', en: 'equating of levels' },
  'lexicon-entry': { vi: 'cách gọi trong từ vựng', en: 'form of the lexicon' },
  'link-calibration': { vi: 'bản hiệu chỉnh xác suất', en: 'calibration of links' },
  'precision-draw': { vi: 'mẫu kiểm tra liên kết', en: 'audit sample of links' },
  organisation: { vi: 'tổ chức', en: 'organisation' },
  person: { vi: 'người', en: 'person' },
  'api-client': { vi: 'máy kết nối', en: 'machine' },
  account: { vi: 'tài khoản', en: 'account' },
  'organisation-unit': { vi: 'đơn vị', en: 'unit' },
  invitation: { vi: 'lời mời', en: 'invitation' },
  consent: { vi: 'sự đồng ý', en: 'consent' },
  correction: { vi: 'yêu cầu đính chính', en: 'correction' },
  'retention-rule': { vi: 'quy tắc lưu giữ', en: 'retention rule' },
  'import-run': { vi: 'lần nhập', en: 'import' },
  'programme-version': { vi: 'phiên bản chương trình đào tạo', en: 'programme version' },
  syllabus: { vi: 'đề cương học phần', en: 'syllabus' },
  advertisement: { vi: 'tin tuyển dụng', en: 'advertisement' },
  decision: { vi: 'quyết định', en: 'decision' },
  crosswalk: { vi: 'liên kết đối chiếu', en: 'crosswalk' },
  'link-run': { vi: 'lượt liên kết', en: 'linking run' },
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
