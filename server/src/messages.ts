import { fileProblemWords } from './files/problem-words.ts';
import { crosswalkProblemWords } from './crosswalks/problem-words.ts';
import { draftingProblemWords } from './frameworks/drafting/problem-words.ts';
import { remoteProblemWords } from './http/remote-problem-words.ts';
import { pullProblemWords } from './standards/case/pulls/problem-words.ts';
import { frameworkProblemWords } from './frameworks/problem-words.ts';
import { frameworkReviewProblemWords } from './frameworks/review/problem-words.ts';
import { bundleProblemWords } from './imports/problem-words.ts';
import { referenceProblemWords } from './reference/problem-words.ts';
import { linkQualityProblemWords } from './review/calibration/problem-words.ts';

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
    vi: 'HOST={host} mở bản minh họa ra mạng, trong khi ai cũng đăng nhập được bằng một cú nhấp. Hãy bỏ HOST hoặc đặt HOST=127.0.0.1; để dùng thật: nhip serve.',
    en: 'HOST={host} would open the demonstration, which lets anybody in with one click, to the network. Unset HOST or set HOST=127.0.0.1; for real use: nhip serve.',
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
  'role-not-yours': {
    vi: 'Bạn không được cấp hoặc thu hồi vai trò này ở đây. Vai trò của tổ chức do quản trị viên tổ chức đó cấp; vai trò của nền tảng do ban thư ký cấp.',
    en: 'This role is not yours to grant or revoke here. An organisation’s roles are granted by its administrator, those of the platform by its secretariat.',
    status: 403,
  },
  'role-of-the-platform': {
    vi: 'Vai trò này chỉ có trong đơn vị vận hành nền tảng. Hãy chọn một vai trò của tổ chức.',
    en: 'This role exists only in the organisation that owns the platform. Choose a role of an organisation.',
    status: 409,
  },
  'role-held-already': {
    vi: 'Người này đã có vai trò đó. Muốn đổi thời hạn, hãy thu hồi rồi cấp lại.',
    en: 'This person holds that role already. To change its end, revoke it and grant it anew.',
    status: 409,
  },
  'role-own': {
    vi: 'Không ai tự cấp cho mình một vai trò mình chưa có. Hãy nhờ một quản trị viên khác; với vai trò của nền tảng, hãy nhờ một thành viên khác của ban thư ký.',
    en: 'Nobody grants themselves a role that they lack. Ask another administrator; for a role of the platform, another member of the secretariat.',
    status: 403,
  },
  'last-administrator': {
    vi: 'Đây là quản trị viên thường trực cuối cùng đăng nhập được của tổ chức. Hãy cấp vai trò quản trị viên không thời hạn cho một người có tài khoản trước.',
    en: 'This is the organisation’s last lasting administrator who can sign in. Grant the role without an end to somebody with an account first.',
    status: 409,
  },
  'last-secretariat': {
    vi: 'Đây là thành viên thường trực cuối cùng của ban thư ký. Hãy cấp vai trò ban thư ký không thời hạn cho một người có tài khoản trước.',
    en: 'This is the last lasting member of the secretariat. Grant the role without an end to somebody with an account first.',
    status: 409,
  },
  'delegation-role-not-held': {
    vi: 'Bạn chỉ ủy quyền được vai trò của chính mình. Hãy chọn một vai trò bạn đang có trong tổ chức này.',
    en: 'You can delegate only a role of your own. Choose one that you hold in this organisation.',
    status: 409,
  },
  'delegation-of-delegation': {
    vi: 'Vai trò được ủy quyền không ủy quyền tiếp được. Hãy nhờ người có vai trò gốc ủy quyền trực tiếp.',
    en: 'A delegated role cannot be delegated on. Ask the one who holds it to delegate it directly.',
    status: 409,
  },
  'delegation-to-oneself': {
    vi: 'Không thể ủy quyền cho chính mình. Hãy chọn một thành viên khác.',
    en: 'A role is not delegated to oneself. Choose another member.',
    status: 409,
  },
  'delegation-too-long': {
    vi: 'Ủy quyền kéo dài nhiều nhất 6 tháng và không quá thời hạn của vai trò gốc. Hãy chọn ngày sớm hơn.',
    en: 'A delegation lasts six months at most, and no longer than the role itself. Choose an earlier date.',
    status: 409,
  },
  'ends-in-the-past': {
    vi: 'Thời điểm kết thúc đã qua. Hãy chọn một thời điểm trong tương lai.',
    en: 'The end lies in the past. Choose a moment to come.',
    status: 400,
  },
  'ends-in-the-future': {
    vi: 'Ngày kết thúc nằm trong tương lai. Hãy kết thúc tư cách thành viên vào chính ngày đó, vì các vai trò chấm dứt ngay khi kết thúc.',
    en: 'The last day lies in the future. End the membership on that day, since the roles end at once.',
    status: 400,
  },
  'membership-ended': {
    vi: 'Tư cách thành viên này đã kết thúc ngày {date}. Muốn nhận người này trở lại, hãy thêm một tư cách thành viên mới.',
    en: 'This membership ended on {date}. To take the person back, add a new one.',
    status: 409,
  },
  'organisation-ended': {
    vi: 'Tổ chức này đã kết thúc ngày {date} nên không thay đổi được nữa. Hãy làm việc với tổ chức kế thừa.',
    en: 'This organisation ended on {date} and does not change any more. Go on with the one that succeeded it.',
    status: 409,
  },
  'organisation-name-taken': {
    vi: 'Đã có tổ chức mang tên này. Hãy mở tổ chức đó, hoặc ghi tên đầy đủ để phân biệt.',
    en: 'An organisation of this name exists already. Open that one, or write the full name that tells them apart.',
    status: 409,
  },
  'organisation-tier-refused': {
    vi: 'Cơ quan nhà nước cần có cấp (trung ương, tỉnh, xã) và cơ quan cấp trên trực tiếp thuộc đúng cấp liền trên; tổ chức khác thì không có cấp. Hãy chọn lại cấp và cơ quan cấp trên.',
    en: 'A State body needs a tier (centre, province, commune) and a parent of the tier just above; other organisations have none. Choose tier and parent again.',
    status: 400,
  },
  'organisation-has-parts': {
    vi: 'Còn {count} cơ quan trực thuộc. Hãy chuyển hoặc kết thúc các cơ quan đó trước.',
    en: '{count} bodies still stand below it. Move or end them first.',
    status: 409,
  },
  'organisation-of-the-platform': {
    vi: 'Đơn vị vận hành nền tảng không đổi loại, không sáp nhập và không kết thúc được.',
    en: 'The organisation that owns the platform keeps its kind; it neither merges nor ends.',
    status: 409,
  },
  'region-not-known': {
    vi: 'Không có địa bàn này. Hãy chọn lại địa bàn trong danh sách.',
    en: 'There is no such region. Choose it again from the list.',
    status: 400,
  },
  'unit-unknown': {
    vi: 'Tổ chức không có đơn vị này, hoặc đơn vị đã kết thúc ({what}). Hãy chọn một đơn vị khác.',
    en: 'The organisation has no such unit, or it has ended ({what}). Choose another.',
    status: 409,
  },
  'unit-name-taken': {
    vi: 'Ở cùng cấp đã có đơn vị tên “{unit}”. Hãy chọn tên khác hoặc đặt đơn vị ở chỗ khác.',
    en: 'A unit named “{unit}” stands at the same place already. Choose another name or another place.',
    status: 409,
  },
  'unit-under-itself': {
    vi: 'Không thể đặt “{unit}” dưới chính nó hoặc dưới đơn vị con của nó. Hãy chọn đơn vị cấp trên khác.',
    en: '“{unit}” cannot stand under itself or what is below it. Choose another parent.',
    status: 409,
  },
  'unit-too-deep': {
    vi: 'Cây đơn vị có nhiều nhất {most} cấp. Hãy đặt đơn vị ở cấp cao hơn.',
    en: 'The tree of units has {most} levels at most. Put the unit higher up.',
    status: 409,
  },
  'unit-has-units': {
    vi: '“{unit}” còn đơn vị con. Hãy chuyển hoặc kết thúc các đơn vị con trước.',
    en: '“{unit}” still has units below it. Move or end them first.',
    status: 409,
  },
  'unit-has-people': {
    vi: '“{unit}” còn {people} người. Hãy chọn đơn vị mà họ chuyển sang.',
    en: '“{unit}” still has {people} people. Say which unit they move to.',
    status: 409,
  },
  'member-already': {
    vi: 'Người có địa chỉ này đã là thành viên của tổ chức. Hãy mở thành viên đó và cấp thêm vai trò.',
    en: 'Whoever has this address is a member already. Open that member and grant the roles there.',
    status: 409,
  },
  'person-code-taken': {
    vi: 'Mã {code} đã thuộc về một thành viên khác. Hãy kiểm tra mã, hoặc mở thành viên đó.',
    en: 'The code {code} belongs to another member. Check it, or open that member.',
    status: 409,
  },
  'invitation-unknown': {
    vi: 'Không có lời mời nào khớp với liên kết này. Hãy mở lại đúng liên kết trong thư mới nhất, hoặc nhờ người mời gửi lại.',
    en: 'No invitation matches this link. Open the link of the newest letter, or ask whoever invited you to send it again.',
    status: 404,
  },
  'invitation-expired': {
    vi: 'Lời mời này đã hết hạn ngày {date}. Hãy nhờ người mời gửi lại; thư mới có hiệu lực 14 ngày.',
    en: 'This invitation expired on {date}. Ask whoever invited you to send it again; a new one works for 14 days.',
    status: 410,
  },
  'invitation-revoked': {
    vi: 'Lời mời này đã được thu hồi. Nếu bạn cho là nhầm lẫn, hãy liên hệ quản trị viên của tổ chức đã mời.',
    en: 'This invitation was revoked. If that seems a mistake, ask the administrator of the organisation that invited you.',
    status: 410,
  },
  'invitation-accepted': {
    vi: 'Lời mời này đã được dùng. Nếu chính bạn đã nhận, hãy đăng nhập; nếu không, hãy báo ngay cho quản trị viên của tổ chức đã mời.',
    en: 'This invitation has been used. If you accepted it, sign in; if not, tell the administrator of the organisation that invited you at once.',
    status: 410,
  },
  'invitation-foreign': {
    vi: 'Lời mời này được gửi tới một địa chỉ thư khác với tài khoản bạn đang dùng. Hãy đăng nhập bằng tài khoản của địa chỉ đó, hoặc xác nhận rằng cả hai địa chỉ đều là của bạn.',
    en: 'This invitation went to another address than that of your account. Sign in with the account of that address, or confirm that both addresses are yours.',
    status: 409,
  },
  'invitation-closed': {
    vi: 'Lời mời này đã kết thúc (đã được nhận hoặc thu hồi). Hãy gửi một lời mời mới nếu cần.',
    en: 'This invitation has ended: it was accepted or revoked. Send a new one if it is needed.',
    status: 409,
  },
  'succession-refused': {
    vi: 'Không ghi nhận được việc kế thừa này: một tổ chức không thể kế thừa chính nó, trực tiếp hay qua tổ chức khác; sáp nhập và đổi tên có đúng một tổ chức kế thừa, chia tách có từ hai. Hãy kiểm tra lại các tổ chức đã chọn.',
    en: 'This succession cannot be recorded: no organisation succeeds itself, directly or through others; a merger or renaming has exactly one successor, a split at least two. Check the organisations chosen.',
    status: 409,
  },
  'succession-in-the-future': {
    vi: 'Việc kế thừa được ghi nhận từ ngày có hiệu lực, không ghi trước. Hãy ghi nhận vào hoặc sau ngày đó.',
    en: 'A succession is recorded from the day on which it takes effect, not before. Record it on that day or later.',
    status: 400,
  },
  'succession-missing': {
    vi: 'Giữa hai tổ chức này không có quan hệ kế thừa nào đang có hiệu lực. Hãy nhờ ban thư ký ghi nhận việc sáp nhập trước.',
    en: 'No succession holds between these two organisations. Ask the secretariat to record the merger first.',
    status: 409,
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
  'pair-decided-meanwhile': {
    vi: 'Vừa có người khác quyết định về “{surface}” ({verdict}). Hãy xem lại; nếu vẫn giữ ý kiến của mình, bạn quyết định thêm một lần nữa.',
    en: 'Somebody else has just decided about “{surface}” ({verdict}). Look again; if you still see it differently, decide once more.',
    status: 409,
  },
  'phrase-not-in-text': {
    vi: 'Không thấy “{phrase}” trong văn bản này. Hãy chọn nguyên các từ đứng liền nhau trong một dòng.',
    en: '“{phrase}” does not stand in this text. Choose whole words that stand side by side in one line.',
    status: 400,
  },
  'same-competency': {
    vi: 'Cụm từ đã được gán cho chính năng lực này. Hãy chọn một năng lực khác.',
    en: 'The phrase is linked to this very competency. Choose another one.',
    status: 400,
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
  'sign-in-required': {
    vi: 'Bạn cần đăng nhập để dùng {what}. Hãy đăng nhập rồi thử lại.',
    en: 'You need to sign in to use {what}. Sign in and try again.',
    status: 401,
  },
  'no-mail-server': {
    vi: 'Nền tảng này chưa gửi được thư, nên chưa thể tự đăng ký hay đặt lại mật khẩu qua thư. Hãy nhờ quản trị viên của tổ chức mời bạn, hoặc nhờ người vận hành đặt SMTP_URL.',
    en: 'This platform sends no mail yet, so nobody can register or set a new password by letter. Ask an administrator of your organisation for an invitation, or the operator to set SMTP_URL.',
    status: 503,
  },
  'sign-in-refused': {
    vi: 'Địa chỉ thư hoặc mật khẩu không đúng. Hãy kiểm tra lại, hoặc đặt lại mật khẩu.',
    en: 'The address or the password is not right. Check both, or set a new password.',
    status: 401,
  },
  'email-not-verified': {
    vi: 'Địa chỉ thư này chưa được xác nhận. Hãy mở liên kết trong thư xác nhận, hoặc yêu cầu gửi lại.',
    en: 'This address has not been confirmed. Open the link in the confirmation letter, or ask for another.',
    status: 403,
  },
  'linking-under-way': {
    vi: 'Máy chủ hoặc một lệnh khác đang liên kết lại các văn bản. Không cần làm gì thêm; xem tiến độ ở trang Thử liên kết.',
    en: 'The server or another command is linking the texts already. Nothing more needs to be done; the page Try linking shows how far it is.',
    status: 409,
  },
  'linking-too-often': {
    vi: 'Bạn vừa gửi quá nhiều văn bản cần liên kết. Hãy đợi {seconds} giây rồi gửi lại; để liên kết nhiều văn bản, dùng "nhip link" hoặc nhập tệp.',
    en: 'You have sent too many texts to be linked just now. Wait {seconds} seconds and send it again; for many texts use "nhip link" or import a file.',
    status: 429,
  },
  'too-many-attempts': {
    vi: 'Quá nhiều lần thử. Hãy đợi {seconds} giây rồi thử lại.',
    en: 'Too many attempts. Wait {seconds} seconds and try again.',
    status: 429,
  },
  'account-exists': {
    vi: 'Địa chỉ thư này đã có tài khoản. Hãy đăng nhập bằng tài khoản đó.',
    en: 'This address has an account already. Sign in with it.',
    status: 409,
  },
  'account-disabled': {
    vi: 'Tài khoản này đã bị khóa. Hãy liên hệ người quản trị của tổ chức bạn.',
    en: 'This account is locked. Ask the administrator of your organisation.',
    status: 403,
  },
  'email-invalid': {
    vi: 'Đây không phải là một địa chỉ thư điện tử hợp lệ. Hãy kiểm tra lại, ví dụ: ten@donvi.vn.',
    en: 'This is not a valid e-mail address. Check it, for example: name@office.vn.',
    status: 400,
  },
  'email-look-alike': {
    vi: 'Địa chỉ thư có ký tự của bảng chữ khác trông giống chữ La-tinh. Hãy gõ lại địa chỉ bằng bàn phím thường.',
    en: 'The address has letters of another alphabet that look like Latin ones. Type the address again.',
    status: 400,
  },
  'password-too-short': {
    vi: 'Mật khẩu cần ít nhất {least} ký tự. Một câu ngắn dễ nhớ là đủ tốt.',
    en: 'A password needs at least {least} characters. A short sentence that you remember is good.',
    status: 400,
  },
  'password-too-long': {
    vi: 'Mật khẩu có nhiều nhất {most} ký tự.',
    en: 'A password has at most {most} characters.',
    status: 400,
  },
  'password-common': {
    vi: 'Mật khẩu này nằm trong danh sách thường bị đoán trước tiên. Hãy chọn mật khẩu khác, ví dụ vài từ không liên quan đến nhau.',
    en: 'This password is among those that are guessed first. Choose another, for example a few unrelated words.',
    status: 400,
  },
  'password-personal': {
    vi: 'Mật khẩu này là tên hoặc địa chỉ thư của bạn. Hãy chọn mật khẩu người khác không đoán được.',
    en: 'This password is your own name or address. Choose one that others cannot guess.',
    status: 400,
  },
  'password-wrong': {
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The present password is not right.',
    status: 400,
  },
  'code-wrong': {
    vi: 'Mã không đúng hoặc đã hết hạn. Hãy nhập mã mới nhất trong ứng dụng xác thực; kiểm tra giờ trên thiết bị của bạn.',
    en: 'The code is not right or has expired. Enter the newest code of your authenticator; check the clock of your device.',
    status: 400,
  },
  'link-expired': {
    vi: 'Liên kết này đã hết hạn hoặc đã được dùng. Hãy yêu cầu một liên kết mới.',
    en: 'This link has expired or has been used. Ask for a new one.',
    status: 410,
  },
  'passkey-refused': {
    vi: 'Khóa truy cập không được chấp nhận. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.',
    en: 'The passkey was not accepted. Try again, or sign in with a password.',
    status: 400,
  },
  'sign-in-not-fresh': {
    vi: 'Bạn đã đăng nhập quá một ngày. Để thêm cách đăng nhập mới, hãy đăng xuất, đăng nhập lại rồi làm tiếp.',
    en: 'You signed in more than a day ago. To add a way of signing in, sign out, sign in again and go on.',
    status: 403,
  },
  'sign-in-fault': {
    vi: 'Không đăng nhập được ({what}). Hãy thử lại; nếu vẫn không được, hãy báo cho người quản trị.',
    en: 'The sign-in did not work ({what}). Try again; if it stays so, tell the administrator.',
    status: 400,
  },
  'identity-provider-missing': {
    vi: 'Nền tảng này chưa nối với hệ thống định danh nào. Hãy đăng nhập bằng cách khác.',
    en: 'This platform has no identity provider. Sign in another way.',
    status: 404,
  },
  'identity-provider-unreachable': {
    vi: 'Hiện không liên lạc được với hệ thống định danh {name}. Hãy thử lại sau ít phút hoặc đăng nhập bằng cách khác.',
    en: 'The identity provider {name} cannot be reached at present. Try again in a few minutes, or sign in another way.',
    status: 503,
  },
  'identity-provider-invalid': {
    vi: 'Hệ thống định danh {name} trả lời không như đã cấu hình (tên nhà cung cấp khác hoặc thiếu khóa). Hãy báo cho người quản trị.',
    en: 'The identity provider {name} does not answer as configured (another issuer, or no keys). Tell the administrator.',
    status: 502,
  },
  'set-up-link-invalid': {
    vi: 'Liên kết thiết lập không đúng, đã được dùng hoặc đã hết hạn. Trên máy chủ, hãy chạy: nhip admin create',
    en: 'This set-up link is wrong, used or expired. On the server, run: nhip admin create',
    status: 410,
  },
  'demonstration-not-public': {
    vi: 'Bản minh họa cho phép đăng nhập bằng một cú nhấp nên không mở ra mạng được. Hãy bỏ PUBLIC_URL, hoặc dùng: nhip serve',
    en: 'The demonstration lets anybody in with one click, so it cannot be public. Remove PUBLIC_URL, or use: nhip serve',
  },
  'public-url-missing': {
    vi: 'HOST={host} mở Nhịp ra mạng, nên cần PUBLIC_URL=https://… là địa chỉ mà trình duyệt dùng.',
    en: 'HOST={host} opens Nhịp to the network, so PUBLIC_URL=https://… is needed: the address that browsers use.',
  },
  'secret-not-usable': {
    vi: 'Không đọc hoặc tạo được tệp khóa bí mật {what}. Hãy kiểm tra quyền của thư mục, hoặc đặt NHIP_SECRET.',
    en: 'The secret file {what} can be neither read nor made. Check the folder’s rights, or set NHIP_SECRET.',
  },
  'consent-missing': {
    vi: 'Chưa được xem {what} để {purpose}: người này {why}. Hãy đề nghị họ vào mục "Dữ liệu của tôi" và cho đồng ý đúng mục đích này với tổ chức của bạn.',
    en: 'You may not look at {what} to {purpose}: the person {why}. Ask them to open "My data" and to consent to exactly this purpose for your organisation.',
    status: 403,
  },
  'consent-not-possible': {
    vi: 'Không ghi được sự đồng ý này: {what}. Hãy chọn lại rồi gửi lại.',
    en: 'This consent cannot be recorded: {what}. Choose again and send it once more.',
    status: 400,
  },
  'consent-ended': {
    vi: 'Sự đồng ý này đã hết hiệu lực từ trước; không ai còn được xem dữ liệu dựa vào nó. Bạn không cần làm gì thêm.',
    en: 'This consent had ended before; nobody may read on its ground any more. There is nothing left to do.',
    status: 409,
  },
  'correction-open': {
    vi: 'Bạn đã có một yêu cầu đính chính chưa được trả lời cho trường này. Hãy đợi tổ chức trả lời, hoặc rút yêu cầu cũ rồi gửi yêu cầu mới.',
    en: 'You have a request for this field that has not been answered yet. Wait for the answer, or withdraw it and send a new one.',
    status: 409,
  },
  'correction-decided': {
    vi: 'Yêu cầu đính chính này đã được trả lời hoặc đã rút lại. Hãy tải lại danh sách; nếu vẫn cần, hãy gửi yêu cầu mới.',
    en: 'This request has been answered or withdrawn already. Load the list again; if it is still needed, send a new one.',
    status: 409,
  },
  'merge-owners-must-agree': {
    vi: 'Cả hai hồ sơ đều có tài khoản, nên chỉ chủ tài khoản mới đề nghị gộp được. Hãy nhờ người đó đăng nhập vào một tài khoản, mở "Dữ liệu của tôi" và nhập e-mail của tài khoản kia.',
    en: 'Both records have an account, so only their owner may ask for the merge. Ask them to sign in to one account, open "My data" and enter the e-mail of the other.',
    status: 409,
  },
  'merge-chain': {
    vi: 'Một trong hai hồ sơ đang thuộc một lần gộp khác. Hãy chờ lần gộp đó được trả lời, hoặc tách lại, hoặc gộp thẳng vào hồ sơ gốc.',
    en: 'One of the two records takes part in another merge. Wait for its answer, undo it, or merge into the record that the other was merged into.',
    status: 409,
  },
  'merge-decided': {
    vi: 'Lần gộp này đã được trả lời hoặc đã tách lại. Hãy tải lại danh sách để xem trạng thái hiện tại.',
    en: 'This merge has been answered or undone already. Load the list again to see how it stands.',
    status: 409,
  },
  'identifier-taken': {
    vi: 'Mã định danh này đã thuộc về một người khác. Hãy kiểm tra lại mã; nếu hai hồ sơ là của cùng một người, hãy đề nghị gộp hồ sơ.',
    en: 'This identifier belongs to somebody else already. Check it; if both records are of one person, propose to merge them.',
    status: 409,
  },
  'erasure-not-confirmed': {
    vi: 'Chưa xóa gì. Để xóa, hãy gõ đúng câu: XÓA DỮ LIỆU CỦA TÔI.',
    en: 'Nothing was erased. To erase, type exactly: ERASE MY DATA.',
    status: 400,
  },
  'retention-rule-ended': {
    vi: 'Quy tắc lưu giữ này đã được chấm dứt, hoặc ngày chấm dứt sớm hơn ngày bắt đầu. Hãy tải lại danh sách và chọn ngày khác.',
    en: 'This retention rule has been ended already, or it would end before it begins. Load the list again and choose another day.',
    status: 409,
  },
  ...fileProblemWords,
  ...frameworkProblemWords,
  ...draftingProblemWords,
  ...frameworkReviewProblemWords,
  ...crosswalkProblemWords,
  ...pullProblemWords,
  ...remoteProblemWords,
  ...bundleProblemWords,
  ...referenceProblemWords,
  ...linkQualityProblemWords,
} as const satisfies Record<string, Message>;

export type MessageCode = keyof typeof table;

export const messages: Record<MessageCode, Message> = table;
