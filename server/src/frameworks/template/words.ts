import { plain } from '#src/languages/plain.ts';
import type { ItemRow, RoleRow, ScaleRow } from '../importing/framework-row.ts';

export interface Names {
  vi: string;
  en: string;
}

export const KINDS: Record<ItemRow['kind'], Names> = {
  area: { vi: 'Nhóm năng lực', en: 'Area' },
  competency: { vi: 'Năng lực', en: 'Competency' },
  knowledge: { vi: 'Kiến thức', en: 'Knowledge' },
  skill: { vi: 'Kỹ năng', en: 'Skill' },
  attitude: { vi: 'Thái độ', en: 'Attitude' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  tool: { vi: 'Công cụ', en: 'Tool' },
  credential: { vi: 'Chứng chỉ', en: 'Credential' },
};

export const ROLE_KINDS: Record<RoleRow['kind'], Names> = {
  group: { vi: 'Nhóm nghề', en: 'Group' },
  occupation: { vi: 'Nghề', en: 'Occupation' },
  'work-role': { vi: 'Vai trò công việc', en: 'Work role' },
  'role-profile': { vi: 'Hồ sơ vai trò', en: 'Role profile' },
  'job-position': { vi: 'Vị trí việc làm', en: 'Job position' },
};

export const NECESSITIES: Record<'essential' | 'desirable', Names> = {
  essential: { vi: 'Bắt buộc', en: 'Essential' },
  desirable: { vi: 'Mong muốn', en: 'Desirable' },
};

export const SCALE_KINDS: Record<ScaleRow['kind'], Names> = {
  proficiency: { vi: 'Mức thành thạo', en: 'Proficiency' },
  qualification: { vi: 'Trình độ', en: 'Qualification' },
};

/** As the sheets write it: 'Kỹ năng / Skill'. */
export const both = ({ vi, en }: Names): string => `${vi} / ${en}`;

/** The code behind a word in either language, in both, or the code itself; accents and case aside. */
export function codeOf<Code extends string>(
  names: Record<Code, Names>,
  written: string,
): Code | undefined {
  const said = [written, ...written.split('/')].map(plain);
  return (Object.keys(names) as Code[]).find((code) =>
    [code, names[code].vi, names[code].en].some((word) => said.includes(plain(word))),
  );
}
