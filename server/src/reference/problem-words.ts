export const referenceProblemWords = {
  'reference-broken': {
    vi: 'Dữ liệu tham chiếu đi kèm có lỗi tại {place}: {what} (còn {more} lỗi khác). Chạy "nhip reference check" để xem tất cả.',
    en: 'The reference data that comes with the program has a mistake at {place}: {what} ({more} more). Run "nhip reference check" to see all of them.',
    status: 500,
  },
  'reference-not-newer': {
    vi: 'Khung {code} đã có phiên bản {version}; chương trình không mang theo phiên bản nào mới hơn. Không có gì thay đổi.',
    en: 'The framework {code} stands at version {version} already; the program carries none that is newer. Nothing was changed.',
    status: 409,
  },
};
