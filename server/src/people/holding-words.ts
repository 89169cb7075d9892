import type { DatumLabel, HoldingCode } from './holding.ts';
import type { Purpose } from './purposes.ts';

/** What is held, in words that stand after "giữ" and "holds"; possessives are part of them. */
export const holdingWords: Record<HoldingCode, { vi: string; en: string }> = {
  profile: { vi: 'tên hiển thị và ngôn ngữ của bạn', en: 'your display name and language' },
  account: {
    vi: 'tài khoản của bạn: e-mail, cách đăng nhập, các phiên đăng nhập',
    en: 'your account: e-mail, ways of signing in, sessions',
  },
  affiliation: {
    vi: 'họ tên, mã số, thông tin liên hệ và đơn vị của bạn',
    en: 'your full name, code, contact details and unit',
  },
  'role-grant': { vi: 'các vai trò được giao cho bạn', en: 'the roles given to you' },
  identifier: {
    vi: 'mã định danh của bạn dưới dạng đã băm có khóa',
    en: 'your identifiers as keyed hashes',
  },
  invitation: { vi: 'lời mời gửi đến bạn', en: 'invitations sent to you' },
  letter: { vi: 'thư chưa gửi đến bạn', en: 'letters to you that have not been sent' },
  consent: { vi: 'các đồng ý bạn đã cho', en: 'the consents you gave' },
  correction: { vi: 'yêu cầu đính chính của bạn', en: 'your requests for corrections' },
  merge: { vi: 'các lần gộp hồ sơ của bạn', en: 'the merges of your records' },
  'access-log': {
    vi: 'nhật ký ai đã xem dữ liệu của bạn',
    en: 'the log of who looked at your data',
  },
  'audit-fact': {
    vi: 'dấu vết những việc bạn đã làm, không ghi tên bạn',
    en: 'the traces of what you did, without your name',
  },
};

export const holdingPurposes: Record<HoldingCode, Purpose> = {
  profile: 'sign-in',
  account: 'sign-in',
  affiliation: 'member-administration',
  'role-grant': 'member-administration',
  identifier: 'identity-matching',
  invitation: 'member-administration',
  letter: 'member-administration',
  consent: 'rights-of-the-person',
  correction: 'rights-of-the-person',
  merge: 'identity-matching',
  'access-log': 'rights-of-the-person',
  'audit-fact': 'accountability',
};

/** One sentence per holding: who holds what, what for, until when. */
export const sentenceWords = {
  holds: {
    vi: '{organisation} giữ {what} để {purpose}, {until}.',
    en: '{organisation} holds {what} to {purpose}, {until}.',
  },
  until: { vi: 'đến {date}', en: 'until {date}' },
  running: {
    vi: 'cho đến {months} tháng sau khi kết thúc',
    en: 'until {months} months after it ends',
  },
  endless: { vi: 'chưa đặt thời hạn kết thúc', en: 'and no end is set' },
  obliged: {
    vi: 'Không xóa sớm hơn được: {basis} ({source}).',
    en: 'It cannot be erased earlier: {basis} ({source}).',
  },
};

export const datumWords: Record<DatumLabel, { vi: string; en: string }> = {
  name: { vi: 'Họ tên', en: 'Name' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  email: { vi: 'E-mail', en: 'E-mail' },
  'email-verified': { vi: 'E-mail đã xác nhận', en: 'E-mail confirmed' },
  'second-factor': { vi: 'Xác thực hai lớp', en: 'Second factor' },
  passkey: { vi: 'Khóa truy cập', en: 'Passkeys' },
  session: { vi: 'Phiên đăng nhập', en: 'Sessions' },
  'sign-in-method': { vi: 'Cách đăng nhập', en: 'Ways of signing in' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  'person-code': { vi: 'Mã số', en: 'Code' },
  position: { vi: 'Chức danh', en: 'Position' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  start: { vi: 'Từ ngày', en: 'From' },
  end: { vi: 'Đến ngày', en: 'Until' },
  role: { vi: 'Vai trò', en: 'Role' },
  kind: { vi: 'Loại', en: 'Kind' },
  hint: { vi: 'Các ký tự cuối', en: 'Last signs' },
  assurance: { vi: 'Mức xác thực', en: 'Assurance' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  'data-kinds': { vi: 'Loại dữ liệu', en: 'Kinds of data' },
  wording: { vi: 'Bản lời văn', en: 'Wording' },
  field: { vi: 'Trường', en: 'Field' },
  wanted: { vi: 'Nội dung đề nghị', en: 'What you ask for' },
  reason: { vi: 'Lý do', en: 'Reason' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  action: { vi: 'Việc đã làm', en: 'What you did' },
  times: { vi: 'Số lần', en: 'Times' },
  latest: { vi: 'Lần gần nhất', en: 'Latest' },
  state: { vi: 'Trạng thái', en: 'State' },
};
