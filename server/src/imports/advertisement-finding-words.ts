/** Words of the findings on advertisement files; see finding-words.ts. */
export const advertisementFindingWords = {
  'broken-row': {
    vi: 'Dòng có {found} ô trong khi tiêu đề có {expected} cột, nên không biết ô nào thuộc cột nào. Hãy kiểm tra dấu phẩy và dấu ngoặc kép của dòng (dòng {line} của tệp).',
    en: 'The row has {found} cells where the header has {expected} columns, so no cell can be told apart. Check its commas and quotes (line {line} of the file).',
  },
  'broken-quotes': {
    vi: 'Dấu ngoặc kép của dòng không khép đúng, nên không đọc được từ dòng {line} của tệp. Hãy thêm dấu ngoặc kép còn thiếu hoặc viết đôi ("") dấu ngoặc kép nằm trong ô.',
    en: 'The quotes of this row do not close, so it cannot be read (from line {line} of the file on). Add the missing quote, or double ("") the quotes inside the cell.',
  },
  'blank-row': {
    vi: 'Dòng trống: không có nơi làm việc, yêu cầu, kỹ năng và ngày đăng. Hãy điền nội dung hoặc xóa dòng.',
    en: 'The row is blank: no place, requirements, skills or posting date. Fill it in or delete it.',
  },
  'title-missing': {
    vi: 'Thiếu tên công việc. Hãy điền ô này.',
    en: 'The job title is missing. Fill in this cell.',
  },
  'employer-missing': {
    vi: 'Thiếu tên nhà tuyển dụng. Hãy điền ô này.',
    en: 'The name of the employer is missing. Fill in this cell.',
  },
  'requirements-missing': {
    vi: 'Thiếu yêu cầu công việc. Hãy điền ô này.',
    en: 'The requirements are missing. Fill in this cell.',
  },
  'date-missing': {
    vi: 'Thiếu ngày đăng. Hãy điền ngày theo dạng 25/11/2025 15:05 hoặc 2025-11-25 15:05:00.',
    en: 'The posting date is missing. Write it as 25/11/2025 15:05 or 2025-11-25 15:05:00.',
  },
  'date-unreadable': {
    vi: 'Không đọc được ngày "{value}" hoặc ngày không có thật. Hãy viết theo dạng 25/11/2025 15:05 (ngày/tháng/năm) hoặc 2025-11-25 15:05:00.',
    en: 'The date "{value}" cannot be read or does not exist. Write it as 25/11/2025 15:05 (day/month/year) or 2025-11-25 15:05:00.',
  },
  'date-in-future': {
    vi: 'Ngày đăng {value} nằm trong tương lai (hôm nay là {today}). Hãy kiểm tra lại thứ tự ngày/tháng và năm.',
    en: 'The posting date {value} lies in the future (today is {today}). Check the order of day and month, and the year.',
  },
  'date-too-old': {
    vi: 'Ngày đăng {value} trước năm 2000. Hãy kiểm tra lại năm.',
    en: 'The posting date {value} lies before the year 2000. Check the year.',
  },
  'text-too-long': {
    vi: 'Ô có {length} ký tự, dài hơn giới hạn {limit}. Hãy kiểm tra xem nhiều dòng có bị gộp vào một ô do thiếu dấu ngoặc kép không.',
    en: 'The cell has {length} characters, more than the limit of {limit}. Check whether a missing quote has joined several rows into one cell.',
  },
  'control-characters': {
    vi: 'Ô chứa {count} ký tự điều khiển không nhìn thấy; các ký tự này đã được bỏ khi nhập. Hãy kiểm tra nguồn của tệp nếu nội dung bị thiếu.',
    en: 'The cell holds {count} invisible control characters; they were left out. Check the source of the file if something is missing.',
  },
  'garbled-letters': {
    vi: 'Có chữ bị hỏng do sai bảng mã (ví dụ "{sample}"); nội dung được giữ như trong tệp. Hãy xuất lại tệp bằng bảng mã UTF-8.',
    en: 'Some letters are garbled by a wrong encoding (for example "{sample}"); the text is kept as it is in the file. Export the file again as UTF-8.',
  },
  'formula-in-cell': {
    vi: 'Ô bắt đầu bằng "{sign}" như một công thức; Nhịp giữ nguyên dưới dạng văn bản và không bao giờ chạy công thức. Hãy kiểm tra xem đây có phải nội dung thật không.',
    en: 'The cell starts with "{sign}" like a formula; it is kept as plain text and is never run. Check whether this is what was meant.',
  },
  'markup-in-text': {
    vi: 'Ô chứa mã HTML hoặc kịch bản (ví dụ "{sample}"); Nhịp giữ dưới dạng văn bản thuần và không bao giờ chạy. Hãy xuất lại nguồn dưới dạng văn bản nếu cần.',
    en: 'The cell holds HTML or a script (for example "{sample}"); it is kept as plain text and is never run. Export the source as text if it should not be there.',
  },
  'tags-not-a-list': {
    vi: "Ô không được viết dưới dạng danh sách ['…', '…']; các mục được tách theo dấu phẩy. Hãy kiểm tra xem có mục nào bị tách sai không.",
    en: "The cell is not written as a list ['…', '…']; its items were split at commas. Check that none was split wrongly.",
  },
  'work-mode-unknown': {
    vi: 'Không nhận ra hình thức làm việc "{value}"; ô này được để trống. Các cách viết được nhận: At office, Hybrid …, Remote ….',
    en: 'The work mode "{value}" is not known; it was left empty. Known ways to write it: At office, Hybrid …, Remote ….',
  },
  'place-unknown': {
    vi: 'Không nhận ra tỉnh, thành nào trong "{value}"; tin được tính vào nhóm "Chưa rõ". Hãy bổ sung tên tỉnh, thành ở cuối địa chỉ.',
    en: 'No province is recognised in "{value}"; the advertisement counts under "Unknown". Add the name of the province at the end of the address.',
  },
  'place-contradiction': {
    vi: 'Địa chỉ cho biết {place} còn cột thành phố ghi "{city}"; Nhịp dùng địa chỉ. Hãy kiểm tra lại hai ô.',
    en: 'The address says {place} while the city column says "{city}"; the address is used. Check both cells.',
  },
  'duplicate-in-file': {
    vi: 'Tin này trùng hoàn toàn với dòng {row} của tệp; chỉ một dòng được giữ. Có thể xóa dòng này.',
    en: 'The advertisement is the same as row {row} of the file; only one of them is kept. This row can be deleted.',
  },
  'template-text': {
    vi: 'Cùng một văn bản yêu cầu xuất hiện trong {advertisements} tin của {employers} nhà tuyển dụng khác nhau, nên có vẻ là văn bản mẫu chứ không phải tin thật. Tin được giữ ngoài số liệu cho đến khi có người duyệt.',
    en: 'The same requirements stand in {advertisements} advertisements of {employers} different employers, so they look like a template rather than real ones. The advertisement is kept out of all figures until a person admits it.',
  },
  'requirements-too-short': {
    vi: 'Phần yêu cầu chỉ có {length} ký tự (ít hơn {limit}), quá ngắn để biết tin cần gì. Tin được giữ ngoài số liệu cho đến khi có người duyệt.',
    en: 'The requirements have only {length} characters (fewer than {limit}), too few to say what the job asks for. The advertisement is kept out of all figures until a person admits it.',
  },
} as const;
