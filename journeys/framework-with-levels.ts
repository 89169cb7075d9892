import { cookieAs } from './sign-in-as.ts';

export const CODE = 'du-lieu-cong';

type Send = (method: string, path: string, body: object) => Promise<Record<string, never>>;

/** What a person of a role sends, as their browser would. */
async function sender(server: string, role: string): Promise<Send> {
  const cookie = await cookieAs(server, role);
  return async (method, path, body) => {
    const reply = await fetch(new URL(path, server), {
      method,
      headers: { cookie, origin: new URL(server).origin, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as Record<string, never>;
  };
}

const level = (number: number, vi: string, en: string, descriptor?: [string, string]) => ({
  ...{ level: number, code: null },
  texts: [
    { field: 'label', language: 'vi', value: vi },
    { field: 'label', language: 'en', value: en },
    ...(descriptor
      ? [
          { field: 'descriptor', language: 'vi', value: descriptor[0] },
          { field: 'descriptor', language: 'en', value: descriptor[1] },
        ]
      : []),
  ],
});

const title = (vi: string, en: string) => [
  { field: 'title', language: 'vi', value: vi },
  { field: 'title', language: 'en', value: en },
];

const LADDER = {
  ...{
    code: 'DLC-4',
    kind: 'proficiency',
    texts: title('Thang dữ liệu công', 'Public data scale'),
  },
  levels: [
    level(1, 'Làm theo hướng dẫn', 'Works from instructions', [
      'Làm đúng từng bước đã viết sẵn và hỏi khi kết quả khác thường.',
      'Follows the written steps and asks when a result looks odd.',
    ]),
    level(2, 'Tự làm việc quen thuộc', 'Does familiar work alone', [
      'Tự hoàn thành việc thường ngày và tự kiểm tra kết quả.',
      'Completes daily work alone and checks the result.',
    ]),
    level(3, 'Xử lý việc mới', 'Handles what is new', [
      'Chọn cách làm cho việc chưa gặp và giải thích được lựa chọn.',
      'Chooses a way for work not met before and can explain the choice.',
    ]),
    level(4, 'Dẫn dắt', 'Leads others', [
      'Đặt cách làm chung cho cả cơ quan và hướng dẫn người khác.',
      'Sets the practice of a whole agency and guides others.',
    ]),
  ],
};

const DEGREES = {
  code: 'DLC-BANG-CAP',
  kind: 'qualification',
  texts: title('Bậc trình độ minh họa', 'Example qualification levels'),
  levels: Array.from({ length: 6 }, (_, place) =>
    level(place + 1, `Bậc ${place + 1}`, `Qualification ${place + 1}`),
  ),
};

const OLDER = {
  ...{ code: 'DLC-3', kind: 'proficiency', texts: title('Thang ba mức cũ', 'Old scale of three') },
  levels: [
    level(1, 'Cơ bản', 'Basic'),
    level(2, 'Nâng cao', 'Advanced'),
    level(3, 'Chuyên gia', 'Expert'),
  ],
};

const SKILLS = [
  ['DL1', 'Làm sạch dữ liệu', 'Data cleaning'],
  ['DL2', 'Công bố dữ liệu mở', 'Publishing open data'],
  ['DL3', 'Bảo vệ dữ liệu cá nhân', 'Protecting personal data'],
] as const;

/** A framework that the ministry drafts, with three scales, equatings, and forms that two people proposed. */
export async function draftFramework(server: string): Promise<void> {
  const send = await sender(server, 'framework-editor');
  const draft = `/api/frameworks/${CODE}/draft`;
  await send('POST', '/api/frameworks', {
    code: CODE,
    title: { vi: 'Khung dữ liệu công', en: 'Public data framework' },
  });
  for (const scale of [LADDER, DEGREES, OLDER]) await send('PUT', `${draft}/scales`, scale);
  const ids: number[] = [];
  for (const [code, vi, en] of SKILLS) {
    const { part } = (await send('POST', `${draft}/items`, {
      ...{ code, kind: 'skill', parentId: null, beforeId: null },
      fields: {
        ...{ 'label vi': vi, 'label en': en, 'level DLC-4 2': true },
        'descriptor DLC-4 2 vi': `${vi} trong công việc thường ngày, không cần người kèm.`,
        'descriptor DLC-4 2 en': `${en} in daily work, without anybody beside them.`,
      },
    })) as unknown as { part: { id: number } };
    ids.push(part.id);
  }
  await equate(send);
  for (const [place, form] of [
    [0, 'làm sạch số liệu'],
    [0, 'data cleansing'],
    [0, 'chuẩn hóa dữ liệu'],
    [1, 'mở dữ liệu'],
    [1, 'chuẩn hóa dữ liệu'],
    [2, 'PDP'],
  ] as const) {
    await send('POST', `/api/frameworks/${CODE}/lexicon`, {
      ...{ competencyId: ids[place], form, language: /^[\x20-\x7e]+$/.test(form) ? 'en' : 'vi' },
    });
  }
}

async function equate(send: Send): Promise<void> {
  const common = { confidence: 0.8, validFrom: '2026-03-01' };
  const rows = [
    {
      from: { scale: 'DLC-4', lowest: 1, highest: 1 },
      to: { scale: 'DLC-3', lowest: 1, highest: 1 },
      ...{ relation: 'equated', method: 'Hội đồng so từng mô tả', source: 'Biên bản số 3' },
    },
    {
      from: { scale: 'DLC-4', lowest: 2, highest: 3 },
      to: { scale: 'DLC-3', lowest: 2, highest: 2 },
      ...{ relation: 'equated', method: 'Hội đồng so từng mô tả', source: 'Biên bản số 3' },
      confidence: 0.5,
    },
    {
      from: { scale: 'DLC-4', lowest: 3, highest: 4 },
      to: { scale: 'DLC-BANG-CAP', lowest: 5, highest: 6 },
      ...{ relation: 'typical', method: 'Khảo sát 120 người', source: 'Báo cáo khảo sát' },
    },
  ];
  for (const row of rows) {
    await send('POST', `/api/frameworks/${CODE}/equatings`, { ...common, ...row });
  }
}
