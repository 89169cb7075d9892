import type { GrantedRole } from '@nhip/server/actors/contract.ts';
import { ROLE_NAMES } from '@nhip/server/actors/role-names/contract.ts';
import { defineMessages, type Language } from '../language.ts';

function namesIn(language: Language): Record<GrantedRole, string> {
  const names = Object.entries(ROLE_NAMES).map(([role, name]) => [role, name[language]]);
  return Object.fromEntries(names) as Record<GrantedRole, string>;
}

/** The roles as people call them, and what each comes here to do. */
export const roleWords = defineMessages('roles', {
  vi: {
    name: namesIn('vi'),
    does: {
      administrator: 'Thành viên, vai trò và dữ liệu của tổ chức mình',
      'programme-designer': 'Nhập chương trình, xem phần còn thiếu',
      'framework-editor': 'Giữ khung năng lực và từ vựng',
      reviewer: 'Duyệt liên kết giữa tin tuyển dụng và năng lực',
      'recognition-officer': 'Công nhận kết quả học tập',
      lecturer: 'Xem chuẩn đầu ra và nhu cầu của học phần mình dạy',
      hr: 'Giữ danh sách người của tổ chức',
      planner: 'Xem khoảng cách, nhập tin tuyển dụng',
      trainer: 'Xem nhu cầu tập huấn',
      invigilator: 'Trông các buổi đánh giá',
      viewer: 'Chỉ xem',
      secretariat: 'Mời tổ chức, trông coi toàn nền tảng',
      operator: 'Vận hành máy chủ, khóa API và dấu vết thay đổi',
    },
  },
  en: {
    name: namesIn('en'),
    does: {
      administrator: 'Members, roles and data of your organisation',
      'programme-designer': 'Imports programmes, sees what they lack',
      'framework-editor': 'Keeps the framework and its lexicon',
      reviewer: 'Reviews links of advertisements to competencies',
      'recognition-officer': 'Recognises what has been learned',
      lecturer: 'Reads outcomes and the demand for your courses',
      hr: 'Keeps the list of the organisation’s people',
      planner: 'Reads the gap, imports advertisements',
      trainer: 'Reads what training is needed',
      invigilator: 'Watches over assessments',
      viewer: 'Reads only',
      secretariat: 'Invites organisations, looks after the whole platform',
      operator: 'Runs the server, API keys and the audit',
    },
  },
});
