import type { RowFinding } from '#src/imports/importer.ts';
import type { ItemRow, Requirement, RoleRow } from '../importing/framework-row.ts';
import { nameUuid } from '../importing/name-uuid.ts';

/** O*NET gives its elements numbers and no UUIDs: they are made within this. */
export const NAMESPACE = nameUuid(
  '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  'https://www.onetcenter.org/database.html',
);

export interface Occupation {
  code: string;
  title: string;
  definition: string;
  titles: Set<string>;
  jobZone: number | null;
  /** by source id of the item */
  requirements: Map<string, Requirement>;
}

/** What the files say, put together. */
export interface Onet {
  items: Map<string, ItemRow>;
  occupations: Map<string, Occupation>;
  /** names and definitions of the content model, by element: '2.A.1.a' */
  elements: Map<string, { name: string; definition: string }>;
  /** occupations that other files name and 'Occupation Data' does not */
  strangers: Map<string, number>;
}

export function newOnet(): Onet {
  return {
    ...{ items: new Map(), occupations: new Map(), elements: new Map() },
    strangers: new Map(),
  };
}

/** The occupation of a row; one that does not stand is counted. */
export function occupationOf(onet: Onet, code: string | undefined): Occupation | undefined {
  const found = onet.occupations.get(code ?? '');
  if (!found) onet.strangers.set(code ?? '', (onet.strangers.get(code ?? '') ?? 0) + 1);
  return found;
}

export function newItem(
  sourceId: string,
  label: string,
  over: Partial<ItemRow> & Pick<ItemRow, 'kind' | 'code'>,
): ItemRow {
  return {
    ...{ type: 'item', sourceId, uuid: nameUuid(NAMESPACE, `item ${sourceId}`), uri: null },
    ...{ sourceKind: null, parent: null, sequence: 0 },
    texts: [{ field: 'label', language: 'en', value: label.trim() }],
    ...{ aliases: [], level: null, levels: [], relations: [], extra: {} },
    ...over,
  };
}

/** A breakout ('15-1252.01') stands under the occupation of the national classification ('15-1252.00'). */
export function roleRow(one: Occupation, all: Onet['occupations']): RoleRow {
  const { code, title, definition, titles, jobZone, requirements } = one;
  const whole = `${code.slice(0, -2)}00`;
  titles.delete(title);
  return {
    ...{ type: 'role', sourceId: code, uuid: nameUuid(NAMESPACE, `role ${code}`), code },
    uri: `https://www.onetonline.org/link/summary/${code}`,
    ...{ kind: 'occupation', sourceKind: 'O*NET-SOC Occupation', sequence: sequenceOf(code) },
    parent: whole !== code && all.has(whole) ? whole : null,
    texts: [
      { field: 'label', language: 'en', value: title },
      { field: 'definition', language: 'en', value: definition },
    ],
    titles: [...titles].map((written) => ({ title: written, language: 'en' })),
    requirements: [...requirements.values()],
    extra: jobZone === null ? {} : { jobZone },
  };
}

/** '15-1252.01' → 15125201 */
function sequenceOf(code: string): number {
  return Number(code.replace(/\D/g, '').slice(0, 9));
}

export function strangersFinding({ strangers }: Onet): RowFinding[] {
  const [first] = strangers.keys();
  if (first === undefined) return [];
  const count = [...strangers.values()].reduce((sum, one) => sum + one, 0);
  return [
    {
      code: 'framework-reference-unknown',
      ...{ severity: 'warning', column: null, detail: { count, value: first } },
    },
  ];
}
