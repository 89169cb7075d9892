import type { DataKind, Purpose } from './purposes.ts';

type Words = { vi: string; en: string };

/** What for, in words that go on after "để …" and "to …". */
export const purposeWords: Record<Purpose, Words> = {
  'member-administration': { vi: 'quản lý thành viên', en: 'administer its members' },
  'sign-in': { vi: 'đăng nhập và bảo vệ tài khoản', en: 'sign you in and protect your account' },
  'identity-matching': {
    vi: 'nhận ra cùng một người và gộp hồ sơ trùng',
    en: 'recognise the same person and merge duplicate records',
  },
  accountability: {
    vi: 'chứng minh ai đã làm gì, khi nào',
    en: 'prove who did what and when',
  },
  'rights-of-the-person': {
    vi: 'thực hiện quyền của bạn đối với dữ liệu về mình',
    en: 'carry out your rights over data about you',
  },
  'credit-recognition': { vi: 'công nhận tín chỉ', en: 'recognise credits' },
  recruitment: { vi: 'tuyển dụng', en: 'recruit' },
  'workforce-planning': { vi: 'quy hoạch nhân lực', en: 'plan its workforce' },
  training: { vi: 'tổ chức đào tạo, bồi dưỡng', en: 'organise training' },
  support: { vi: 'hỗ trợ khi bạn yêu cầu', en: 'help you when you ask for it' },
};

/** Which data, in words that stand in the middle of a sentence. */
export const dataKindWords: Record<DataKind, Words> = {
  name: { vi: 'tên hiển thị và ngôn ngữ', en: 'display name and language' },
  contact: {
    vi: 'e-mail và số điện thoại do các tổ chức khác ghi',
    en: 'e-mail and phone as other organisations hold them',
  },
  affiliations: {
    vi: 'nơi công tác, học tập ở các tổ chức khác',
    en: 'affiliations with other organisations',
  },
  roles: { vi: 'vai trò ở các tổ chức khác', en: 'roles in other organisations' },
};
