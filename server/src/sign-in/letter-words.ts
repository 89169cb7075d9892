import type { Language } from '#src/errors.ts';
import { fill } from '#src/languages/fill.ts';

type Words = Record<Language, { subject: string; body: string }>;

export const LETTERS = {
  'confirm-address': {
    vi: {
      subject: 'Xác nhận địa chỉ thư của bạn trên Nhịp',
      body: 'Xin chào {name},\n\nHãy mở liên kết sau để xác nhận địa chỉ thư này. Liên kết có hiệu lực trong 24 giờ.\n\n{link}\n\nNếu bạn không đăng ký tài khoản Nhịp, hãy bỏ qua thư này.',
    },
    en: {
      subject: 'Confirm your e-mail address on Nhịp',
      body: 'Hello {name},\n\nOpen this link to confirm this address. It works for 24 hours.\n\n{link}\n\nIf you did not register on Nhịp, ignore this letter.',
    },
  },
  'new-password': {
    vi: {
      subject: 'Đặt lại mật khẩu Nhịp',
      body: 'Xin chào {name},\n\nHãy mở liên kết sau để đặt mật khẩu mới. Liên kết có hiệu lực trong 30 phút và chỉ dùng được một lần.\n\n{link}\n\nNếu bạn không yêu cầu, hãy bỏ qua thư này; mật khẩu của bạn không thay đổi.',
    },
    en: {
      subject: 'Set a new Nhịp password',
      body: 'Hello {name},\n\nOpen this link to set a new password. It works for 30 minutes and once only.\n\n{link}\n\nIf you did not ask for this, ignore this letter; your password stays as it is.',
    },
  },
  'account-exists': {
    vi: {
      subject: 'Bạn đã có tài khoản Nhịp',
      body: 'Xin chào {name},\n\nCó người vừa đăng ký Nhịp bằng địa chỉ thư này, nhưng bạn đã có tài khoản. Nếu đó là bạn, hãy đăng nhập hoặc đặt lại mật khẩu tại:\n\n{link}\n\nNếu không phải bạn, bạn không cần làm gì.',
    },
    en: {
      subject: 'You already have a Nhịp account',
      body: 'Hello {name},\n\nSomebody has just registered on Nhịp with this address, but you have an account already. If it was you, sign in or set a new password at:\n\n{link}\n\nIf it was not you, there is nothing to do.',
    },
  },
} satisfies Record<string, Words>;

export type LetterCode = keyof typeof LETTERS;

/** Both languages in one letter where the reader's is not known: the one that was asked in comes first. */
export function letterText(
  code: LetterCode,
  language: Language,
  values: { name: string; link: string },
): { subject: string; body: string } {
  const { subject, body } = LETTERS[code][language];
  return { subject: fill(subject, values), body: fill(body, values) };
}
