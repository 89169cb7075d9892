import { defineMessages } from '../language.ts';

/** The words of the account menu: the only ones of this room that every page loads. */
export const accountMessages = defineMessages('account', {
  vi: {
    signIn: 'Đăng nhập',
    account: 'Tài khoản của {{name}}',
    noOrganisation: 'Bạn chưa thuộc tổ chức nào.',
    actFor: 'Làm việc cho tổ chức',
    mine: 'Của tôi',
    myData: 'Dữ liệu của tôi',
    security: 'Đăng nhập và bảo mật',
    manage: 'Quản lý',
    organisations: 'Tổ chức',
    audit: 'Dấu vết thay đổi',
    apiClients: 'Khóa API',
    corrections: 'Yêu cầu sửa dữ liệu',
    retention: 'Thời hạn lưu giữ',
    signOut: 'Đăng xuất',
    failed: 'Chưa làm được. Hãy thử lại.',
  },
  en: {
    signIn: 'Sign in',
    account: 'Account of {{name}}',
    noOrganisation: 'You do not belong to any organisation yet.',
    actFor: 'Work for',
    mine: 'Mine',
    myData: 'My data',
    security: 'Sign-in and security',
    manage: 'Manage',
    organisations: 'Organisations',
    audit: 'Audit',
    apiClients: 'API keys',
    corrections: 'Requests to correct data',
    retention: 'Retention periods',
    signOut: 'Sign out',
    failed: 'That did not work. Try again.',
  },
});
