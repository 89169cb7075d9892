/** Words of the findings on programme files; see finding-words.ts. */
export const programmeFindingWords = {
  'value-missing': {
    vi: 'Thiếu giá trị. Hãy điền giá trị này trong tệp rồi nhập lại.',
    en: 'The value is missing. Fill it in and import the file again.',
  },
  'value-not-number': {
    vi: 'Giá trị phải là một số, không đặt trong dấu ngoặc kép. Hãy sửa giá trị trong tệp.',
    en: 'The value must be a number, without quotes. Correct it in the file.',
  },
  'value-not-text': {
    vi: 'Giá trị phải là văn bản đặt trong dấu ngoặc kép. Hãy sửa giá trị trong tệp.',
    en: 'The value must be a text in quotes. Correct it in the file.',
  },
  'value-not-list': {
    vi: 'Giá trị phải là một danh sách [ … ]. Hãy sửa giá trị trong tệp.',
    en: 'The value must be a list [ … ]. Correct it in the file.',
  },
  'value-not-object': {
    vi: 'Giá trị phải là một đối tượng { … }. Hãy sửa giá trị trong tệp.',
    en: 'The value must be an object { … }. Correct it in the file.',
  },
  'value-not-boolean': {
    vi: 'Giá trị phải là true hoặc false. Hãy sửa giá trị trong tệp.',
    en: 'The value must be true or false. Correct it in the file.',
  },
  'value-out-of-range': {
    vi: 'Giá trị {value} nằm ngoài khoảng cho phép từ {low} đến {high}. Hãy kiểm tra lại với văn bản gốc.',
    en: 'The value {value} lies outside {low} to {high}. Check it against the original document.',
  },
  'value-too-long': {
    vi: 'Văn bản dài hơn {limit} ký tự. Hãy rút gọn hoặc kiểm tra xem nhiều mục có bị gộp làm một không.',
    en: 'The text is longer than {limit} characters. Shorten it, or check whether several items were joined into one.',
  },
  'value-not-in-list': {
    vi: 'Giá trị "{value}" không được chấp nhận. Các giá trị hợp lệ: {allowed}.',
    en: 'The value "{value}" is not accepted. Valid values: {allowed}.',
  },
  'value-unreadable-characters': {
    vi: 'Văn bản chứa ký tự điều khiển hoặc ký tự hỏng. Hãy xóa các ký tự đó trong tệp.',
    en: 'The text contains control characters or broken characters. Remove them from the file.',
  },
  'date-not-real': {
    vi: 'Ngày "{value}" không có thật hoặc không viết theo dạng năm-tháng-ngày (ví dụ 2023-12-01). Hãy sửa ngày trong tệp.',
    en: 'The date "{value}" does not exist or is not written as year-month-day (for example 2023-12-01). Correct it in the file.',
  },
  'programme-rejected': {
    vi: 'Chương trình chứa mục này bị từ chối, nên mục này cũng không được nhập. Hãy sửa lỗi của chương trình trước.',
    en: 'The programme of this item was rejected, so the item is not imported either. Correct the programme first.',
  },
  'programme-duplicate': {
    vi: 'Mã chương trình {programme} xuất hiện hơn một lần trong tệp; chỉ lần đầu được nhập. Hãy giữ lại một bản.',
    en: 'The programme code {programme} occurs more than once in the file; only the first is imported. Keep one of them.',
  },
  'programme-dated-in-future': {
    vi: 'Ngày ban hành {date} nằm trong tương lai; chương trình vẫn được nhập. Hãy kiểm tra lại ngày.',
    en: 'The date of issue {date} lies in the future; the programme is imported all the same. Check the date.',
  },
  'group-unknown': {
    vi: 'Khối kiến thức "{group}" không có trong chương trình hoặc đã bị từ chối. Hãy sửa mã khối của học phần.',
    en: 'The group "{group}" is not in this programme or was rejected. Correct the group of the course.',
  },
  'group-parent-unknown': {
    vi: 'Khối cha "{parent}" không có trong chương trình hoặc đã bị từ chối. Hãy sửa mã khối cha.',
    en: 'The parent group "{parent}" is not in this programme or was rejected. Correct the parent.',
  },
  'group-circular': {
    vi: 'Khối kiến thức nằm trong chính nó: {path}. Hãy sửa mã khối cha.',
    en: 'The group lies inside itself: {path}. Correct the parent.',
  },
  'group-too-deep': {
    vi: 'Khối kiến thức nằm sâu hơn {limit} cấp. Hãy kiểm tra mã khối cha.',
    en: 'The group lies deeper than {limit} levels. Check the parents.',
  },
  'group-duplicate': {
    vi: 'Mã khối "{group}" xuất hiện hơn một lần trong chương trình; chỉ lần đầu được nhập. Hãy đặt mã khác.',
    en: 'The group code "{group}" occurs more than once in this programme; only the first is imported. Use another code.',
  },
  'group-rule-unknown': {
    vi: 'Không đọc được quy tắc chọn của khối "{group}": tỷ lệ sinh viên học mỗi học phần trong khối được tính là từ 0 đến 1. Hãy bổ sung số tín chỉ phải chọn và tổng số tín chỉ.',
    en: 'The rule of the group "{group}" cannot be read: the share of students who take each of its courses counts as 0 to 1. Add the credits to choose and the credits on offer.',
  },
  'prerequisite-unknown': {
    vi: 'Học phần tiên quyết {prerequisite} không có trong chương trình; mã được giữ nguyên, chưa nối. Hãy kiểm tra mã nếu đây là lỗi gõ.',
    en: 'The prerequisite {prerequisite} is in no list of this programme; the code is kept as written, unresolved. Check it for a typing error.',
  },
  'prerequisites-circular': {
    vi: 'Các học phần tiên quyết tạo thành vòng: {path}. Dữ liệu được giữ nguyên như văn bản; hãy bỏ một quan hệ trong vòng.',
    en: 'The prerequisites form a circle: {path}. They are kept as written; remove one relation of the circle.',
  },
  'course-code-duplicate': {
    vi: 'Mã học phần {course} xuất hiện hơn một lần trong chương trình. Cả hai được giữ như văn bản; hãy kiểm tra xem có trùng không.',
    en: 'The course code {course} occurs more than once in this programme. Both are kept as written; check whether one is a repetition.',
  },
  'outcome-code-duplicate': {
    vi: 'Mã chuẩn đầu ra {outcome} xuất hiện hơn một lần. Cả hai được giữ như văn bản; hãy đánh số lại.',
    en: 'The outcome code {outcome} occurs more than once. Both are kept as written; number them anew.',
  },
  'credits-do-not-add-up': {
    vi: 'Số tín chỉ không khớp: văn bản ghi {stated}, cộng các mục bên dưới được {listed}. Hãy kiểm tra lại; dữ liệu được giữ như văn bản.',
    en: 'The credits do not add up: {stated} are stated, the items below sum to {listed}. Check them; they are kept as written.',
  },
  'syllabus-rejected': {
    vi: 'Đề cương chứa chuẩn đầu ra này bị từ chối, nên chuẩn đầu ra không được nhập. Hãy sửa lỗi của đề cương trước.',
    en: 'The syllabus of this outcome was rejected, so the outcome is not imported. Correct the syllabus first.',
  },
  'syllabus-duplicate': {
    vi: 'Có hơn một đề cương cho học phần {syllabus} trong tệp; chỉ đề cương đầu tiên được nhập. Hãy giữ lại một bản.',
    en: 'The file holds more than one syllabus of the course {syllabus}; only the first is imported. Keep one of them.',
  },
  'syllabus-without-outcomes': {
    vi: 'Đề cương {syllabus} không nêu chuẩn đầu ra nào, nên không thể cho biết học phần dạy gì. Hãy bổ sung chuẩn đầu ra.',
    en: 'The syllabus {syllabus} states no learning outcome, so nothing can be said about what the course teaches. Add its outcomes.',
  },
  'syllabus-of-unknown-course': {
    vi: 'Học phần {syllabus} không có trong chương trình nào của cơ sở này; đề cương được lưu nhưng chưa dùng đến. Hãy kiểm tra mã học phần.',
    en: 'The course {syllabus} is in no programme of this institution; the syllabus is kept but not used yet. Check the course code.',
  },
  'topic-left-out': {
    vi: 'Không đọc được chủ đề này nên đã bỏ qua; các phần khác của đề cương vẫn được nhập. Hãy sửa nội dung chủ đề nếu cần hiển thị.',
    en: 'This topic cannot be read and was left out; the rest of the syllabus is imported. Correct it if it should be shown.',
  },
  'syllabus-credits-differ': {
    vi: 'Đề cương ghi {syllabus} tín chỉ, chương trình ghi {course}. Dữ liệu được giữ như văn bản; hãy thống nhất hai nơi.',
    en: 'The syllabus states {syllabus} credits, the programme {course}. Both are kept as written; bring them into agreement.',
  },
} as const;
