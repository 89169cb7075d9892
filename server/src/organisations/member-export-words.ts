/** Words of the file of members. */
export const MEMBER_EXPORT_WORDS = {
  vi: {
    sheet: 'Thành viên',
    demonstration: 'DỮ LIỆU MINH HỌA – tổ chức và con người đều hư cấu',
    preface: '{organisation}: {count} thành viên, ngày {date}. Đơn vị: người.',
    notice: 'Có dữ liệu cá nhân: chỉ dùng để quản lý thành viên và xóa khi không còn cần.',
    fullName: 'Họ và tên',
    email: 'E-mail',
    code: 'Mã',
    unit: 'Đơn vị',
    position: 'Chức danh',
    roles: 'Vai trò',
    status: 'Tình trạng',
    start: 'Ngày bắt đầu',
    end: 'Ngày kết thúc',
  },
  en: {
    sheet: 'Members',
    demonstration: 'DEMONSTRATION DATA – the organisation and its people are fictional',
    preface: '{organisation}: {count} members on {date}. Unit: people.',
    notice: 'Personal data: for the administration of members only; delete it when it has served.',
    fullName: 'Full name',
    email: 'E-mail',
    code: 'Code',
    unit: 'Unit',
    position: 'Position',
    roles: 'Roles',
    status: 'Status',
    start: 'Start date',
    end: 'End date',
  },
} as const;

export const MEMBER_STATUS_WORDS = {
  active: { vi: 'Đang hoạt động', en: 'Active' },
  invited: { vi: 'Đã mời', en: 'Invited' },
  'without-account': { vi: 'Chưa có tài khoản', en: 'Without an account' },
  left: { vi: 'Đã rời', en: 'Left' },
} as const;
