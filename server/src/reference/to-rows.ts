import type {
  ItemRow,
  Requirement as RequirementRow,
  RoleRow,
  ScaleRow,
  Text,
} from '#src/frameworks/importing/framework-row.ts';
import type { Reference } from './read-reference.ts';
import type { Requirement } from './shape.ts';

interface Both {
  vi: string;
  en: string;
}

/** Texts of ours carry the origin 'person': nobody's source wrote them before. */
type Written<T> = T & { origin: 'person' };

export function scaleRow({ code, title, description, levels }: Reference['scale']): ScaleRow {
  return {
    ...{ type: 'scale', code, kind: 'proficiency' },
    texts: [...texts('title', title), ...texts('description', description)],
    levels: levels.map(({ level, label, autonomy, complexity, responsibility }) => ({
      ...{ level, code: null },
      texts: [
        ...texts('label', label),
        ...texts('descriptor', {
          vi: [autonomy, complexity, responsibility].map(({ vi }) => vi).join(' '),
          en: [autonomy, complexity, responsibility].map(({ en }) => en).join(' '),
        }),
      ],
    })),
  };
}

/** Areas, and below them competencies under their parents; tools are exemplars of what they are tools of. */
export function itemRows({ areas, scale }: Reference): ItemRow[] {
  // one count for all: what stands under one parent may come from several files
  let sequence = 0;
  return areas.flatMap(({ area, competencies }) => [
    itemRow(area, { kind: 'area', parent: null, sequence: sequence++ }),
    ...competencies.map((competency): ItemRow => {
      const { kind, parent, levels, of = [], range, core, onet } = competency;
      return {
        ...itemRow(competency, { kind, parent: parent ?? area.code, sequence: sequence++ }),
        levels: Object.entries(levels).map(([level, says]) => ({
          ...{ scale: scale.code, level: Number(level) },
          texts: languages(says).map((text): Written<typeof text> => ({
            ...{ ...text, origin: 'person' },
          })),
        })),
        relations: of.map((to, place) => ({ relation: 'exemplar-of', to, sequence: place })),
        extra: {
          ...(range ? { range: { scale: scale.code, lowest: range[0], highest: range[1] } } : {}),
          ...(core ? { core } : {}),
          ...(onet === undefined ? {} : { onet }),
        },
      };
    }),
  ]);
}

function itemRow(
  { code, uuid, label, definition }: { code: string; uuid: string; label: Both; definition: Both },
  { kind, parent, sequence }: Pick<ItemRow, 'kind' | 'parent' | 'sequence'>,
): ItemRow {
  return {
    ...{ type: 'item', sourceId: code, uuid, uri: null, code, kind, sourceKind: null },
    ...{ parent, sequence, aliases: [], level: null, levels: [], relations: [], extra: {} },
    texts: [...texts('label', label), ...texts('definition', definition)],
  };
}

/** Groups, and the roles in them with what they ask for. */
export function roleRows({ groups, scale }: Reference): RoleRow[] {
  return groups.flatMap(
    ({ group, asOf, roles }, at) =>
      [
        {
          ...{ type: 'role', sourceId: group.code, uuid: group.uuid, uri: null, code: group.code },
          ...{ kind: 'group', sourceKind: null, parent: null, sequence: at },
          texts: [
            ...texts('label', group.label),
            ...(group.definition ? texts('definition', group.definition) : []),
          ],
          ...{ titles: [], requirements: [], extra: {} },
        },
        ...roles.map((role, sequence): RoleRow => {
          const { code, uuid, kind, label, definition, titles, isco, onet, qualification } = role;
          return {
            ...{ type: 'role', sourceId: code, uuid, uri: null, code, kind, sourceKind: null },
            ...{ parent: group.code, sequence },
            texts: [...texts('label', label), ...texts('definition', definition)],
            titles: (['vi', 'en'] as const).flatMap((language) =>
              titles[language].map((title) => ({ title, language })),
            ),
            requirements: role.requirements.map((one) => requirementRow(one, scale.code, asOf)),
            extra: {
              ...(isco.length > 0 ? { isco } : {}),
              ...(onet.length > 0 ? { onet } : {}),
              ...(qualification ? { qualification } : {}),
            },
          };
        }),
      ] as RoleRow[],
  );
}

/** Where a requirement comes from stays with it: each source with its figures and its day. */
function requirementRow(
  { competency, need, level, weight, also, ...first }: Requirement,
  scale: string,
  asOf: string,
): RequirementRow {
  const evidence = [first, ...also].map(({ source, from, share, n, asOf: day = asOf }) => ({
    ...{ source, asOf: day },
    ...(from === undefined ? {} : { from }),
    ...(share === undefined ? {} : { share }),
    ...(n === undefined ? {} : { n }),
  }));
  return {
    ...{ item: competency, necessity: need, extra: { evidence } },
    ...(level === undefined ? {} : { level: { scale, level } }),
    ...(weight === undefined ? {} : { weight }),
  };
}

function languages({ vi, en }: Both): { language: string; value: string }[] {
  return [
    { language: 'vi', value: vi },
    { language: 'en', value: en },
  ];
}

function texts<Field extends string>(field: Field, both: Both): Written<Text<Field>>[] {
  return languages(both).map((text) => ({ field, ...text, origin: 'person' as const }));
}
