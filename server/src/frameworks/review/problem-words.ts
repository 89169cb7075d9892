/** Problems of reviewing and publishing; messages.ts adds them to the others. */
export const frameworkReviewProblemWords = {
  'review-own-organisation': {
    vi: 'Bản nháp phải do một tổ chức khác thẩm định, không phải tổ chức soạn thảo. Hãy chọn tổ chức khác.',
    en: 'A draft is reviewed by another organisation than the one that wrote it. Choose another one.',
    status: 409,
  },
  'review-organisation-unknown': {
    vi: 'Không có tổ chức này, hoặc tổ chức đã kết thúc hoạt động. Hãy chọn tổ chức khác.',
    en: 'There is no such organisation, or it has ended. Choose another one.',
    status: 409,
  },
  'review-not-open': {
    vi: 'Bản nháp của khung “{code}” không ở trong đợt thẩm định nào đang mở. Hãy tải lại trang để xem trạng thái hiện tại.',
    en: 'The draft of the framework “{code}” is in no open review. Load the page again to see how it stands.',
    status: 409,
  },
  'review-decided': {
    vi: 'Đợt thẩm định này đã có kết luận. Hãy tải lại trang để xem trạng thái hiện tại.',
    en: 'This review has been decided already. Load the page again to see how it stands.',
    status: 409,
  },
  'publish-not-approved': {
    vi: 'Chưa công bố được: lần gửi thẩm định gần nhất chưa được chấp thuận, hoặc bản nháp đã được sửa sau đó. Hãy gửi thẩm định lại.',
    en: 'It cannot be published: the latest submission has not been approved, or the draft was edited since. Submit it again.',
    status: 409,
  },
  'publish-has-errors': {
    vi: 'Chưa công bố được: bản nháp còn {count} lỗi. Hãy mở mục Kiểm tra để xem và sửa từng lỗi.',
    en: 'It cannot be published: the draft has {count} errors. Open the checks to see and mend each of them.',
    status: 409,
  },
  'publish-unmapped': {
    vi: 'Chưa công bố được: {count} năng lực của phiên bản trước chưa rõ được thay bằng gì. Hãy nối từng năng lực với năng lực kế thừa, hoặc ghi là kết thúc kèm lý do.',
    en: 'It cannot be published: {count} competencies of the version before have no word on what becomes of them. Map each to its successors, or end it with a reason.',
    status: 409,
  },
  'succession-invalid': {
    vi: 'Không ghi được quan hệ kế thừa: {what}. Hãy sửa rồi lưu lại.',
    en: 'The succession cannot be kept: {what}. Correct it and save again.',
    status: 400,
  },
} as const;
