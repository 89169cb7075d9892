/** Refusals of what looks after the quality of links. */
export const linkQualityProblemWords = {
  'calibration-too-few-votes': {
    vi: 'Chưa đủ quyết định để hiệu chỉnh: mới có {votes} cặp ({right} đúng, {wrong} sai), cần ít nhất {least} cặp và mỗi loại ít nhất {each}. Hãy duyệt thêm rồi thử lại.',
    en: 'There are too few decisions to recalibrate: {votes} pairs so far ({right} right, {wrong} wrong), at least {least} are needed and {each} of either kind. Review more and try again.',
    status: 409,
  },
  'calibration-not-standing': {
    vi: 'Bản hiệu chỉnh này không còn hiệu lực nên không thể thu hồi. Hãy tải lại trang để xem bản đang dùng.',
    en: 'This calibration does not stand any more, so it cannot be taken back. Load the page again to see the one in use.',
    status: 409,
  },
  'opinion-not-wanted': {
    vi: 'Quyết định này không cần ý kiến thứ hai của bạn: bạn đã từng quyết định về cặp này, người khác vừa cho ý kiến, hoặc quyết định đã được hoàn tác. Hãy chuyển sang mục khác.',
    en: 'No second opinion of yours is wanted here: you have decided about this pair before, somebody else has just answered, or the decision was undone. Go on to another item.',
    status: 409,
  },
  'opinion-not-open': {
    vi: 'Chỗ bất đồng này đã được giải quyết hoặc không còn nữa. Hãy tải lại danh sách.',
    en: 'This disagreement has been settled or is gone. Load the list again.',
    status: 409,
  },
  'nothing-to-draw': {
    vi: 'Không có liên kết nào đang tự được tính để rút mẫu. Hãy nhập dữ liệu và đợi liên kết xong.',
    en: 'There are no links that count by themselves to draw from. Import data and wait until they are linked.',
    status: 409,
  },
} as const;
