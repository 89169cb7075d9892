/** Words of the findings on frameworks and crosswalks; see finding-words.ts. */
export const frameworkFindingWords = {
  'framework-label-missing': {
    vi: 'Mục này không có tên. Hãy điền tên bằng ít nhất một ngôn ngữ.',
    en: 'This item has no label. Fill it in, in one language at least.',
  },
  'framework-text-long': {
    vi: 'Nội dung dài {length} ký tự, giới hạn là {limit}. Hãy rút gọn.',
    en: 'The text has {length} characters; the limit is {limit}. Shorten it.',
  },
  'framework-mojibake': {
    vi: 'Chữ “{value}” có vẻ đã bị đọc sai bảng mã. Hãy lưu lại tệp gốc ở dạng UTF-8 rồi nhập lại; nếu đúng là như vậy thì có thể giữ nguyên.',
    en: 'The letters “{value}” look as if they had been read in the wrong encoding. Save the original as UTF-8 and import again; if they are right, leave them.',
  },
  'framework-control-characters': {
    vi: 'Nội dung có ký tự điều khiển không in được. Hãy xóa các ký tự đó.',
    en: 'The text holds control characters that cannot be printed. Remove them.',
  },
  'framework-wrong-language': {
    vi: 'Nội dung ghi là “{language}” nhưng có vẻ không phải ngôn ngữ này. Hãy kiểm tra cột ngôn ngữ.',
    en: 'The text is marked “{language}” and does not look like it. Check the language of the column.',
  },
  'framework-identifier-twice': {
    vi: 'Mã định danh này đã có ở dòng {row}. Hãy giữ lại một dòng.',
    en: 'This identifier stands in row {row} already. Keep one of them.',
  },
  'framework-code-twice': {
    vi: 'Mã “{value}” đã được dùng ở dòng {row}. Mỗi mục cần một mã riêng.',
    en: 'The code “{value}” is used in row {row} already. Each item needs a code of its own.',
  },
  'framework-uuid-bad': {
    vi: '“{value}” không phải là một UUID. Hãy sửa, hoặc để trống để hệ thống đặt.',
    en: '“{value}” is no UUID. Correct it, or leave it empty for one to be made.',
  },
  'framework-uuid-elsewhere': {
    vi: 'UUID {value} đã thuộc về khung “{framework}”. Bản sao này sẽ nhận UUID mới; UUID cũ được giữ lại trong ghi chú nguồn.',
    en: 'The UUID {value} belongs to the framework “{framework}”. This copy gets a new one; the old one is kept among what the source said.',
  },
  'framework-label-twice': {
    vi: 'Cùng tên (không phân biệt dấu và chữ hoa) với dòng {row}: “{value}”. Hãy gộp lại hoặc đặt tên phân biệt.',
    en: 'The same label as in row {row}, accents and case aside: “{value}”. Merge the two, or tell them apart.',
  },
  'framework-parent-unknown': {
    vi: 'Mục cha “{value}” không có trong tệp. Mục này được đặt ở cấp cao nhất.',
    en: 'The parent “{value}” is not in the file. The item is placed at the top.',
  },
  'framework-parent-cycle': {
    vi: 'Mục này nằm dưới chính nó: {value}. Hãy sửa mục cha.',
    en: 'The item stands under itself: {value}. Correct its parent.',
  },
  'framework-reference-unknown': {
    vi: '{count} tham chiếu đến mục không có trong tệp bị bỏ qua, ví dụ “{value}”.',
    en: '{count} references to items that are not in the file are left out, for example “{value}”.',
  },
  'framework-level-unknown': {
    vi: 'Mức {value} không có trong thang “{scale}”. Hãy dùng một mức của thang.',
    en: 'The level {value} is not on the scale “{scale}”. Use one of its levels.',
  },
  'framework-scale-unknown': {
    vi: 'Không có thang mức “{scale}”. Hãy khai báo thang trong tệp hoặc dùng thang đã có.',
    en: 'There is no scale “{scale}”. Declare it in the file, or use one that exists.',
  },
  'framework-kind-unknown': {
    vi: 'Không có loại “{value}”. Các loại: {allowed}.',
    en: 'There is no kind “{value}”. The kinds: {allowed}.',
  },
  'framework-relation-unknown': {
    vi: 'Không có quan hệ “{value}”. Các quan hệ: {allowed}.',
    en: 'There is no relation “{value}”. The relations: {allowed}.',
  },
  'framework-relation-to-itself': {
    vi: 'Mục này có quan hệ với chính nó. Quan hệ đó bị bỏ qua.',
    en: 'The item is related to itself. That relation is left out.',
  },
  'framework-formula': {
    vi: 'Ô chứa công thức nên không được đọc. Hãy dán giá trị (Paste Special → Values) rồi nhập lại.',
    en: 'The cell holds a formula, which is not read. Paste its value (Paste Special → Values) and import again.',
  },
  'framework-markup': {
    vi: 'Nội dung có thẻ HTML; thẻ được giữ nguyên như chữ và không bao giờ được chạy.',
    en: 'The text holds HTML tags; they are kept as letters and never run.',
  },
  'framework-value-missing': {
    vi: 'Thiếu giá trị ở cột “{value}”. Hãy điền vào.',
    en: 'The column “{value}” is empty here. Fill it in.',
  },
  'framework-date-bad': {
    vi: 'Ngày “{value}” không có thật hoặc không đúng dạng. Ví dụ: 2026-11-23.',
    en: 'The date “{value}” does not exist or is not written as one. For example: 2026-11-23.',
  },
  'framework-kept-aside': {
    vi: '{count} chi tiết của nguồn không có chỗ trong mô hình của Nhịp; chúng được giữ nguyên văn trong dữ liệu gốc của mục, ví dụ “{value}”.',
    en: '{count} details of the source have no place in the model of Nhịp; they are kept word for word among what the source said, for example “{value}”.',
  },
  'framework-row-cells': {
    vi: 'Dòng {line} của tệp {file} có {found} ô trong khi tiêu đề có {expected}. Hãy sửa dòng này (thường do thiếu dấu ngoặc kép hoặc dấu phẩy).',
    en: 'Line {line} of the file {file} has {found} cells where the header has {expected}. Correct it (mostly a quote or a comma is missing).',
  },
  'framework-row-quotes': {
    vi: 'Dòng {line} của tệp {file} có dấu ngoặc kép không khép lại. Hãy sửa dòng này; các dòng khác không bị ảnh hưởng.',
    en: 'Line {line} of the file {file} has a quote that is never closed. Correct it; the other lines are not touched.',
  },
  'framework-row-no-object': {
    vi: 'Dòng {line} của tệp {file} không phải là một đối tượng JSON có mã. Hãy sửa hoặc bỏ dòng này.',
    en: 'Line {line} of the file {file} is no JSON object with an identifier. Correct or remove it.',
  },
  'framework-row-twice': {
    vi: 'Dòng {line} của tệp {file} lặp lại mã định danh ở dòng {row}. Hãy giữ lại một dòng.',
    en: 'Line {line} of the file {file} repeats the identifier of line {row}. Keep one of them.',
  },
  'framework-files-missing': {
    vi: 'Gói thiếu: {files}. Những gì các tệp đó mang lại sẽ không có; nếu đã nhập trước đây thì sẽ hiện là bị gỡ.',
    en: 'The bundle lacks {files}. What they would bring is absent; what stands of it from an earlier import is shown as removed.',
  },
  'framework-files-unread': {
    vi: 'Các tệp này không được đọc: {files}.',
    en: 'These files are not read: {files}.',
  },
  'framework-sheet-unread': {
    vi: 'Trang “{value}” không thuộc tệp mẫu nên không được đọc. Nếu cần nhập, hãy đặt tên trang như trong tệp mẫu.',
    en: 'The sheet “{value}” is none of the template and is not read. Name it as in the template if it should be.',
  },
  'framework-column-unknown': {
    vi: 'Cột “{value}” không có trong tệp mẫu; nội dung được giữ trong dữ liệu gốc của từng mục, không hiển thị trong khung.',
    en: 'The column “{value}” is none of the template; what it holds is kept with each item as said by the source, and not shown in the framework.',
  },
  'framework-cell-error': {
    vi: 'Ô chứa lỗi của bảng tính ({value}). Hãy sửa ô rồi nhập lại.',
    en: 'The cell holds an error of the spreadsheet ({value}). Correct it and import again.',
  },
  'framework-cell-covered': {
    vi: 'Ô nằm trong vùng đã gộp; giá trị chỉ được đọc ở ô đầu vùng. Hãy bỏ gộp ô và điền từng ô.',
    en: 'The cell lies in a merged range, of which only the first cell is read. Unmerge it and fill in each cell.',
  },
  'framework-cell-date': {
    vi: 'Bảng tính đã đổi ô này thành ngày {value}. Nếu không phải ngày, hãy định dạng ô là Văn bản và điền lại.',
    en: 'The spreadsheet has turned this cell into the date {value}. If it is none, format the cell as Text and fill it in again.',
  },
  'framework-cell-number': {
    vi: 'Mã được lưu là số {value}: nếu mã là {value}0 thì bảng tính đã bỏ số 0 ở cuối. Hãy định dạng cột là Văn bản và kiểm tra lại.',
    en: 'The code is stored as the number {value}: had it been {value}0, the spreadsheet would have dropped the zero. Format the column as Text and check it.',
  },
  'framework-integer-bad': {
    vi: '“{value}” không phải là số nguyên. Hãy sửa ô này.',
    en: '“{value}” is no whole number. Correct this cell.',
  },
  'framework-weight-bad': {
    vi: '“{value}” không phải là một số từ 0 đến 1. Hãy sửa ô này, ví dụ 0.8.',
    en: '“{value}” is no number from 0 to 1. Correct this cell, for example 0.8.',
  },
  'framework-necessity-unknown': {
    vi: 'Không có mức cần thiết “{value}”. Hãy chọn: {allowed}.',
    en: 'There is no necessity “{value}”. Choose one of: {allowed}.',
  },
  'framework-code-written': {
    vi: 'Mã khung “{value}” được viết lại thành “{code}” (chữ thường không dấu, số, dấu chấm, gạch nối).',
    en: 'The code “{value}” of the framework is written as “{code}” (lower-case letters without accents, digits, dots, hyphens).',
  },
  'framework-line-twice': {
    vi: 'Dòng này lặp lại nội dung của một dòng phía trên nên bị bỏ qua.',
    en: 'This line says again what a line above has said, and is left out.',
  },
  'framework-line-lost': {
    vi: 'Không có mục nào mang mã “{value}”, nên dòng này không được nhập. Hãy sửa mã.',
    en: 'Nothing has the code “{value}”, so this line is not imported. Correct the code.',
  },
  'framework-source-broken': {
    vi: 'Trang dữ liệu nguồn bị sửa nên không đọc được phần của “{value}”; những gì có cột riêng vẫn được nhập.',
    en: 'The sheet of source data was edited, and its part about “{value}” cannot be read; what has a column of its own is imported.',
  },
  'crosswalk-end-unknown': {
    vi: 'Không tìm thấy “{value}” trong khung “{framework}”. Dòng này không được nhập; hãy nhập khung đó trước, hoặc sửa mã.',
    en: '“{value}” is not in the framework “{framework}”. The row is not imported; import that framework first, or correct the code.',
  },
  'crosswalk-one-framework': {
    vi: 'Cả hai đầu đều thuộc khung “{framework}”. Liên kết đối chiếu nối hai khung khác nhau; hãy sửa một đầu.',
    en: 'Both ends belong to the framework “{framework}”. A crosswalk joins two different ones; correct one end.',
  },
  'crosswalk-repeated': {
    vi: 'Cặp này đã có ở dòng {row} với cùng nguồn. Hãy giữ một dòng.',
    en: 'Row {row} has the same two ends from the same source. Keep one of the rows.',
  },
  'crosswalk-relation-unknown': {
    vi: 'Không có quan hệ “{value}”. Các quan hệ: {allowed}.',
    en: 'There is no relation “{value}”. The relations: {allowed}.',
  },
  'crosswalk-confidence-bad': {
    vi: '“{value}” không phải là độ tin cậy từ 0 đến 1. Ví dụ: 0,95 hoặc 95 %.',
    en: '“{value}” is no confidence between 0 and 1. For example: 0.95 or 95%.',
  },
  'crosswalk-row-broken': {
    vi: 'Dòng {line} của tệp thiếu hoặc thừa ô, hoặc dấu ngoặc kép chưa đóng. Hãy sửa dòng đó rồi nhập lại.',
    en: 'Line {line} of the file has too few or too many cells, or a quote that is not closed. Correct it and import again.',
  },
  'crosswalk-end-moved': {
    vi: '“{value}” không còn trong bản đang dùng của khung “{framework}” nhưng có trong một bản trước; liên kết vẫn được giữ.',
    en: '“{value}” is not in the version in force of “{framework}”, but in an earlier one; the link is kept.',
  },
} as const;
