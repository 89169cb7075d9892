import { frameworkFindingWords } from '#src/imports/framework-finding-words.ts';

type Words = Record<'vi' | 'en', string>;

/** Words of the findings on a draft: those on files, but for what a draft names by codes instead of rows, and what only a draft is asked. */
export const draftFindingWords: Readonly<Record<string, Words>> = {
  ...frameworkFindingWords,
  'framework-label-twice': {
    vi: 'Cùng tên (không phân biệt dấu và chữ hoa) với mục {row}: “{value}”. Hãy gộp lại hoặc đặt tên phân biệt.',
    en: 'The same label as {row}, accents and case aside: “{value}”. Merge the two, or tell them apart.',
  },
  'framework-code-twice': {
    vi: 'Mã “{value}” đã được dùng ở mục {row}. Mỗi mục cần một mã riêng.',
    en: 'The code “{value}” is used by {row} already. Each entry needs a code of its own.',
  },
  'framework-identifier-twice': {
    vi: 'Mã định danh này đã thuộc về mục {row}. Hãy giữ lại một mục.',
    en: 'This identifier belongs to {row} already. Keep one of them.',
  },
  'framework-language-missing': {
    vi: 'Thiếu nội dung tiếng {language.vi}. Khung đang dùng cần đủ cả hai ngôn ngữ; hãy bổ sung.',
    en: 'The {language.en} text is missing. A framework in use is complete in both languages; fill it in.',
  },
  'framework-machine-draft': {
    vi: 'Nội dung do máy soạn, chưa ai duyệt. Hãy đọc, sửa nếu cần, rồi xác nhận.',
    en: 'A machine drafted this text and nobody has reviewed it. Read it, mend it where needed, and confirm it.',
  },
  'framework-empty': {
    vi: 'Khung chưa có năng lực nào. Hãy thêm ít nhất một mục.',
    en: 'The framework has no competencies yet. Add one at least.',
  },
};
