/** Problems of this room; messages.ts adds them to the others. */
export const frameworkProblemWords = {
  'framework-not-described': {
    vi: 'Tệp {file} không nói nó là khung năng lực nào (mã, phiên bản, tên). Hãy dùng tệp mẫu, hoặc thêm phần mô tả khung.',
    en: 'The file {file} does not say which framework it is (code, version, title). Use the template, or add the part that describes the framework.',
    status: 422,
  },
  'framework-of-another-organisation': {
    vi: 'Khung “{code}” thuộc về tổ chức khác nên không thể thay đổi từ đây. Hãy đề nghị tổ chức đó, hoặc nhập thành khung mới với mã khác.',
    en: 'The framework “{code}” belongs to another organisation and cannot be changed from here. Ask that organisation, or import it as a new framework under another code.',
    status: 403,
  },
  'framework-in-review': {
    vi: 'Bản nháp của khung “{code}” đang được thẩm định nên không nhận thay đổi. Hãy rút về để sửa, hoặc chờ kết quả.',
    en: 'The draft of the framework “{code}” is in review and takes no changes. Withdraw it to go on editing, or wait for the decision.',
    status: 409,
  },
  'framework-has-draft': {
    vi: 'Khung “{code}” đang có một bản nháp chưa công bố. Hãy công bố hoặc bỏ bản nháp đó rồi nhập lại.',
    en: 'The framework “{code}” has a draft that is not published. Publish or discard it, then import again.',
    status: 409,
  },
  'framework-version-unknown': {
    vi: 'Không rõ đây là phiên bản nào: tệp {file} không ghi phiên bản. Hãy nêu phiên bản khi nhập (ô “Phiên bản của khung”, hay --framework-version), hoặc ghi vào tên tệp, ví dụ “esco-1.2.0.zip”.',
    en: 'The file {file} does not say which version it is. State the version when you import it (the field “Version of the framework”, or --framework-version), or put it into the name of the file, for example “esco-1.2.0.zip”.',
    status: 422,
  },
} as const;
