/** Problems of files and bundles of files; messages.ts adds them to the others. */
export const bundleProblemWords = {
  'encoding-utf16': {
    vi: 'Tệp {file} dùng bảng mã UTF-16 (Excel gọi là “Unicode Text”). Hãy mở tệp và lưu lại: trong Excel chọn “CSV UTF-8”, trong Notepad chọn bảng mã “UTF-8”; chưa có gì được nhập.',
    en: 'The file {file} is encoded in UTF-16 (Excel calls it “Unicode Text”). Open it and save it again: in Excel as “CSV UTF-8”, in Notepad with the encoding “UTF-8”; nothing was imported.',
    status: 400,
  },
  'encoding-windows-1258': {
    vi: 'Tệp {file} có vẻ dùng bảng mã Windows-1258 cũ của tiếng Việt (byte {offset}). Hãy mở bằng đúng bảng mã đó rồi lưu lại: trong Excel chọn “CSV UTF-8”, trong Notepad++ chọn “Convert to UTF-8”; chưa có gì được nhập.',
    en: 'The file {file} looks like Windows-1258, the old encoding of Vietnamese (byte {offset}). Open it in that encoding and save it again: in Excel as “CSV UTF-8”, in Notepad++ with “Convert to UTF-8”; nothing was imported.',
    status: 400,
  },
  'bundle-damaged': {
    vi: 'Tệp ZIP bị hỏng hoặc chưa được tải lên đầy đủ ({what}). Hãy tải lại từ nguồn hoặc nén lại; chưa có gì được nhập.',
    en: 'The ZIP is damaged or was not transferred completely ({what}). Download it again or pack it anew; nothing was imported.',
    status: 400,
  },
  'bundle-encrypted': {
    vi: 'Tệp {file} trong ZIP được đặt mật khẩu. Hãy giải nén rồi nén lại không mật khẩu; chưa có gì được nhập.',
    en: 'The file {file} in the ZIP is protected by a password. Unpack it and pack it again without one; nothing was imported.',
    status: 400,
  },
  'bundle-name-unsafe': {
    vi: 'ZIP có tên tệp không an toàn (“{file}”): tên không được chứa “..”, ổ đĩa hoặc đường dẫn tuyệt đối. Hãy nén lại từ một thư mục; chưa có gì được nhập.',
    en: 'The ZIP holds an unsafe file name (“{file}”): names may not contain “..”, drives or absolute paths. Pack it again from a folder; nothing was imported.',
    status: 400,
  },
  'bundle-file-twice': {
    vi: 'Tệp {file} có hai lần trong gói. Hãy giữ lại một bản rồi nén lại; chưa có gì được nhập.',
    en: 'The file {file} stands twice in the bundle. Keep one of them and pack it again; nothing was imported.',
    status: 400,
  },
  'bundle-too-many-files': {
    vi: 'Gói có hơn {limit} tệp. Hãy chỉ nén những tệp của bộ dữ liệu; chưa có gì được nhập.',
    en: 'The bundle holds more than {limit} files. Pack only the files of the distribution; nothing was imported.',
    status: 413,
  },
  'table-columns-missing': {
    vi: 'Tệp {file} thiếu cột {columns}. Hãy kiểm tra dòng tiêu đề, hoặc tải lại tệp gốc; chưa có gì được nhập.',
    en: 'The file {file} lacks the columns {columns}. Check its header line, or download the original again; nothing was imported.',
    status: 400,
  },
  'bundle-empty': {
    vi: 'Không có tệp nào đọc được trong “{file}” (cần .csv, .tsv, .txt, .json hoặc .jsonl, có thể nén .gz). Hãy kiểm tra xem đã chọn đúng thư mục hoặc tệp ZIP chưa.',
    en: 'There is no file to read in “{file}” (.csv, .tsv, .txt, .json or .jsonl, also as .gz). Check that it is the folder or the ZIP that you meant.',
    status: 400,
  },
} as const;
