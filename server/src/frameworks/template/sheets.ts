import type { Names } from './words.ts';

export interface Column extends Names {
  /** other ways to head it */
  also?: readonly string[];
  /** it stands once for each language: 'Tên (vi) / Label (vi)' */
  perLanguage?: true;
  width: number;
  help: Names;
}

export interface SheetShape extends Names {
  also: readonly string[];
  /** what a sheet has to have for its heading row to be known */
  needed: readonly string[];
  columns: Record<string, Column>;
}

/**
 * The sheets of the template in their order, and what each column is for. Long because every column
 * explains itself in two languages; the guide in the template is written from it.
 */
export const SHEETS = {
  framework: {
    ...{ vi: 'Khung', en: 'Framework', also: ['khung năng lực'], needed: [] },
    columns: {
      code: {
        vi: 'Mã',
        en: 'Code',
        width: 30,
        help: {
          vi: 'Bắt buộc. Tên ngắn của khung, không đổi giữa các phiên bản: chữ thường không dấu, số, dấu chấm và gạch nối, tối đa 60 ký tự.',
          en: 'Required. The short name of the framework, the same in all its versions: lower-case letters without accents, digits, dots and hyphens, at most 60.',
        },
      },
      version: {
        vi: 'Phiên bản',
        en: 'Version',
        width: 30,
        help: { vi: 'Bắt buộc, ví dụ 2026.1.', en: 'Required, for example 2026.1.' },
      },
      title: {
        vi: 'Tên khung',
        en: 'Title',
        also: ['tên'],
        perLanguage: true,
        width: 60,
        help: {
          vi: 'Bắt buộc, bằng ít nhất một ngôn ngữ.',
          en: 'Required, in one language at least.',
        },
      },
      description: {
        vi: 'Mô tả',
        en: 'Description',
        perLanguage: true,
        width: 60,
        help: {
          vi: 'Khung dành cho ai và được lập như thế nào.',
          en: 'Whom the framework is for and how it was made.',
        },
      },
      note: {
        vi: 'Ghi chú',
        en: 'Note',
        also: ['notes'],
        perLanguage: true,
        width: 60,
        help: { vi: 'Điều người đọc cần biết thêm.', en: 'What else a reader has to know.' },
      },
      publisher: {
        vi: 'Cơ quan ban hành',
        en: 'Publisher',
        also: ['đơn vị ban hành'],
        width: 60,
        help: { vi: 'Tổ chức ban hành khung.', en: 'The organisation that issues the framework.' },
      },
      publishedOn: {
        vi: 'Ngày ban hành',
        en: 'Published on',
        also: ['ngày công bố'],
        width: 30,
        help: {
          vi: 'Ví dụ 2026-09-15 hoặc 15/09/2026.',
          en: 'For example 2026-09-15 or 15/09/2026.',
        },
      },
      licence: {
        vi: 'Giấy phép',
        en: 'Licence',
        also: ['license'],
        width: 30,
        help: {
          vi: 'Ví dụ CC-BY-4.0; để trống nếu chưa xác định.',
          en: 'For example CC-BY-4.0; leave it empty when undecided.',
        },
      },
      uri: {
        vi: 'Địa chỉ',
        en: 'URI',
        also: ['url', 'website'],
        width: 60,
        help: { vi: 'Trang web chính thức của khung.', en: 'The official page of the framework.' },
      },
      uuid: {
        vi: 'UUID',
        en: 'UUID',
        width: 40,
        help: {
          vi: 'Để trống; hệ thống tự đặt và ghi vào tệp xuất ra.',
          en: 'Leave it empty: it is made here, and exports carry it.',
        },
      },
    },
  },
  items: {
    ...{
      vi: 'Năng lực',
      en: 'Competencies',
      also: ['items', 'competency'],
      needed: ['code', 'label'],
    },
    columns: {
      code: {
        vi: 'Mã',
        en: 'Code',
        width: 14,
        help: {
          vi: 'Bắt buộc, duy nhất trong khung. Định dạng cột là Văn bản để Excel không đổi 1.10 thành 1.1.',
          en: 'Required, unique within the framework. Keep the column as Text, or Excel turns 1.10 into 1.1.',
        },
      },
      parent: {
        vi: 'Mã cha',
        en: 'Parent code',
        also: ['parent', 'mã mục cha'],
        width: 14,
        help: {
          vi: 'Mã của mục chứa mục này; để trống nếu ở cấp cao nhất. Mục cha có thể đứng sau.',
          en: 'The code of the item that it stands under; empty at the top. The parent may come later.',
        },
      },
      kind: {
        vi: 'Loại',
        en: 'Kind',
        width: 22,
        help: {
          vi: 'Chọn trong danh sách; để trống nghĩa là Năng lực.',
          en: 'Choose from the list; empty means Competency.',
        },
      },
      label: {
        vi: 'Tên',
        en: 'Label',
        also: ['tên năng lực', 'name'],
        perLanguage: true,
        width: 40,
        help: {
          vi: 'Bắt buộc, bằng ít nhất một ngôn ngữ.',
          en: 'Required, in one language at least.',
        },
      },
      definition: {
        vi: 'Định nghĩa',
        en: 'Definition',
        also: ['mô tả', 'description'],
        perLanguage: true,
        width: 60,
        help: {
          vi: 'Người có năng lực này biết hoặc làm được gì.',
          en: 'What somebody with this competency knows or can do.',
        },
      },
      aliases: {
        vi: 'Tên gọi khác',
        en: 'Aliases',
        perLanguage: true,
        width: 30,
        help: {
          vi: 'Cách gọi khác trong văn bản, ngăn cách bằng |.',
          en: 'Other names in texts, separated by |.',
        },
      },
      scale: {
        vi: 'Thang mức',
        en: 'Level scale',
        also: ['scale', 'thang'],
        width: 16,
        help: {
          vi: 'Chỉ khi mục này là một mức của mục cha: mã của thang.',
          en: 'Only where the item stands for one level of its parent: the code of the scale.',
        },
      },
      level: {
        vi: 'Mức',
        en: 'Level',
        width: 8,
        help: {
          vi: 'Số thứ tự hoặc mã của mức trong thang.',
          en: 'The number or the code of the level on the scale.',
        },
      },
      note: {
        vi: 'Ghi chú',
        en: 'Notes',
        also: ['note'],
        perLanguage: true,
        width: 30,
        help: { vi: 'Điều người đọc cần biết thêm.', en: 'What else a reader has to know.' },
      },
      relations: {
        vi: 'Quan hệ',
        en: 'Relations',
        width: 30,
        help: {
          vi: 'Ví dụ: related: NL.02 | precedes: NL.05.',
          en: 'For example: related: NL.02 | precedes: NL.05.',
        },
      },
      sequence: {
        vi: 'Thứ tự',
        en: 'Order',
        also: ['sequence'],
        width: 8,
        help: {
          vi: 'Vị trí trong các mục cùng cha; để trống thì theo thứ tự dòng.',
          en: 'The place among its siblings; empty: in the order of the rows.',
        },
      },
      identifier: {
        vi: 'Mã định danh',
        en: 'Identifier',
        width: 24,
        help: {
          vi: 'Để trống trong tệp mới. Trong tệp xuất ra: giữ nguyên để đổi được mã mà không mất lịch sử.',
          en: 'Leave it empty in a new file. In an export: keep it, so that the code can change and the history stays.',
        },
      },
      uuid: {
        vi: 'UUID',
        en: 'UUID',
        width: 24,
        help: { vi: 'Để trống; hệ thống tự đặt.', en: 'Leave it empty: it is made here.' },
      },
      uri: {
        vi: 'Địa chỉ',
        en: 'URI',
        width: 24,
        help: { vi: 'Địa chỉ của mục tại nguồn.', en: 'The address of the item at its source.' },
      },
      sourceKind: {
        vi: 'Loại của nguồn',
        en: 'Source kind',
        width: 18,
        help: { vi: 'Nguồn gọi mục này là gì.', en: 'What the source calls it.' },
      },
    },
  },
  descriptors: {
    ...{
      vi: 'Mô tả mức',
      en: 'Level descriptors',
      also: ['mô tả theo mức', 'descriptors'],
      needed: ['item', 'scale', 'level'],
    },
    columns: {
      item: {
        vi: 'Mã năng lực',
        en: 'Competency code',
        width: 18,
        help: { vi: 'Mã ở trang Năng lực.', en: 'A code of the sheet Competencies.' },
      },
      scale: {
        vi: 'Thang mức',
        en: 'Level scale',
        also: ['scale', 'thang'],
        width: 18,
        help: { vi: 'Mã của thang.', en: 'The code of the scale.' },
      },
      level: {
        vi: 'Mức',
        en: 'Level',
        width: 8,
        help: { vi: 'Số thứ tự hoặc mã của mức.', en: 'The number or the code of the level.' },
      },
      descriptor: {
        vi: 'Mô tả',
        en: 'Descriptor',
        perLanguage: true,
        width: 70,
        help: { vi: 'Ở mức này người học làm được gì.', en: 'What somebody at this level can do.' },
      },
    },
  },
  roles: {
    ...{ vi: 'Vai trò', en: 'Roles', also: ['nghề', 'occupations'], needed: ['code', 'label'] },
    columns: {
      code: {
        vi: 'Mã',
        en: 'Code',
        width: 14,
        help: { vi: 'Bắt buộc, duy nhất trong trang.', en: 'Required, unique in this sheet.' },
      },
      parent: {
        vi: 'Mã cha',
        en: 'Parent code',
        also: ['parent'],
        width: 14,
        help: {
          vi: 'Mã của nhóm chứa vai trò này.',
          en: 'The code of the group that it stands in.',
        },
      },
      kind: {
        vi: 'Loại',
        en: 'Kind',
        width: 26,
        help: {
          vi: 'Chọn trong danh sách; để trống nghĩa là Nghề.',
          en: 'Choose from the list; empty means Occupation.',
        },
      },
      label: {
        vi: 'Tên',
        en: 'Label',
        also: ['name', 'tên vai trò'],
        perLanguage: true,
        width: 40,
        help: {
          vi: 'Bắt buộc, bằng ít nhất một ngôn ngữ.',
          en: 'Required, in one language at least.',
        },
      },
      definition: {
        vi: 'Định nghĩa',
        en: 'Definition',
        also: ['mô tả', 'description'],
        perLanguage: true,
        width: 60,
        help: { vi: 'Người ở vai trò này làm gì.', en: 'What people in this role do.' },
      },
      titles: {
        vi: 'Chức danh khác',
        en: 'Other titles',
        also: ['titles', 'chức danh'],
        perLanguage: true,
        width: 30,
        help: { vi: 'Ngăn cách bằng |.', en: 'Separated by |.' },
      },
      note: {
        vi: 'Ghi chú',
        en: 'Notes',
        also: ['note'],
        perLanguage: true,
        width: 30,
        help: { vi: 'Điều người đọc cần biết thêm.', en: 'What else a reader has to know.' },
      },
      sequence: {
        vi: 'Thứ tự',
        en: 'Order',
        also: ['sequence'],
        width: 8,
        help: { vi: 'Để trống thì theo thứ tự dòng.', en: 'Empty: in the order of the rows.' },
      },
      identifier: {
        vi: 'Mã định danh',
        en: 'Identifier',
        width: 24,
        help: {
          vi: 'Để trống trong tệp mới; giữ nguyên trong tệp xuất ra.',
          en: 'Leave it empty in a new file; keep it in an export.',
        },
      },
      uuid: {
        vi: 'UUID',
        en: 'UUID',
        width: 24,
        help: { vi: 'Để trống; hệ thống tự đặt.', en: 'Leave it empty: it is made here.' },
      },
      uri: {
        vi: 'Địa chỉ',
        en: 'URI',
        width: 24,
        help: {
          vi: 'Địa chỉ của vai trò tại nguồn.',
          en: 'The address of the role at its source.',
        },
      },
      sourceKind: {
        vi: 'Loại của nguồn',
        en: 'Source kind',
        width: 18,
        help: { vi: 'Nguồn gọi vai trò này là gì.', en: 'What the source calls it.' },
      },
    },
  },
  requirements: {
    ...{ vi: 'Yêu cầu', en: 'Requirements', also: [], needed: ['role', 'item'] },
    columns: {
      role: {
        vi: 'Mã vai trò',
        en: 'Role code',
        width: 18,
        help: { vi: 'Mã ở trang Vai trò.', en: 'A code of the sheet Roles.' },
      },
      item: {
        vi: 'Mã năng lực',
        en: 'Competency code',
        width: 18,
        help: { vi: 'Mã ở trang Năng lực.', en: 'A code of the sheet Competencies.' },
      },
      necessity: {
        vi: 'Mức cần thiết',
        en: 'Necessity',
        width: 24,
        help: {
          vi: 'Bắt buộc hoặc Mong muốn; để trống nghĩa là Bắt buộc.',
          en: 'Essential or Desirable; empty means Essential.',
        },
      },
      scale: {
        vi: 'Thang mức',
        en: 'Level scale',
        also: ['scale', 'thang'],
        width: 18,
        help: {
          vi: 'Để trống nếu không đòi hỏi mức nào.',
          en: 'Empty where no level is asked for.',
        },
      },
      level: {
        vi: 'Mức',
        en: 'Level',
        width: 8,
        help: { vi: 'Số thứ tự hoặc mã của mức.', en: 'The number or the code of the level.' },
      },
      weight: {
        vi: 'Trọng số',
        en: 'Weight',
        width: 10,
        help: {
          vi: 'Từ 0 đến 1; để trống nếu không đánh giá.',
          en: 'From 0 to 1; empty where it is not rated.',
        },
      },
    },
  },
  scales: {
    ...{
      vi: 'Thang mức',
      en: 'Levels',
      also: ['scales', 'level scales'],
      needed: ['scale', 'level'],
    },
    columns: {
      scale: {
        vi: 'Thang mức',
        en: 'Level scale',
        also: ['scale', 'thang', 'mã thang'],
        width: 18,
        help: {
          vi: 'Mã của thang, lặp lại ở mỗi mức.',
          en: 'The code of the scale, repeated for each level.',
        },
      },
      kind: {
        vi: 'Loại thang',
        en: 'Scale kind',
        width: 28,
        help: {
          vi: 'Mức thành thạo hoặc Trình độ; điền ở dòng đầu của thang.',
          en: 'Proficiency or Qualification; in the first row of the scale.',
        },
      },
      title: {
        vi: 'Tên thang',
        en: 'Scale title',
        perLanguage: true,
        width: 30,
        help: {
          vi: 'Bắt buộc ở dòng đầu của thang.',
          en: 'Required in the first row of the scale.',
        },
      },
      description: {
        vi: 'Mô tả thang',
        en: 'Scale description',
        perLanguage: true,
        width: 40,
        help: { vi: 'Điền ở dòng đầu của thang.', en: 'In the first row of the scale.' },
      },
      level: {
        vi: 'Mức',
        en: 'Level',
        width: 8,
        help: { vi: 'Số nguyên, tăng dần.', en: 'A whole number, rising.' },
      },
      levelCode: {
        vi: 'Mã mức',
        en: 'Level code',
        width: 10,
        help: {
          vi: 'Nguồn gọi mức này là gì, ví dụ B1.',
          en: 'What the source calls the level, for example B1.',
        },
      },
      label: {
        vi: 'Tên mức',
        en: 'Level label',
        also: ['tên', 'label'],
        perLanguage: true,
        width: 24,
        help: { vi: 'Ví dụ: Cơ bản.', en: 'For example: Basic.' },
      },
      descriptor: {
        vi: 'Mô tả mức',
        en: 'Level descriptor',
        also: ['mô tả', 'descriptor'],
        perLanguage: true,
        width: 60,
        help: { vi: 'Đặc điểm chung của mức.', en: 'What the level means in general.' },
      },
    },
  },
  source: {
    ...{ vi: 'Dữ liệu nguồn', en: 'Source data', also: [], needed: ['of', 'json'] },
    columns: {
      of: {
        vi: 'Của',
        en: 'Of',
        width: 30,
        help: {
          vi: 'Dòng mà dữ liệu này thuộc về. Trang này do hệ thống ghi; không cần sửa.',
          en: 'The row that it belongs to. This sheet is written by the program; leave it as it is.',
        },
      },
      part: {
        vi: 'Phần',
        en: 'Part',
        width: 8,
        help: {
          vi: 'Thứ tự của đoạn khi nội dung dài hơn một ô.',
          en: 'The number of the piece where one cell is too short.',
        },
      },
      json: {
        vi: 'Nội dung JSON',
        en: 'JSON content',

        width: 80,
        help: {
          vi: 'Những gì không có cột riêng, giữ nguyên văn.',
          en: 'What has no column of its own, word for word.',
        },
      },
    },
  },
} as const satisfies Record<string, SheetShape>;

export type SheetKey = keyof typeof SHEETS;
