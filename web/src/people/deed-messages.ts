import { defineMessages } from '../language.ts';

/** The words that persons and offices share. */
export const deedMessages = defineMessages('people-deeds', {
  vi: {
    undo: 'Hoàn tác',
    failed: 'Chưa làm được: {{why}}',
    fields: {
      full_name: 'Họ tên',
      person_code: 'Mã số',
      email: 'E-mail',
      phone: 'Điện thoại',
      position_title: 'Chức danh',
    },
  },
  en: {
    undo: 'Undo',
    failed: 'That did not work: {{why}}',
    fields: {
      full_name: 'Full name',
      person_code: 'Code',
      email: 'E-mail',
      phone: 'Phone',
      position_title: 'Position',
    },
  },
});
