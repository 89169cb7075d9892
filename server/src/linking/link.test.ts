import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextLink, type Field } from './contract.ts';
import type { Decision, Form } from './forms.ts';
import { linkText } from './link.ts';
import { normaliseSurface } from './normalise.ts';
import { buildPhraseIndex } from './phrase-index.ts';

type Listed = [competencyId: number, form: string, options?: Partial<Form>];

function formsOf(listed: Listed[]): Form[] {
  return listed.map(([competencyId, form, options]) => ({
    competencyId,
    form,
    language: 'en',
    caseSensitive: false,
    fields: null,
    ...options,
  }));
}

function indexOf(listed: Listed[], decisions: Decision[] = []) {
  const source = { frameworkVersionIds: [1], lexiconRevision: 1, decisions };
  return buildPhraseIndex(formsOf(listed), source);
}

/** "surface → competency (method)" for every link. */
function linked(listed: Listed[], text: string, field: Field = 'text', decisions: Decision[] = []) {
  return linkText(indexOf(listed, decisions), field, text).map(
    (link) => `${link.surface} → ${link.competencyId} (${link.method})`,
  );
}

const vi: Partial<Form> = { language: 'vi' };
const market: Listed[] = [
  [1, 'Java'],
  [2, 'JavaScript'],
  [3, 'Node.js'],
  [3, 'NodeJS'],
  [4, 'Front-end'],
  [5, 'CI/CD'],
  [6, 'Power BI'],
  [7, 'Business intelligence'],
  [7, 'BI', { caseSensitive: true }],
  [8, '.NET'],
  [8, '.NET Core'],
  [9, 'ASP.NET'],
  [10, 'C++'],
  [11, 'C#'],
  [12, 'C', { caseSensitive: true }],
  [13, 'Microservices'],
  [14, 'API'],
  [15, 'Scala'],
  [16, 'Go', { caseSensitive: true, fields: ['title', 'tag'] }],
  [17, 'học máy', vi],
  [18, 'cơ sở dữ liệu', vi],
  [18, 'database'],
  [19, 'đồ họa', vi],
  [20, 'đồ án', vi],
  [21, 'trí tuệ nhân tạo', vi],
  [22, 'mạng', vi],
  [23, 'Robotic Process Automation (RPA)'],
  [24, 'Windows'],
  [25, 'Teams', { caseSensitive: true }],
  [26, 'R', { caseSensitive: true }],
  [27, 'tối ưu hóa', vi],
];

test('The longest listed phrase wins and its words are used up', () => {
  assert.deepEqual(linked(market, 'JavaScript, Power BI và BI'), [
    'JavaScript → 2 (exact)',
    'Power BI → 6 (exact)',
    'BI → 7 (exact)',
  ]);
});

test('A form is never found inside a longer word', () => {
  for (const text of ['Javanese', 'scalable', 'google', 'Java8', 'APIfy', 'mạngx', 'xhọc máy']) {
    assert.deepEqual(linked(market, text, 'title'), [], text);
  }
});

test('Spacing, hyphen, dot and slash variants of a listed form are near matches of it', () => {
  for (const text of ['frontend', 'FrontEnd'])
    assert.match(linked(market, text)[0]!, /→ 4 \(near\)/);
  for (const text of ['front end', 'Front-End', 'front.end', 'front/end']) {
    assert.deepEqual(linked(market, text), [`${text} → 4 (exact)`]);
  }
  for (const text of ['CI/CD', 'ci cd', 'CI / CD']) {
    assert.deepEqual(linked(market, text), [`${text} → 5 (exact)`]);
  }
  assert.deepEqual(linked(market, 'cicd, node js, power-bi, PowerBI'), [
    'cicd → 5 (near)',
    'node js → 3 (exact)',
    'power-bi → 6 (exact)',
    'PowerBI → 6 (near)',
  ]);
});

