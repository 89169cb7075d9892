/**
 * Words for every problem code, in both languages: what happened, why, and a way out.
 * {placeholders} are filled from the problem's detail. Codes are stable: scripts depend on them.
 */
export interface Message {
  vi: string;
  en: string;
  /** The HTTP status under which the code leaves a route (RFC 9457); 500 when left out. */
  status?: number;
}

const table = {
  'unexpected-fault': {
    vi: 'Đã xảy ra lỗi ngoài dự kiến (mã tra cứu {reference}). Dữ liệu không bị thay đổi. Hãy thử lại; nếu lỗi lặp lại, gửi mã tra cứu cho người vận hành.',
    en: 'An unexpected fault happened (reference {reference}). Nothing was changed. Try again; if it comes back, give the reference to the operator.',
    status: 500,
  },
  'invalid-request': {
    vi: 'Yêu cầu không hợp lệ: {what}. Hãy sửa các trường được nêu rồi gửi lại.',
    en: 'The request is not valid: {what}. Correct the fields named and send it again.',
    status: 400,
  },
  'not-found': {
    vi: 'Không tìm thấy {what}. Có thể đường dẫn đã cũ; hãy quay lại danh sách và chọn lại.',
    en: '{what} was not found. The link may be old; go back to the list and choose again.',
    status: 404,
  },
  'not-allowed': {
    vi: 'Bạn không có quyền làm việc này ({what}). Hãy liên hệ quản trị viên của tổ chức sở hữu dữ liệu.',
    en: 'You may not do this ({what}). Ask the administrator of the organisation that owns the data.',
    status: 403,
  },
  'origin-refused': {
    vi: 'Yêu cầu bị từ chối vì không đến từ địa chỉ của Nhịp ({what}). Hãy mở Nhịp bằng đúng địa chỉ in ra khi khởi động.',
    en: 'The request was refused because it does not come from the address of Nhịp ({what}). Open Nhịp at the address printed at start.',
    status: 403,
  },
  'host-not-loopback': {
    vi: 'HOST={host} không phải địa chỉ nội bộ của máy. Khi chưa có đăng nhập, Nhịp chỉ mở trên 127.0.0.1, ::1 hoặc localhost. Hãy bỏ HOST hoặc đặt HOST=127.0.0.1.',
    en: 'HOST={host} is not a loopback address. Until sign-in exists, Nhịp opens only on 127.0.0.1, ::1 or localhost. Unset HOST or set HOST=127.0.0.1.',
  },
  'port-taken': {
    vi: 'Cổng {port} đang được chương trình khác sử dụng. Hãy dừng chương trình đó hoặc chọn cổng khác, ví dụ: PORT={other} npm start.',
    en: 'Port {port} is in use by another program. Stop that program or choose another port, for example: PORT={other} npm start.',
  },
  'configuration-invalid': {
    vi: 'Cấu hình không hợp lệ: {what}. Hãy sửa biến môi trường được nêu rồi chạy lại.',
    en: 'The configuration is not valid: {what}. Correct the environment variable named and run again.',
  },
  'command-unknown': {
    vi: 'Không có lệnh "{command}". Chạy "nhip help" để xem các lệnh.',
    en: 'There is no command "{command}". Run "nhip help" to see the commands.',
  },
  'option-invalid': {
    vi: 'Tùy chọn không hợp lệ: {what}. Chạy "nhip help" để xem cách dùng.',
    en: 'An option is not valid: {what}. Run "nhip help" for the usage.',
  },
  'not-initialised': {
    vi: 'Chưa có bản cài đặt nào tại {home}. Hãy chạy "nhip init" trước; muốn xem bản minh họa thì chạy "npm start".',
    en: 'There is no installation at {home} yet. Run "nhip init" first; to see the demonstration run "npm start".',
  },
  'already-initialised': {
    vi: 'Bản cài đặt tại {home} đã có sẵn và được giữ nguyên. Chạy "nhip serve" để mở.',
    en: 'The installation at {home} exists already and was left as it is. Run "nhip serve" to open it.',
  },
  'wrong-installation': {
    vi: 'Cơ sở dữ liệu này thuộc bản "{found}", không phải bản "{wanted}". Dữ liệu minh họa và dữ liệu thật không dùng chung cơ sở dữ liệu; hãy kiểm tra DATABASE_URL hoặc NHIP_HOME.',
    en: 'This database belongs to a "{found}" installation, not "{wanted}". Demonstration and real data never share a database; check DATABASE_URL or NHIP_HOME.',
    status: 409,
  },
  'server-already-running': {
    vi: 'Một máy chủ Nhịp khác đang chạy trên cùng dữ liệu ({what}). Hãy dùng máy chủ đó, hoặc dừng nó rồi chạy lại; các lệnh "nhip import" và "nhip report" vẫn dùng được khi máy chủ đang chạy.',
    en: 'Another Nhịp server is running on the same data ({what}). Use that one, or stop it and run again; "nhip import" and "nhip report" work while a server runs.',
  },
  'embedded-database-unsupported': {
    vi: 'Cơ sở dữ liệu đi kèm không chạy được trên hệ thống này ({what}). Hãy đặt DATABASE_URL trỏ tới PostgreSQL 15 trở lên rồi dùng "nhip init" và "nhip serve".',
    en: 'The embedded database does not run on this system ({what}). Set DATABASE_URL to a PostgreSQL of version 15 or newer and use "nhip init" and "nhip serve".',
  },
  'embedded-database-broken': {
    vi: 'Cơ sở dữ liệu đi kèm không khởi động được: {what}. Hãy chạy "npm rebuild --foreground-scripts" trong thư mục cài đặt rồi thử lại.',
    en: 'The embedded database did not start: {what}. Run "npm rebuild --foreground-scripts" in the installation folder and try again.',
  },
  'embedded-database-not-started': {
    vi: 'Cơ sở dữ liệu đi kèm không khởi động được: {what}. Nhật ký nằm ở {log}; hãy khắc phục nguyên nhân nêu trong đó, hoặc khôi phục bản sao lưu vào một NHIP_HOME mới.',
    en: 'The embedded database did not start: {what}. Its log is in {log}; remove the cause named there, or restore a back-up into a new NHIP_HOME.',
  },
  'embedded-database-other-version': {
    vi: 'Dữ liệu tại {what} do PostgreSQL {found} tạo ra, còn chương trình này đi kèm PostgreSQL {wanted}. Hãy chạy "nhip backup" bằng phiên bản Nhịp cũ rồi "nhip restore" vào một NHIP_HOME mới bằng phiên bản này.',
    en: 'The data in {what} was made by PostgreSQL {found}, and this program comes with PostgreSQL {wanted}. Run "nhip backup" with the old version of Nhịp, then "nhip restore" into a new NHIP_HOME with this one.',
  },
  'disk-full': {
    vi: 'Ổ đĩa chứa {what} đã đầy. Không có gì bị mất; hãy giải phóng dung lượng rồi chạy lại.',
    en: 'The disk that holds {what} is full. Nothing was lost; free some space and run again.',
    status: 507,
  },
  'data-folder-not-usable': {
    vi: 'Không dùng được thư mục dữ liệu {what}. Hãy kiểm tra quyền ghi hoặc đặt NHIP_HOME tới một thư mục khác.',
    en: 'The data folder {what} cannot be used. Check its permissions or set NHIP_HOME to another folder.',
  },
  'database-unreachable': {
    vi: 'Không kết nối được cơ sở dữ liệu ({what}). Nhịp tự nối lại khi cơ sở dữ liệu hoạt động trở lại; hãy kiểm tra dịch vụ và DATABASE_URL.',
    en: 'The database cannot be reached ({what}). Nhịp reconnects by itself once it is back; check the service and DATABASE_URL.',
    status: 503,
  },
  'database-too-old': {
    vi: 'PostgreSQL {found} quá cũ; Nhịp cần phiên bản 15 trở lên.',
    en: 'PostgreSQL {found} is too old; Nhịp needs version 15 or newer.',
  },
  'application-role-missing': {
    vi: 'Tài khoản “{user}” của PostgreSQL không tạo được vai trò {role} mà Nhịp làm việc dưới quyền. Hãy nhờ người quản trị cơ sở dữ liệu chạy: CREATE ROLE {role} NOLOGIN; GRANT {role} TO "{user}"; rồi chạy lại.',
    en: 'The PostgreSQL login “{user}” cannot create the role {role} as which Nhịp works. Ask the database administrator to run: CREATE ROLE {role} NOLOGIN; GRANT {role} TO "{user}"; then start again.',
  },
  'database-newer-than-program': {
    vi: 'Cơ sở dữ liệu đã được một phiên bản Nhịp mới hơn nâng cấp ({what}). Hãy cập nhật chương trình; không chạy phiên bản cũ trên dữ liệu mới.',
    en: 'The database was upgraded by a newer version of Nhịp ({what}). Update the program; an old version must not run on newer data.',
  },
  'migration-changed': {
    vi: 'Tệp nâng cấp {what} đã bị sửa sau khi áp dụng. Hãy khôi phục tệp gốc của chương trình.',
    en: 'The migration file {what} was changed after it had been applied. Restore the original file of the program.',
  },
  'framework-version-changed': {
    vi: 'Khung năng lực {code} phiên bản {version} đi kèm chương trình khác với phiên bản {version} đã công bố trong bản cài đặt này. Phiên bản đã công bố không bao giờ thay đổi: hãy khôi phục các tệp trong reference/framework, hoặc ghi số phiên bản mới vào framework.yaml.',
    en: 'The framework {code} version {version} that comes with the program differs from the version {version} published in this installation. A published version never changes: restore the files in reference/framework, or write a new version into framework.yaml.',
  },
  'file-not-readable': {
    vi: 'Không đọc được tệp {file}. Hãy kiểm tra đường dẫn và quyền đọc.',
    en: 'The file {file} cannot be read. Check the path and its permissions.',
    status: 400,
  },
  'file-not-writable': {
    vi: 'Không ghi được tệp {file}. Hãy kiểm tra thư mục có tồn tại và có quyền ghi, hoặc chọn nơi khác.',
    en: 'The file {file} cannot be written. Check that its folder exists and may be written to, or choose another place.',
    status: 400,
  },
  'file-too-large': {
    vi: 'Tệp lớn hơn giới hạn {limit}. Hãy chia tệp thành các phần nhỏ hơn rồi nhập từng phần.',
    en: 'The file is larger than the limit of {limit}. Split it into smaller parts and import them one by one.',
    status: 413,
  },
  'file-has-too-many-parts': {
    vi: 'Tệp, hoặc một chương trình trong tệp, có {count} mục (khối, học phần, chuẩn đầu ra), nhiều hơn giới hạn {limit}. Hãy chia tệp theo chương trình rồi nhập từng phần; chưa có gì được nhập.',
    en: 'The file, or one programme in it, has {count} items (groups, courses, outcomes), more than the limit of {limit}. Split it by programme and import the parts one by one; nothing was imported.',
    status: 413,
  },
  'format-unknown': {
    vi: 'Không nhận ra định dạng của tệp {file}. Hãy chọn định dạng bằng --format ({formats}).',
    en: 'The format of the file {file} is not recognised. Name it with --format ({formats}).',
    status: 400,
  },
  'file-not-in-format': {
    vi: 'Tệp không đúng định dạng {format}: {what}. Hãy sửa tệp hoặc chọn định dạng khác; chưa có gì được nhập.',
    en: 'The file is not in the format {format}: {what}. Correct the file or choose another format; nothing was imported.',
    status: 400,
  },
  'encoding-not-utf8': {
    vi: 'Tệp không dùng bảng mã UTF-8 (lỗi tại byte {offset}). Hãy lưu lại tệp với bảng mã UTF-8 (trong Excel: "CSV UTF-8") rồi nhập lại; chưa có gì được nhập.',
    en: 'The file is not encoded in UTF-8 (first fault at byte {offset}). Save it again as UTF-8 (in Excel: "CSV UTF-8") and import it once more; nothing was imported.',
    status: 400,
  },
  'archive-damaged': {
    vi: 'Tệp nén .gz bị hỏng hoặc chưa được tải lên đầy đủ. Hãy nén lại hoặc tải lại tệp; chưa có gì được nhập.',
    en: 'The .gz archive is damaged or was not transferred completely. Pack or upload it again; nothing was imported.',
    status: 400,
  },
  'columns-missing': {
    vi: 'Tệp thiếu cột {columns}. Hãy bổ sung các cột này vào dòng tiêu đề (cách nhau bằng dấu phẩy) rồi nhập lại; chưa có gì được nhập.',
    en: 'The file lacks the columns {columns}. Add them to its header line (separated by commas) and import it again; nothing was imported.',
    status: 400,
  },
  'columns-repeated': {
    vi: 'Tiêu đề của tệp có cột bị lặp: {columns}. Hãy giữ mỗi cột một lần rồi nhập lại; chưa có gì được nhập.',
    en: 'The header of the file repeats columns: {columns}. Keep each of them once and import it again; nothing was imported.',
    status: 400,
  },
  'file-empty': {
    vi: 'Tệp không có dòng dữ liệu nào. Hãy kiểm tra xem đã chọn đúng tệp chưa.',
    en: 'The file holds no rows. Check that it is the file you meant.',
    status: 400,
  },
  'import-not-confirmed': {
    vi: 'Mới xem trước, chưa nhập gì. Chạy lại với --yes để nhập {valid} dòng hợp lệ.',
    en: 'This was a preview; nothing was imported. Run again with --yes to import the {valid} valid rows.',
  },
  'import-not-ready': {
    vi: 'Lần nhập này chưa có bản xem trước, hoặc đã kết thúc mà không nhập, nên chưa thể xác nhận. Hãy đợi bước kiểm tra hoàn tất, hoặc nhập lại tệp.',
    en: 'This import has no preview yet, or ended without being applied, so it cannot be confirmed. Wait until the file has been checked, or import it again.',
    status: 409,
  },
  'import-already-confirmed': {
    vi: 'Lần nhập này đã được xác nhận nên không thể hủy. Dữ liệu đã nhập được giữ nguyên; muốn thay đổi, hãy nhập một tệp mới hoặc loại từng tin khỏi số liệu.',
    en: 'This import has been confirmed and cannot be discarded. What it brought in stays; to change it, import a newer file or leave single advertisements out of the figures.',
    status: 409,
  },
  'import-outdated': {
    vi: 'Dữ liệu đã thay đổi sau khi xem trước. Nhịp đã tính lại bản xem trước; hãy kiểm tra rồi xác nhận lại.',
    en: 'The data changed after the preview. The preview has been computed anew; look at it and confirm again.',
    status: 409,
  },
  'organisation-required': {
    vi: 'Cần tên cơ sở đào tạo. Hãy thêm --institution "Tên cơ sở".',
    en: 'The name of the training institution is needed. Add --institution "Name".',
    status: 400,
  },
  'organisation-unknown': {
    vi: 'Chưa có tổ chức "{name}" trong hệ thống. Hãy kiểm tra tên hoặc nhập chương trình của tổ chức này trước.',
    en: 'There is no organisation "{name}" in the system. Check the name or import a programme of it first.',
    status: 404,
  },
  'programme-unknown': {
    vi: 'Cơ sở "{institution}" chưa có chương trình mã {code}. Hãy kiểm tra mã hoặc nhập chương trình trước.',
    en: 'The institution "{institution}" has no programme with the code {code}. Check the code or import the programme first.',
    status: 404,
  },
  'report-format-unknown': {
    vi: 'Không có định dạng báo cáo "{format}". Các định dạng: json, xlsx, csv, text.',
    en: 'There is no report format "{format}". The formats: json, xlsx, csv, text.',
  },
  'no-demand-yet': {
    vi: 'Chưa có tin tuyển dụng nào được tính, nên chưa thể tính khoảng cách. Hãy nhập tin tuyển dụng trước ("nhip import ads").',
    en: 'There are no counted advertisements yet, so the gap cannot be computed. Import advertisements first ("nhip import ads").',
    status: 409,
  },
  'decision-already-undone': {
    vi: 'Quyết định này đã được hoàn tác trước đó.',
    en: 'This decision has been undone already.',
    status: 409,
  },
  'archive-invalid': {
    vi: 'Tệp sao lưu không dùng được: {what}. Cơ sở dữ liệu không bị thay đổi; hãy chọn bản sao lưu khác.',
    en: 'The archive cannot be used: {what}. The database was not changed; choose another back-up.',
  },
  'archive-newer-than-program': {
    vi: 'Tệp sao lưu do phiên bản Nhịp mới hơn tạo ra ({what}). Hãy cập nhật chương trình trước khi khôi phục.',
    en: 'The archive was written by a newer version of Nhịp ({what}). Update the program before you restore it.',
  },
  'restore-target-not-empty': {
    vi: 'Chỉ khôi phục vào bản cài đặt trống; {what} đã có dữ liệu. Hãy đặt NHIP_HOME tới thư mục mới hoặc DATABASE_URL tới cơ sở dữ liệu trống.',
    en: 'A back-up is restored only into an empty installation; {what} has data already. Set NHIP_HOME to a new folder or DATABASE_URL to an empty database.',
  },
  'audit-head-invalid': {
    vi: 'Tệp {file} không phải đầu chuỗi kiểm toán do "nhip audit head" xuất ra. Hãy chọn đúng tệp; nếu tệp đã bị sửa, dùng bản lưu khác.',
    en: 'The file {file} is not a head of the audit chain as "nhip audit head" writes it. Choose the right file; if it was edited, use another copy.',
    status: 400,
  },
  'audit-head-foreign': {
    vi: 'Đầu chuỗi này thuộc bản cài đặt khác ({found}, không phải {wanted}). Hãy chọn tệp xuất từ chính bản cài đặt này.',
    en: 'This head belongs to another installation ({found}, not {wanted}). Choose a file that was exported from this one.',
    status: 409,
  },
  'audit-not-sealed-yet': {
    vi: 'Chưa có dấu vết nào được niêm phong. Hãy chạy lại sau vài giây, khi máy chủ đã niêm phong lần đầu.',
    en: 'No fact has been sealed yet. Run again in a few seconds, when the server has sealed for the first time.',
    status: 409,
  },
  'web-build-failed': {
    vi: 'Không dựng được giao diện web: {what}. Hãy chạy "npm install" lại rồi khởi động lần nữa.',
    en: 'The web interface could not be built: {what}. Run "npm install" again and start once more.',
  },
} as const satisfies Record<string, Message>;

export type MessageCode = keyof typeof table;

export const messages: Record<MessageCode, Message> = table;
