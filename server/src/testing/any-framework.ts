import fc from 'fast-check';
import type {
  AnyRow,
  AtLevel,
  ItemRow,
  RoleRow,
  ScaleRow,
} from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import { frameworkRow, itemRow, roleRow } from './framework-rows.ts';

const NAMESPACE = '3c1a0b52-9f0e-4d51-8a77-6f6cb14f2f01';
const words = [
  'Phân tích dữ liệu lớn',
  'Đọc hiểu **biểu đồ** và _bảng_',
  'An toàn thông tin \\* cơ bản',
  'Data analysis',
  'プログラミング',
  '🚀 Khởi nghiệp số',
  'Dòng một\nDòng hai <b>&amp;</b>',
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((one) => one.normalize('NFC'))
    .filter((one) => one.trim() !== ''),
);
const languages = fc.constantFrom('vi', 'en', 'fr', 'zh-Hant');

function texts<Field extends string>(first: Field, others: readonly Field[]) {
  const keys = fc.uniqueArray(fc.tuple(fc.constantFrom(first, ...others), languages), {
    maxLength: 5,
    selector: ([field, language]) => `${field} ${language}`,
  });
  return fc.tuple(languages, keys).chain(([main, rest]) => {
    const all = [
      [first, main] as const,
      ...rest.filter(([field, language]) => field !== first || language !== main),
    ];
    return fc
      .array(text, { minLength: all.length, maxLength: all.length })
      .map((values) =>
        all.map(([field, language], at) => ({ field, language, value: values[at]! })),
      );
  });
}

const SCALE = 'thang-1';

const scale: fc.Arbitrary<ScaleRow> = fc
  .tuple(texts<'title' | 'description'>('title', ['description']), fc.integer({ min: 1, max: 4 }))
  .chain(([titles, count]) =>
    fc
      .array(
        fc.tuple(
          fc.option(fc.constantFrom('A1', 'B1')),
          texts<'label' | 'descriptor'>('label', ['descriptor']),
        ),
        {
          minLength: count,
          maxLength: count,
        },
      )
      .map((levels) => ({
        ...{ type: 'scale', code: SCALE, kind: 'proficiency', texts: titles },
        levels: levels.map(([code, labels], at) => ({ level: at + 1, code, texts: labels })),
      })),
  ) as fc.Arbitrary<ScaleRow>;

const extra = fc.dictionary(
  fc.constantFrom('legacyId', 'đơn vị', 'n'),
  fc.oneof(text, fc.integer()),
  {
    maxKeys: 2,
    noNullPrototype: true,
  },
);

function items(count: number, levels: readonly AtLevel[]): fc.Arbitrary<ItemRow[]> {
  const name = (at: number) => `T${at}`;
  const one = (at: number) =>
    fc
      .record({
        uri: fc.option(fc.constant(`https://source.example/item/${at}`)),
        code: fc.constantFrom(name(at), `${name(at)} ✓`),
        kind: fc.constantFrom<ItemRow['kind'][]>(
          'area',
          'competency',
          'knowledge',
          'skill',
          'task',
        ),
        sourceKind: fc.option(fc.constantFrom('Skill', 'ability', 'Kiến thức nền')),
        parent: at === 0 ? fc.constant(null) : fc.option(fc.nat(at - 1).map(name)),
        sequence: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        texts: texts<'label' | 'definition' | 'note'>('label', ['definition', 'note']),
        aliases: fc.uniqueArray(fc.record({ form: text, language: languages }), {
          maxLength: 3,
          selector: ({ form, language }) => `${form} ${language}`,
        }),
        level: levels.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...levels)),
        levels:
          levels.length === 0
            ? fc.constant([])
            : fc.uniqueArray(
                fc
                  .tuple(fc.constantFrom(...levels), text, languages)
                  .map(([level, value, language]) => ({
                    ...level,
                    texts: [{ language, value }],
                  })),
                { maxLength: 3, selector: ({ level }) => level },
              ),
        relations: fc.uniqueArray(
          fc.record(
            {
              relation: fc.constantFrom(
                ...['child-of', 'part-of', 'related', 'peer-of', 'precedes', 'exemplar-of'],
                ...['has-level', 'essential-for', 'optional-for', 'replaced-by', 'translation-of'],
                ...['ext:inspires', 'ext:exactMatchOf'],
              ),
              to: fc.nat(count - 1).map(name),
              sequence: fc.nat(99),
              extra: extra.filter((value) => Object.keys(value).length > 0),
            },
            { requiredKeys: ['relation', 'to'] },
          ),
          { maxLength: 4, selector: ({ relation, to }) => `${relation} ${to}` },
        ),
        extra,
      })
      .map(({ relations, ...row }) =>
        itemRow(name(at), {
          ...row,
          uuid: nameUuid(NAMESPACE, name(at)),
          // what stands under itself or is related to itself is refused at every door
          relations: relations.filter(({ to }) => to !== name(at)) as ItemRow['relations'],
        } as Partial<ItemRow>),
      );
  return fc.tuple(...Array.from({ length: count }, (_, at) => one(at)));
}