test('Words are read together or apart only where a listed form has a boundary', () => {
  assert.deepEqual(linked([[1, 'Node']], 'no de, n ode'), []);
  assert.deepEqual(linked([[1, 'Nodejs']], 'node js'), []);
  const listed: Listed[] = [
    [1, 'Nodejs developer'],
    [2, 'Node.js'],
  ];
  assert.deepEqual(linked(listed, 'Node.js developer'), ['Node.js developer → 1 (near)']);
});

test('Abbreviations of two letters are not made by running letters together', () => {
  assert.deepEqual(linked([[1, 'A.I.']], 'A.I. là gì, và ai'), ['A.I → 1 (exact)']);
});

test('English plural and singular are near matches in both directions', () => {
  assert.deepEqual(linked(market, 'APIs, one microservice, databases'), [
    'APIs → 14 (near)',
    'microservice → 13 (near)',
    'databases → 18 (near)',
  ]);
  assert.deepEqual(linked(market, 'a window in time'), []);
});

test('British spelling is a near match of the American form', () => {
  assert.deepEqual(linked([[1, 'Query optimization']], 'query optimisation'), [
    'query optimisation → 1 (near)',
  ]);
});

test('C, C++, C#, .NET and ASP.NET are told apart', () => {
  assert.deepEqual(linked(market, 'C/C++, C#/.NET, ASP.NET, Net Core, VB.NET'), [
    'C → 12 (exact)',
    'C++ → 10 (exact)',
    'C# → 11 (exact)',
    '.NET → 8 (exact)',
    'ASP.NET → 9 (exact)',
    'Net Core → 8 (near)',
  ]);
  assert.deepEqual(linked(market, 'ASP .NET, .NETCore'), [
    'ASP .NET → 9 (near)',
    'NETCore → 8 (near)',
  ]);
});

test('A single letter is a name only when it stands alone', () => {
  assert.deepEqual(linked(market, 'R&D, C-level, R-squared, C.V'), []);
  assert.deepEqual(linked(market, 'Python/R, (C), R.'), [
    'R → 26 (exact)',
    'C → 12 (exact)',
    'R → 26 (exact)',
  ]);
});

test('A form with its own letter case accepts no other, save the plural of an abbreviation', () => {
  assert.deepEqual(linked(market, 'bi, teams, TEAMS, go', 'title'), []);
  assert.deepEqual(linked(market, 'Teams'), ['Teams → 25 (exact)']);
  const llm: Listed[] = [[1, 'LLM', { caseSensitive: true }]];
  assert.deepEqual(linked(llm, 'LLMs, llms'), ['LLMs → 1 (near)']);
});

test('A form restricted to titles and tags is not found in running text', () => {
  assert.deepEqual(linked(market, 'Go developer', 'title'), ['Go → 16 (exact)']);
  assert.deepEqual(linked(market, 'Go developer', 'text'), []);
});

test('When the longest phrase does not fit, a shorter one inside it may', () => {
  const listed: Listed[] = [
    [1, 'Spark'],
    [2, 'Spark Streaming', { fields: ['tag'] }],
  ];
  assert.deepEqual(linked(listed, 'Spark Streaming'), ['Spark → 1 (exact)']);
});

test('Vietnamese is found with either tone placement, composed or decomposed', () => {
  const text = 'Đồ hoạ, tối ưu hoá, cơ sở dữ liệu';
  const expected = ['19 (exact)', '27 (exact)', '18 (exact)'];
  for (const written of [text, text.normalize('NFD'), text.toUpperCase()]) {
    assert.deepEqual(
      linked(market, written).map((link) => link.split(' → ')[1]),
      expected,
    );
  }
});

test('Vietnamese without accents is found from three syllables on, or two when the key is unique', () => {
  assert.deepEqual(linked(market, 'co so du lieu, tri tue nhan tao, hoc may, do hoa'), [
    'co so du lieu → 18 (unaccented)',
    'tri tue nhan tao → 21 (unaccented)',
    'hoc may → 17 (unaccented)',
    'do hoa → 19 (unaccented)',
  ]);
});

test('One syllable without its accent is never found', () => {
  assert.deepEqual(linked(market, 'mang'), []);
});

