/** Words of the findings on rosters of members; see finding-words.ts. */
export const memberFindingWords = {
  'member-name-missing': {
    vi: 'Thiếu họ và tên. Hãy điền họ và tên đầy đủ.',
    en: 'The full name is missing. Fill it in.',
  },
  'member-key-missing': {
    vi: 'Cần có mã hoặc e-mail để nhận ra người này ở lần nhập sau; họ tên không dùng để nhận dạng. Hãy điền ít nhất một trong hai.',
    en: 'A code or an e-mail is needed to know this person again; names identify nobody. Fill in at least one.',
  },
  'member-email-bad': {
    vi: '“{value}” không phải địa chỉ thư hợp lệ. Hãy sửa theo mẫu ten@donvi.vn.',
    en: '“{value}” is not a valid e-mail address. Write it like name@office.vn.',
  },
  'member-email-look-alike': {
    vi: '“{value}” có ký tự của bảng chữ khác trông giống chữ La-tinh. Hãy gõ lại địa chỉ.',
    en: '“{value}” has letters of another alphabet that look like Latin ones. Type it again.',
  },
  'member-role-unknown': {
    vi: 'Không có vai trò “{value}”. Các vai trò: {allowed}. Ngăn cách nhiều vai trò bằng dấu chấm phẩy.',
    en: 'There is no role “{value}”. The roles: {allowed}. Separate several by semicolons.',
  },
  'member-role-not-granted': {
    vi: 'Vai trò “{value}” thuộc về nền tảng nên không cấp qua tệp. Hãy bỏ vai trò này; ban thư ký cấp riêng từng người.',
    en: 'The role “{value}” belongs to the platform and is not granted by a file. Remove it; the secretariat grants it person by person.',
  },
  'member-becomes-administrator': {
    vi: 'Người này sẽ là quản trị viên, được cấp và thu hồi mọi vai trò. Hãy kiểm tra kỹ trước khi xác nhận.',
    en: 'This person becomes an administrator, who grants and revokes every role. Check before you confirm.',
  },
  'member-own-roles': {
    vi: 'Đây là người nhập tệp: không ai tự cấp vai trò cho mình, nên các vai trò ở dòng này không được cấp.',
    en: 'This is who imports the file: nobody grants roles to themselves, so those of this row are not granted.',
  },
  'member-unit-unknown': {
    vi: 'Không có đơn vị “{value}”. Hãy lập đơn vị trước rồi nhập lại, hoặc để trống ô này.',
    en: 'There is no unit “{value}”. Add the unit first and import again, or leave the cell empty.',
  },
  'member-unit-near': {
    vi: 'Không có đơn vị “{value}”. Có phải là “{near}”? Hãy sửa tên rồi nhập lại.',
    en: 'There is no unit “{value}”. Did you mean “{near}”? Correct the name and import again.',
  },
  'member-unit-ambiguous': {
    vi: 'Có nhiều đơn vị tên “{value}”. Hãy ghi cả đơn vị cấp trên, ví dụ: {example}.',
    en: 'Several units are named “{value}”. Write what they stand under as well, for example: {example}.',
  },
  'member-duplicate': {
    vi: 'Người này đã có ở dòng {row} (cùng mã hoặc cùng e-mail). Hãy giữ lại một dòng.',
    en: 'This person stands in row {row} already (the same code or e-mail). Keep one row.',
  },
  'member-email-other-name': {
    vi: 'E-mail này đã đứng ở dòng {row} với họ tên khác. Mỗi người một địa chỉ riêng; hãy sửa một trong hai dòng.',
    en: 'This e-mail stands in row {row} with another name. Everybody has an address of their own; correct one of the rows.',
  },
  'member-code-and-email-differ': {
    vi: 'Mã và e-mail ở dòng này thuộc về hai thành viên khác nhau. Hãy kiểm tra lại mã và e-mail.',
    en: 'The code and the e-mail of this row belong to two different members. Check both.',
  },
  'member-formula': {
    vi: 'Ô chứa công thức nên không được đọc. Hãy dán giá trị (Paste Special → Values) rồi nhập lại.',
    en: 'The cell holds a formula, which is not read. Paste its value (Paste Special → Values) and import again.',
  },
  'member-date-bad': {
    vi: 'Ngày “{value}” không có thật hoặc không viết theo dạng ngày/tháng/năm. Ví dụ: 15/09/2025.',
    en: 'The date “{value}” does not exist or is not written day/month/year. For example: 15/09/2025.',
  },
  'member-language-unknown': {
    vi: 'Không có ngôn ngữ “{value}”. Hãy ghi vi hoặc en.',
    en: 'There is no language “{value}”. Write vi or en.',
  },
  'member-text-long': {
    vi: 'Nội dung dài hơn {limit} ký tự. Hãy rút gọn.',
    en: 'The text is longer than {limit} characters. Shorten it.',
  },
  'member-not-in-list': {
    vi: 'Người này là thành viên nhưng không có trong tệp. Không có gì thay đổi; nếu họ đã rời đi, hãy kết thúc tư cách thành viên trong danh sách thành viên.',
    en: 'This person is a member and does not stand in the file. Nothing changes; if they have left, end the membership in the list of members.',
  },
} as const;
