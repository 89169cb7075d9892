/** Problems of reading files, whatever format they are in; messages.ts adds them to the others. */
export const fileProblemWords = {
  'json-not-readable': {
    vi: 'Tệp không phải là JSON hợp lệ ({what}). Tệp có thể đã bị cắt khi tải về hoặc bị sửa tay; hãy tải lại từ nguồn. Chưa có gì được nhập.',
    en: 'The file is not valid JSON ({what}). It may have been cut short in transfer or edited by hand; fetch it again from its source. Nothing was imported.',
    status: 400,
  },
  'csv-not-readable': {
    vi: 'Không đọc được tệp CSV từ dòng {line}: dấu ngoặc kép không khép đúng. Hãy thêm dấu ngoặc kép còn thiếu, hoặc viết đôi ("") dấu ngoặc kép nằm trong ô. Chưa có gì được nhập.',
    en: 'The CSV cannot be read from line {line} on: a quote is not closed as it should be. Add the missing quote, or double ("") the quotes inside a cell. Nothing was imported.',
    status: 400,
  },
  'workbook-not-readable': {
    vi: 'Không mở được tệp .xlsx ({what}). Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại ở dạng “Excel Workbook (.xlsx)”, không đặt mật khẩu, rồi nhập lại. Chưa có gì được nhập.',
    en: 'The .xlsx file cannot be opened ({what}). Open it in Excel or LibreOffice, save it as “Excel Workbook (.xlsx)” without a password, and import it again. Nothing was imported.',
    status: 400,
  },
  'workbook-too-large': {
    vi: 'Bảng tính có hơn {limit} ô (hoặc giải nén ra quá lớn) nên không được đọc. Hãy xóa các hàng, cột trống đã định dạng và các trang không cần nhập, hoặc chia thành nhiều tệp. Chưa có gì được nhập.',
    en: 'The workbook has more than {limit} cells (or unpacks to too much) and is not read. Delete formatted empty rows and columns and sheets that are not to be imported, or split it into several files. Nothing was imported.',
    status: 413,
  },
} as const;