test('Two syllables that another form shares without accents are not guessed', () => {
  const listed: Listed[] = [
    [1, 'bảo trì', vi],
    [2, 'báo trí', vi],
    [3, 'kế toán', vi],
    [4, 'ke toan'],
  ];
  assert.deepEqual(linked(listed, 'bao tri, ke toan'), ['ke toan → 4 (exact)']);
});

test('Longer phrases that share a key without accents but not a competency are not guessed', () => {
  const listed: Listed[] = [
    [1, 'bảo trì máy', vi],
    [2, 'báo trí may', vi],
    [3, 'quản lý dự án', vi],
    [3, 'quản lí dự án', vi],
  ];
  assert.deepEqual(linked(listed, 'bao tri may, quan ly du an'), [
    'quan ly du an → 3 (unaccented)',
  ]);
});

test('English words are not taken for Vietnamese without accents', () => {
  assert.deepEqual(linked(market, 'able to do an analysis'), []);
});

test('A span that carries any accent is not read without accents', () => {
  assert.deepEqual(linked(market, 'cơ so dữ liệu, học may'), []);
});

test('English forms are not matched by stripping accents from the text', () => {
  assert.deepEqual(linked([[1, 'Dao']], 'đào tạo, dão'), []);
});

test('A phrase does not run over a comma or a new line, unless the form has brackets there', () => {
  assert.deepEqual(linked(market, 'Power, BI; Power\nBI'), ['BI → 7 (exact)', 'BI → 7 (exact)']);
  assert.deepEqual(linked(market, 'Robotic Process Automation (RPA), Robotic Process Automation'), [
    'Robotic Process Automation (RPA) → 23 (exact)',
  ]);
});

test('A form shared by two competencies links both on the same span', () => {
  const listed: Listed[] = [
    [2, 'DevOps'],
    [1, 'Dev-Ops'],
    [1, 'devops'],
  ];
  const links = linkText(indexOf(listed), 'tag', 'DevOps');
  assert.deepEqual(
    links.map(({ competencyId, start, end }) => [competencyId, start, end]),
    [
      [1, 0, 6],
      [2, 0, 6],
    ],
  );
});

test('An exact form hides the plural of another form', () => {
  const listed: Listed[] = [
    [1, 'Metric'],
    [2, 'Metrics'],
  ];
  assert.deepEqual(linked(listed, 'Metrics'), ['Metrics → 2 (exact)']);
});

test('A rejected surface loses its link and nothing shorter takes its place', () => {
  const rejected: Decision[] = [{ normalised: 'power bi', competencyId: 6, verdict: 'reject' }];
  assert.deepEqual(linked(market, 'Power-BI, PowerBI, BI', 'text', rejected), [
    'PowerBI → 6 (near)',
    'BI → 7 (exact)',
  ]);
});

test('An accepted surface that is no listed form acts as one', () => {
  const accepted: Decision[] = [
    { normalised: 'khung giao diện', competencyId: 4, verdict: 'accept' },
    { normalised: 'go', competencyId: 16, verdict: 'accept' },
  ];
  assert.deepEqual(linked(market, 'Khung giao diện; go', 'text', accepted), [
    'Khung giao diện → 4 (decision)',
  ]);
});

test('An accepted surface may link a second competency beside the listed one', () => {
  const accepted: Decision[] = [{ normalised: 'java', competencyId: 13, verdict: 'accept' }];
  assert.deepEqual(linked(market, 'Java', 'text', accepted), [
    'Java → 1 (exact)',
    'Java → 13 (decision)',
  ]);
});

test('Every link satisfies its published schema', () => {
  const links = linkText(indexOf(market), 'title', 'Java, học máy, co so du lieu, APIs');
  assert.equal(links.length, 4);
  for (const link of links) TextLink.parse(link);
});

test('The hash changes with the content of the index and with nothing else', () => {
  const base = indexOf(market);
  const decision: Decision = { normalised: 'java', competencyId: 1, verdict: 'reject' };
  assert.match(base.hash, /^[0-9a-f]{64}$/);
  assert.equal(indexOf([...market, market[0]!]).hash, base.hash);
  assert.notEqual(indexOf(market, [decision]).hash, base.hash);
  assert.notEqual(indexOf(market.slice(1)).hash, base.hash);
});

