/** Problems of drafting; messages.ts adds them to the others. */
export const draftingProblemWords = {
  'framework-code-taken': {
    vi: 'Mã “{code}” đã được dùng cho một khung khác. Hãy chọn mã khác.',
    en: 'The code “{code}” belongs to another framework already. Choose another one.',
    status: 409,
  },
  'framework-version-taken': {
    vi: 'Khung “{code}” đã có phiên bản “{version}”. Hãy đặt số phiên bản khác.',
    en: 'The framework “{code}” has a version “{version}” already. Give the new one another number.',
    status: 409,
  },
  'framework-draft-open': {
    vi: 'Khung “{code}” đã có một bản nháp đang mở (phiên bản {version}). Hãy tiếp tục bản nháp đó, hoặc bỏ nó rồi bắt đầu lại.',
    en: 'The framework “{code}” has an open draft already (version {version}). Go on with it, or discard it and begin again.',
    status: 409,
  },
  'draft-edit-conflict': {
    vi: 'Người khác vừa sửa cùng nội dung này trong lúc bạn đang sửa. Chưa ghi gì đè lên; hãy xem cả hai cách viết rồi chọn hoặc gộp lại.',
    en: 'Somebody else changed the same text while you were editing. Nothing was overwritten; look at both wordings, then choose or merge them.',
    status: 409,
  },
  'draft-part-removed': {
    vi: 'Mục “{code}” đã bị xóa khỏi bản nháp. Có thể khôi phục từ lịch sử; nội dung bạn vừa gõ vẫn còn trên màn hình.',
    en: '“{code}” has been removed from the draft. It can be restored from the history; what you typed is still on the screen.',
    status: 409,
  },
  'draft-code-taken': {
    vi: 'Mã “{code}” đã được dùng trong bản nháp này. Mỗi mục cần một mã riêng.',
    en: 'The code “{code}” is used in this draft already. Each entry needs a code of its own.',
    status: 409,
  },
  'draft-field-invalid': {
    vi: 'Không ghi được trường “{field}”: giá trị không đúng dạng hoặc dẫn tới mục không có trong bản nháp. Hãy sửa rồi lưu lại.',
    en: 'The field “{field}” cannot be kept: its value has the wrong shape, or names something that is not in the draft. Correct it and save again.',
    status: 400,
  },
  'draft-place-invalid': {
    vi: 'Không đặt mục vào chỗ này được: nơi đến nằm bên trong chính mục đó hoặc không còn trong bản nháp. Hãy chọn chỗ khác.',
    en: 'The entry cannot go there: the place lies inside the entry itself, or is no longer in the draft. Choose another place.',
    status: 409,
  },
  'draft-undo-overtaken': {
    vi: 'Không hoàn tác được vì nội dung đã được sửa tiếp sau đó. Hãy hoàn tác lần sửa mới hơn trước, hoặc sửa lại bằng tay từ lịch sử.',
    en: 'This cannot be undone because the content was changed again afterwards. Undo the newer change first, or mend it by hand from the history.',
    status: 409,
  },
  'draft-undo-impossible': {
    vi: 'Lần thay đổi này đến từ một tệp nhập nên không hoàn tác được từng bước. Hãy nhập lại tệp cũ, hoặc sửa bằng tay.',
    en: 'This change came from an imported file and cannot be undone step by step. Import the old file again, or mend it by hand.',
    status: 409,
  },
  'level-in-use': {
    vi: 'Mức {level} của thang “{scale}” đang được dùng trong bản nháp hoặc trong một quy đổi còn hiệu lực. Hãy chuyển các mục đó sang mức khác trước khi xóa.',
    en: 'The level {level} of the scale “{scale}” is used in the draft or by an equating in force. Move those entries to another level before you remove it.',
    status: 409,
  },
  'scale-of-another-framework': {
    vi: 'Thang “{scale}” không thuộc khung này nên không sửa được ở đây. Hãy tạo thang riêng với mã khác.',
    en: 'The scale “{scale}” does not belong to this framework and cannot be changed here. Make a scale of your own under another code.',
    status: 409,
  },
  'equating-invalid': {
    vi: 'Quy đổi không hợp lệ: {what}. Hãy sửa rồi lưu lại.',
    en: 'The equating is not valid: {what}. Correct it and save again.',
    status: 400,
  },
  'equating-ended': {
    vi: 'Quy đổi này đã được chấm dứt, hoặc ngày chấm dứt sớm hơn ngày bắt đầu. Hãy tải lại danh sách.',
    en: 'This equating has been ended already, or it would end before it begins. Load the list again.',
    status: 409,
  },
  'form-in-force': {
    vi: 'Cách gọi “{form}” đã có hoặc đang chờ duyệt cho năng lực này. Bạn không cần đề xuất lại.',
    en: 'The form “{form}” stands or waits for this competency already. There is no need to propose it again.',
    status: 409,
  },
  'form-decided': {
    vi: 'Cách gọi này đã được quyết định hoặc đã chấm dứt. Hãy tải lại danh sách để xem trạng thái hiện tại.',
    en: 'This form has been decided or ended already. Load the list again to see how it stands.',
    status: 409,
  },
} as const;
