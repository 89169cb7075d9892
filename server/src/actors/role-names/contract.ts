import type { GrantedRole } from '../contract.ts';

/** The roles as people call them. Without Zod, since the first page that the web loads shows them. */
export const ROLE_NAMES = {
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  'programme-designer': { vi: 'Người thiết kế chương trình', en: 'Programme designer' },
  'framework-editor': { vi: 'Biên tập viên khung năng lực', en: 'Framework editor' },
  reviewer: { vi: 'Người duyệt', en: 'Reviewer' },
  'recognition-officer': { vi: 'Cán bộ công nhận', en: 'Recognition officer' },
  lecturer: { vi: 'Giảng viên', en: 'Lecturer' },
  hr: { vi: 'Nhân sự', en: 'HR' },
  planner: { vi: 'Chuyên viên hoạch định', en: 'Planner' },
  trainer: { vi: 'Cán bộ đào tạo', en: 'Trainer' },
  invigilator: { vi: 'Giám thị', en: 'Invigilator' },
  viewer: { vi: 'Người xem', en: 'Viewer' },
  secretariat: { vi: 'Ban thư ký', en: 'Secretariat' },
  operator: { vi: 'Người vận hành', en: 'Operator' },
} as const satisfies Record<GrantedRole, { vi: string; en: string }>;