const separators = [' ', ' ', ' ', ', ', '. ', '\n', '-', '/', ' 🚀 ', '\u200b', '<br>', '&', ''];
const anyAdvertisement = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...market.map(([, form]) => form),
        ...[
          'Javanese',
          'scalable',
          'co so du lieu',
          'học',
          'máy',
          'hoạ',
          'apis',
          'front',
          'end',
          'x',
        ],
      ),
      fc.constantFrom(...separators),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.flat().join(''));

test('Every span slices to its surface, carries its key, and overlaps no other', () => {
  const index = indexOf(market);
  fc.assert(
    fc.property(fc.oneof(anyAdvertisement, fc.string({ unit: 'binary' })), (text) => {
      let previous = { start: 0, end: 0 };
      for (const link of linkText(index, 'title', text)) {
        assert.equal(text.slice(link.start, link.end), link.surface);
        assert.equal(normaliseSurface(link.surface), link.normalised);
        const same = link.start === previous.start && link.end === previous.end;
        assert.ok(same || link.start >= previous.end);
        previous = link;
      }
    }),
  );
});

test('The order in which forms and decisions are listed changes neither hash nor links', () => {
  const decisions: Decision[] = [
    { normalised: 'java', competencyId: 13, verdict: 'accept' },
    { normalised: 'api', competencyId: 14, verdict: 'reject' },
  ];
  const base = indexOf(market, decisions);
  const shuffled = fc.shuffledSubarray(market, { minLength: market.length });
  fc.assert(
    fc.property(shuffled, anyAdvertisement, (listed, text) => {
      const index = indexOf(listed, [...decisions].reverse());
      assert.equal(index.hash, base.hash);
      assert.deepEqual(linkText(index, 'tag', text), linkText(base, 'tag', text));
    }),
  );
});

test('Decomposed and composed texts have the same competencies', () => {
  const index = indexOf(market);
  const found = (text: string) =>
    linkText(index, 'tag', text).map(({ competencyId, method }) => [competencyId, method]);
  fc.assert(
    fc.property(anyAdvertisement, (text) => {
      assert.deepEqual(found(text.normalize('NFD')), found(text.normalize('NFC')));
    }),
  );
});

test('A rejection only ever takes links away', () => {
  const key = (link: TextLink) => `${link.start} ${link.end} ${link.competencyId}`;
  fc.assert(
    fc.property(anyAdvertisement, fc.nat(), (text, pick) => {
      const before = linkText(indexOf(market), 'tag', text);
      fc.pre(before.length > 0);
      const { normalised, competencyId } = before[pick % before.length]!;
      const decisions: Decision[] = [{ normalised, competencyId, verdict: 'reject' }];
      const after = linkText(indexOf(market, decisions), 'tag', text).map(key);
      assert.deepEqual(
        after,
        before
          .filter((link) => link.normalised !== normalised || link.competencyId !== competencyId)
          .map(key),
      );
    }),
  );
});

test('A decision changes the index it was made for, and no other index of the same forms', () => {
  const listed: Listed[] = [
    [1, 'Java'],
    [2, 'Spring Boot'],
  ];
  const before = indexOf(listed);
  const decided = indexOf(listed, [
    { normalised: 'java server', competencyId: 1, verdict: 'accept' },
    { normalised: 'java server', competencyId: 2, verdict: 'accept' },
    { normalised: 'spring', competencyId: 2, verdict: 'accept' },
  ]);
  const found = (index: ReturnType<typeof indexOf>, text: string) =>
    linkText(index, 'text', text).map((link) => `${link.surface} → ${link.competencyId}`);
  assert.deepEqual(found(decided, 'java server'), ['java server → 1', 'java server → 2']);
  assert.deepEqual(found(decided, 'Spring'), ['Spring → 2']);
  for (const index of [before, indexOf(listed)]) {
    assert.deepEqual(found(index, 'java server, Spring'), ['java → 1']);
    assert.equal(index.hash, before.hash);
  }
});
