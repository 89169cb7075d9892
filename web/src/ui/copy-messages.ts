import { defineMessages } from '../language.ts';

export const copyMessages = defineMessages('copy', {
  vi: {
    copy: 'Sao chép',
    copied: 'Đã sao chép',
    refused: 'Trình duyệt không cho sao chép. Hãy chọn dòng chữ rồi sao chép bằng tay.',
  },
  en: {
    copy: 'Copy',
    copied: 'Copied',
    refused: 'The browser does not allow copying. Select the text and copy it by hand.',
  },
});
