import fc from 'fast-check';
import type { ItemRow, RoleRow, ScaleRow, Text } from '#src/frameworks/importing/framework-row.ts';
import type { Content } from '#src/frameworks/template/written.ts';
import { frameworkRow, itemRow, roleRow } from './framework-rows.ts';

/** Texts as people and programs write them, and worse. */
const words = fc
  .oneof(
    fc.constantFrom(
      ...['Lập trình hướng đối tượng', 'Thiết kế **giao diện**\n\n- một\n- hai', 'Emoji 👩🏽‍💻 🇻🇳'],
      ...[
        "=cmd|' /C calc'!A0",
        '+84 24',
        '-1',
        '@SUM(A1)',
        "'=1",
        "''+2",
        '\ttab',
        '<script>x</script>',
      ],
      ...[
        'a|b\\c',
        '_x0041_',
        '  spaces  ',
        'line\r\nbreak',
        '1.10',
        '2026-01-01',
        'TRUE',
        '#N/A',
        '"q", ;',
      ],
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  )
  // what no row may hold: nothing, control characters, half a character
  .map((text) => text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '·')) // oxlint-disable-line no-control-regex
  .filter((text) => text.trim() !== '' && text.isWellFormed());
const languages = fc.constantFrom('vi', 'en', 'fr', 'zh-Hant');

function texts<Field extends string>(first: Field, ...others: Field[]) {
  return fc
    .uniqueArray(
      fc.record({ field: fc.constantFrom(first, ...others), language: languages, value: words }),
      {
        selector: ({ field, language }) => `${field} ${language}`,
      },
    )
    .map((all) =>
      all.some(({ field }) => field === first)
        ? all
        : [...all, { field: first, language: 'vi', value: 'Tên' }],
    );
}

const extra = fc.dictionary(
  words,
  fc.oneof(words, fc.integer(), fc.array(words), fc.constant(null)),
  { maxKeys: 3 },
);
const uris = fc.option(fc.webUrl(), { nil: null });
const SCALE = 'thang-1';
const atLevel = fc.record({ scale: fc.constant(SCALE), level: fc.integer({ min: 1, max: 4 }) });

const scales = texts<'title' | 'description'>('title', 'description').chain((ofScale) =>
  fc
    .tuple(...[1, 2, 3, 4].map(() => texts<'label' | 'descriptor'>('label', 'descriptor')))
    .map((ofLevels): ScaleRow => ({
      ...{ type: 'scale', code: SCALE, kind: 'proficiency', texts: ofScale },
      levels: ofLevels.map((own, index) => ({
        level: index + 1,
        code: index % 2 ? `B${index}` : null,
        texts: own,
      })),
    })),
);

const item = (id: string, others: readonly string[]) =>
  fc
    .record({
      ...{ texts: texts<Text['field']>('label', 'definition', 'note'), uri: uris, extra },
      kind: fc.constantFrom<ItemRow['kind']>(
        'area',
        'competency',
        'knowledge',
        'skill',
        'attitude',
        'task',
        'tool',
        'credential',
      ),
      sourceKind: fc.option(words, { nil: null }),
      sequence: fc.integer({ min: -3, max: 20_000 }),
      parent:
        others.length > 0
          ? fc.option(fc.constantFrom(...others), { nil: null })
          : fc.constant(null),
      aliases: fc.uniqueArray(fc.record({ form: words, language: languages }), {
        selector: (one) => JSON.stringify(one),
        maxLength: 3,
      }),
      level: fc.option(atLevel, { nil: null }),
      levels: fc.uniqueArray(
        atLevel.chain((at) =>
          fc
            .uniqueArray(fc.record({ language: languages, value: words }), {
              selector: (one) => one.language,
            })
            .map((own) => ({ ...at, texts: own })),
        ),
        { selector: (one) => one.level },
      ),
      relations:
        others.length > 0
          ? fc.uniqueArray(
              fc.record(
                {
                  relation: fc.constantFrom('related', 'precedes', 'ext:isLike'),
                  to: fc.constantFrom(...others),
                  sequence: fc.integer({ min: 0, max: 9 }),
                  extra,
                },
                { requiredKeys: ['relation', 'to'] },
              ),
              { selector: ({ relation, to }) => `${relation} ${to}`, maxLength: 3 },
            )
          : fc.constant([]),
    })
    .map((drawn): ItemRow => {
      const over = drawn as typeof drawn & Pick<ItemRow, 'relations'>;
      const isLabel = ({ form, language }: { form: string; language: string }) =>
        over.texts.some(
          (text) => text.field === 'label' && text.language === language && text.value === form,
        );
      return itemRow(id, {
        ...over,
        code: `${id}.10`,
        aliases: over.aliases.filter((one) => !isLabel(one)),
      });
    });

const role = (id: string, items: readonly string[], others: readonly string[]) =>
  fc
    .record({
      ...{ texts: texts<Text['field']>('label', 'definition', 'note'), uri: uris, extra },
      kind: fc.constantFrom<RoleRow['kind']>(
        'group',
        'occupation',
        'work-role',
        'role-profile',
        'job-position',
      ),
      sequence: fc.integer({ min: 0, max: 99 }),
      parent:
        others.length > 0
          ? fc.option(fc.constantFrom(...others), { nil: null })
          : fc.constant(null),
      titles: fc.uniqueArray(fc.record({ title: words, language: languages }), {
        selector: (one) => JSON.stringify(one),
        maxLength: 3,
      }),
      requirements: fc.uniqueArray(
        fc.record(
          {
            ...{
              item: fc.constantFrom(...items),
              necessity: fc.constantFrom('essential' as const, 'desirable' as const),
            },
            ...{ level: atLevel, weight: fc.integer({ min: 0, max: 8 }).map((part) => part / 8) },
            extra,
          },
          { requiredKeys: ['item', 'necessity'] },
        ),
        { selector: (one) => one.item, maxLength: 4 },
      ),
    })
    .map((over): RoleRow => roleRow(id, { ...over, code: `${id}.1` }));

const identifiers = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Whole frameworks: deep trees, every field, texts that spreadsheets love to change. */
export const contents: fc.Arbitrary<Content> = fc
  .record({ items: fc.integer({ min: 1, max: 8 }), roles: fc.integer({ min: 0, max: 3 }) })
  .chain((counts) => {
    const items = identifiers('NL', counts.items);
    const roles = identifiers('VT', counts.roles);
    return fc.record({
      about: fc
        .record({
          texts: texts<'title' | 'description' | 'note'>('title', 'description', 'note'),
          uri: uris,
          extra,
          version: words,
          licence: words,
        })
        .map((over) => frameworkRow({ ...over, code: 'khung-thu' })),
      scales: scales.map((scale) => [scale]),
      items: fc.tuple(...items.map((id, index) => item(id, items.slice(0, index)))),
      roles: fc.tuple(...roles.map((id, index) => role(id, items, roles.slice(0, index)))),
      definitions: fc.array(
        fc
          .record({
            uuid: fc.uuid(),
            kind: fc.constantFrom('concept' as const, 'rubric' as const),
            body: extra,
            sequence: fc.nat(99),
          })
          .map((one) => ({ type: 'definition' as const, ...one })),
        { maxLength: 2 },
      ),
    });
  })
  // fast-check draws objects without a prototype, which no file gives
  .map((content) => structuredClone(content));
