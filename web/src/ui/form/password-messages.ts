import { defineMessages } from '../../language.ts';

export const passwordMessages = defineMessages('password', {
  vi: {
    show: 'Hiện mật khẩu',
    hide: 'Ẩn mật khẩu',
    advice:
      'Ít nhất 10 ký tự. Vài từ không liên quan đến nhau thì dễ nhớ mà khó đoán; không cần ký tự đặc biệt.',
  },
  en: {
    show: 'Show the password',
    hide: 'Hide the password',
    advice:
      'At least 10 characters. A few unrelated words are easy to remember and hard to guess; no special signs are needed.',
  },
});
