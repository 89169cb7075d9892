import type { z } from 'zod';
import type {
  WireCourse,
  WireGroup,
  WireOutcome,
  WireProgramme,
  WireSyllabus,
  WireTopic,
} from '#src/programmes/uet-json/wire.ts';

type ExampleOutcome = Partial<z.input<typeof WireOutcome>>;

export interface ExampleDocument {
  programmes: (Partial<z.input<typeof WireProgramme>> & {
    groups: Partial<z.input<typeof WireGroup>>[];
    plos: ExampleOutcome[];
    courses: Partial<z.input<typeof WireCourse>>[];
  })[];
  syllabi: (Partial<z.input<typeof WireSyllabus>> & {
    clos: ExampleOutcome[];
    topics: Partial<z.input<typeof WireTopic>>[];
  })[];
}

const course = (code: string, vi: string, en: string, credits: number, group: string) => ({
  code,
  vi,
  en,
  credits,
  hours: { theory: 30, practice: 15, self: null },
  prereq_text: '',
  prereq: [] as string[],
  group,
  counted: true,
  line: null,
});

const outcome = (id: string, text: string, line: number) => ({
  id,
  text,
  group: 'Kiến thức',
  line,
});

/**
 * A made-up programme for tests: two required courses, two electives of which one is taken, a
 * syllabus of each kind (with outcomes, without, missing). Every call gives a copy to change.
 */
export function exampleDocument(): ExampleDocument {
  return {
    programmes: [
      {
        file: 'vi-du.md',
        moetCode: '7489999',
        name_vi: 'Kỹ thuật dữ liệu thử nghiệm',
        name_en: 'Experimental Data Engineering',
        degree: 'Cử nhân',
        diploma_vi: 'Cử nhân thử nghiệm',
        diploma_en: null,
        duration: '4 năm',
        version_date: '2024-05-02',
        totalCredits: 10,
        groups: [
          {
            id: 'I',
            parent: null,
            heading: 'Bắt buộc',
            kind: 'required',
            choose_credits: 7,
            line: 1,
          },
          {
            id: 'II',
            parent: null,
            heading: 'Tự chọn',
            kind: 'elective',
            choose_credits: 3,
            of_credits: 6,
            line: 2,
          },
        ],
        plos: [
          { ...outcome('PLO1', 'Sử dụng được tiếng Anh trong công việc (3)', 5), levels: ['3'] },
        ],
        courses: [
          course('DAT1001', 'Lập trình Python', 'Programming in Python', 3, 'I'),
          {
            ...course('DAT1002', 'Cơ sở dữ liệu', 'Databases', 4, 'I'),
            prereq: ['DAT1001'],
            prereq_text: 'DAT1001',
          },
          course('DAT2001E', 'Điện toán đám mây', 'Cloud computing', 3, 'II'),
          course('DAT2002', 'Học máy', 'Machine learning', 3, 'II'),
        ],
      },
    ],
    syllabi: [
      {
        file: 'DAT1002.md',
        code: 'DAT1002',
        code_in_text: 'DAT1002',
        title_vi: 'Cơ sở dữ liệu',
        title_en: 'Databases',
        credits: 4,
        hours: { theory: 45, practice: 15, self: 0 },
        objectives: 'Hiểu dữ liệu có quan hệ.',
        clos: [
          outcome('CLO1', 'Viết được câu lệnh SQL để truy vấn dữ liệu', 11),
          outcome('CLO2', 'Write stored procedures for MySQL', 12),
        ],
        topics: [{ label: 'Chương 1', title: 'Mô hình quan hệ', line: 20 }],
      },
      {
        file: 'DAT2001.md',
        code: 'DAT2001',
        code_in_text: null,
        title_vi: 'Điện toán đám mây',
        title_en: null,
        credits: 3,
        hours: null,
        objectives: null,
        clos: [],
        topics: [],
      },
    ],
  };
}
