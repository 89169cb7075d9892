import type { BrokenKind } from './contract.ts';

/** What is wrong with the chain, at its first broken link, and what to do. */
export const VERDICT_WORDS = {
  'fact-changed': {
    vi: 'Dấu vết số {factId} đã bị sửa sau khi niêm phong số {sealId} ghi nhận nó. Hãy giữ nguyên hiện trạng, so với bản sao lưu gần nhất và tìm người đã truy cập trực tiếp cơ sở dữ liệu.',
    en: 'Fact {factId} was changed after seal {sealId} had covered it. Leave everything as it is, compare with the latest back-up and find out who had direct access to the database.',
  },
  'fact-missing': {
    vi: 'Dấu vết số {factId} đã bị xóa: niêm phong số {sealId} có ghi nhận nó. Hãy lấy lại dòng này từ bản sao lưu để đối chiếu và tìm người đã truy cập trực tiếp cơ sở dữ liệu.',
    en: 'Fact {factId} was deleted: seal {sealId} covers it. Look the row up in a back-up and find out who had direct access to the database.',
  },
  'fact-added': {
    vi: 'Dấu vết số {factId} được chèn vào sau, ở một vị trí đã khép lại (niêm phong số {sealId}). Nó không do Nhịp ghi; hãy tìm người đã truy cập trực tiếp cơ sở dữ liệu.',
    en: 'Fact {factId} was put in afterwards, at a place that had been closed (seal {sealId}). Nhịp did not write it; find out who had direct access to the database.',
  },
  'seal-changed': {
    vi: 'Niêm phong số {sealId} đã bị sửa: nội dung không còn khớp với mã băm của chính nó. Hãy so với bản sao lưu gần nhất.',
    en: 'Seal {sealId} was changed: what it says no longer gives its own hash. Compare with the latest back-up.',
  },
  'seal-missing': {
    vi: 'Niêm phong số {sealId} đã bị xóa khỏi chuỗi. Hãy so với bản sao lưu gần nhất.',
    en: 'Seal {sealId} was deleted from the chain. Compare with the latest back-up.',
  },
  'chain-broken': {
    vi: 'Niêm phong số {sealId} không nối tiếp niêm phong đứng ngay trước nó: phần trước của chuỗi đã bị viết lại. Hãy so với bản sao lưu gần nhất.',
    en: 'Seal {sealId} does not continue the seal before it: the earlier part of the chain was rewritten. Compare with the latest back-up.',
  },
  'head-not-found': {
    vi: 'Đầu chuỗi đã xuất (niêm phong số {sealId}) không còn trong chuỗi: phần cuối của chuỗi đã bị cắt bỏ. Hãy so với bản sao lưu gần nhất; nếu vừa khôi phục một bản sao lưu cũ hơn thì đây là điều phải thấy.',
    en: 'The exported head (seal {sealId}) is no longer in the chain: its tail was cut off. Compare with the latest back-up; after the restoring of an older back-up this is what must be seen.',
  },
  'head-changed': {
    vi: 'Niêm phong số {sealId} khác với đầu chuỗi đã xuất: chuỗi đã bị viết lại từ vị trí này hoặc trước đó. Hãy so với bản sao lưu gần nhất.',
    en: 'Seal {sealId} differs from the exported head: the chain was rewritten there or before. Compare with the latest back-up.',
  },
  'unsealed-too-long': {
    vi: 'Dấu vết số {factId} đã chờ niêm phong quá một giờ. Máy chủ Nhịp niêm phong mười giây một lần: hãy chạy "nhip serve" và xem nhật ký của máy chủ, hoặc niêm phong ngay bằng "nhip audit head".',
    en: 'Fact {factId} has waited for its seal for longer than an hour. A running server seals every ten seconds: run "nhip serve" and look into its log, or seal at once with "nhip audit head".',
  },
} satisfies Record<BrokenKind, { vi: string; en: string }>;
