import { defineMessages } from '../language.ts';

export const mailMessages = defineMessages('mail', {
  vi: {
    title: 'Hộp thư đi của bản minh họa',
    lead: 'Bản minh họa không gửi thư ra ngoài. Đây là những thư lẽ ra đã được gửi, mới nhất ở trên.',
    empty: 'Chưa có thư nào',
    emptyBody: 'Thư xuất hiện ở đây khi có người đăng ký, quên mật khẩu hoặc được mời.',
    to: 'Gửi {{to}}',
    register: 'Thử đăng ký',
  },
  en: {
    title: 'Outbox of the demonstration',
    lead: 'The demonstration sends no mail. These letters would have been sent, the newest first.',
    empty: 'No letters yet',
    emptyBody: 'They appear here when somebody registers, forgets a password or is invited.',
    to: 'To {{to}}',
    register: 'Try to register',
  },
});