function roles(
  count: number,
  itemCount: number,
  levels: readonly AtLevel[],
): fc.Arbitrary<RoleRow[]> {
  const name = (at: number) => `R${at}`;
  const requirement = fc.record(
    {
      item: fc.nat(Math.max(0, itemCount - 1)).map((at) => `T${at}`),
      necessity: fc.constantFrom('essential' as const, 'desirable' as const),
      ...(levels.length === 0 ? {} : { level: fc.constantFrom(...levels) }),
      weight: fc.constantFrom(0, 0.25, 0.5, 1),
      extra: extra.filter((value) => Object.keys(value).length > 0),
    },
    { requiredKeys: ['item', 'necessity'] },
  );
  const one = (at: number) =>
    fc
      .record({
        kind: fc.constantFrom<RoleRow['kind'][]>(
          'group',
          'occupation',
          'work-role',
          'role-profile',
          'job-position',
        ),
        sourceKind: fc.option(fc.constantFrom('Occupation', 'Nghề')),
        parent: at === 0 ? fc.constant(null) : fc.option(fc.nat(at - 1).map(name)),
        texts: texts<'label' | 'definition' | 'note'>('label', ['definition', 'note']),
        titles: fc.uniqueArray(fc.record({ title: text, language: languages }), {
          maxLength: 3,
          selector: ({ title, language }) => `${title} ${language}`,
        }),
        requirements:
          itemCount === 0
            ? fc.constant([])
            : fc.uniqueArray(requirement, { maxLength: 4, selector: ({ item }) => item }),
        extra,
      })
      .map((row) =>
        roleRow(name(at), { ...row, uuid: nameUuid(NAMESPACE, name(at)) } as Partial<RoleRow>),
      );
  return fc.tuple(...Array.from({ length: count }, (_, at) => one(at)));
}

/** Any framework of ours: scales, items in a deep tree, roles with requirements, texts in several languages. */
export const anyFramework: fc.Arbitrary<AnyRow[]> = fc
  .record({
    about: fc
      .record({
        version: fc.constantFrom('1', '2.0', '2026-ĐH'),
        publishedOn: fc.option(fc.constantFrom('2026-02-28', '2024-02-29')),
        licence: fc.constantFrom('', 'CC BY 4.0', 'Nghị định 13'),
        uri: fc.option(fc.constant('https://source.example/framework')),
        texts: texts<'title' | 'description' | 'note'>('title', ['description', 'note']),
        extra,
      })
      .map((over) => frameworkRow(over)),
    scale: fc.option(scale, { nil: undefined }),
    itemCount: fc.nat(6),
    roleCount: fc.nat(3),
  })
  .chain(({ about, scale, itemCount, roleCount }) => {
    const levels = (scale?.levels ?? []).map(({ level }) => ({ scale: SCALE, level }));
    return (
      fc
        .tuple(items(itemCount, levels), roles(roleCount, itemCount, levels))
        .map(([some, others]) => [about, ...(scale ? [scale] : []), ...some, ...others])
        // as they would come out of a file: plain objects
        .map((rows) => JSON.parse(JSON.stringify(rows)) as AnyRow[])
    );
  });
