import type { Role } from '#src/actors/actor.ts';

export const roleWords: Record<Role, { vi: string; en: string }> = {
  administrator: { vi: 'quản trị viên', en: 'administrator' },
  'programme-designer': { vi: 'người thiết kế chương trình', en: 'programme designer' },
  'framework-editor': { vi: 'biên tập viên khung năng lực', en: 'framework editor' },
  reviewer: { vi: 'người duyệt', en: 'reviewer' },
  'recognition-officer': { vi: 'cán bộ công nhận tín chỉ', en: 'recognition officer' },
  lecturer: { vi: 'giảng viên', en: 'lecturer' },
  hr: { vi: 'cán bộ nhân sự', en: 'HR officer' },
  planner: { vi: 'cán bộ quy hoạch', en: 'planner' },
  trainer: { vi: 'cán bộ đào tạo', en: 'trainer' },
  invigilator: { vi: 'giám thị', en: 'invigilator' },
  viewer: { vi: 'người xem', en: 'viewer' },
  secretariat: { vi: 'ban thư ký', en: 'secretariat' },
  operator: { vi: 'người vận hành', en: 'operator' },
  system: { vi: 'hệ thống', en: 'the system' },
};
