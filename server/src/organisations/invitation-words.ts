/** The letter of an invitation. */
export const INVITATION_WORDS = {
  vi: {
    subject: '{organisation} mời bạn tham gia Nhịp',
    greeting: 'Xin chào,',
    greetingByName: 'Xin chào {name},',
    member: 'Thành viên',
    body: '{organisation} mời bạn tham gia nền tảng Nhịp với vai trò: {roles}.\n\nHãy mở liên kết sau để nhận lời mời. Liên kết chỉ dùng được một lần và có hiệu lực đến hết ngày {date}.\n\n{link}\n\nNếu bạn không quen biết tổ chức này, hãy bỏ qua thư; không có tài khoản nào được lập.',
  },
  en: {
    subject: '{organisation} invites you to Nhịp',
    greeting: 'Hello,',
    greetingByName: 'Hello {name},',
    member: 'Member',
    body: '{organisation} invites you to the Nhịp platform as: {roles}.\n\nOpen this link to accept. It works once, until {date}.\n\n{link}\n\nIf you do not know this organisation, ignore this letter; no account is made.',
  },
} as const;
