import type { BundledFile } from '#src/imports/bundle.ts';
import { tsvTable } from '#src/imports/table-rows.ts';
import type { CompetencyKind } from '../contract.ts';
import { brokenRow, type BrokenRow } from '../importing/broken-row.ts';
import { newItem, occupationOf, type Onet } from './onet.ts';

/** The scale of the levels that O*NET rates: 0 to 7, with anchors of its own for every element. */
export const LEVELS = 'onet-lv';
const HIGHEST = 7;
/** "Important" on the scale from 1, not important, to 5, extremely important. */
const IMPORTANT = 3;

/**
 * Skills, knowledge and work styles: every occupation is rated in every element, importance (IM) from 1
 * to 5 and level (LV) from 0 to 7. An element that is at least important is essential here; the ratings
 * themselves are kept beside it.
 */
export async function* readRatings(
  file: BundledFile,
  onet: Onet,
  { kind, sourceKind }: { kind: CompetencyKind; sourceKind: string },
): AsyncGenerator<BrokenRow> {
  const needed = ['O*NET-SOC Code', 'Element ID', 'Scale ID', 'Data Value'];
  for await (const row of tsvTable(file, needed)) {
    if (row.fault !== null) {
      yield brokenRow(file.name, row);
      continue;
    }
    const { cells } = row;
    const occupation = occupationOf(onet, cells['O*NET-SOC Code']);
    const value = Number(cells['Data Value']);
    const scale = cells['Scale ID'];
    if (!occupation || !Number.isFinite(value) || cells['Data Value'] === '') continue;
    const element = cells['Element ID']!;
    ensureElement(onet, element, cells['Element Name'], { kind, sourceKind });
    let requirement = occupation.requirements.get(element);
    if (!requirement) {
      requirement = { item: element, necessity: 'desirable', extra: {} };
      occupation.requirements.set(element, requirement);
    }
    const extra = requirement.extra!;
    if (cells['Recommend Suppress'] === 'Y') extra[`suppress${scale}`] = true;
    extra[SCALE_NAMES[scale!] ?? `scale-${scale}`] = value;
    if (scale === 'IM') {
      requirement.weight = Math.round(((value - 1) / 4) * 10_000) / 10_000;
      if (value >= IMPORTANT) requirement.necessity = 'essential';
    } else if (scale === 'LV') {
      if (cells['Not Relevant'] === 'Y') extra.notRelevant = true;
      else requirement.level = { scale: LEVELS, level: Math.round(value) };
    }
  }
}

const SCALE_NAMES: Record<string, string> = { IM: 'importance', LV: 'level' };

export const levelScale = {
  type: 'scale' as const,
  code: LEVELS,
  kind: 'proficiency' as const,
  texts: [
    { field: 'title' as const, language: 'en', value: 'O*NET level (0–7)' },
    { field: 'title' as const, language: 'vi', value: 'Mức độ của O*NET (0–7)' },
    {
      ...{ field: 'description' as const, language: 'en' },
      value: 'Ratings are kept as they are and rounded to a whole level for comparing.',
    },
    {
      ...{ field: 'description' as const, language: 'vi' },
      value: 'Điểm gốc được giữ nguyên và làm tròn thành mức nguyên để so sánh.',
    },
  ],
  levels: Array.from({ length: HIGHEST + 1 }, (_, level) => ({
    ...{ level, code: `LV ${level}` },
    texts: [
      { field: 'label' as const, language: 'en', value: `Level ${level}` },
      { field: 'label' as const, language: 'vi', value: `Mức ${level}` },
    ],
  })),
};

/** An element with all that stands above it in the content model. */
export function ensureElement(
  onet: Onet,
  id: string,
  name: string | undefined,
  what: { kind: CompetencyKind; sourceKind: string },
): void {
  if (onet.items.has(id)) return;
  const known = onet.elements.get(id);
  const above = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null;
  const parent = above !== null && onet.elements.has(above) ? above : null;
  if (parent !== null) {
    ensureElement(onet, parent, undefined, { kind: 'area', sourceKind: 'Content Model' });
  }
  const definition = known?.definition ?? '';
  const item = newItem(id, known?.name ?? name ?? id, { ...what, code: id, parent });
  if (definition !== '' && definition !== known?.name) {
    item.texts.push({ field: 'definition', language: 'en', value: definition });
  }
  item.sequence = partNumber(id.slice(id.lastIndexOf('.') + 1));
  onet.items.set(id, item);
}

/** '12' → 12, 'b' → 2, 'I07' → 7 */
function partNumber(part: string): number {
  const digits = /\d+$/.exec(part)?.[0];
  return digits === undefined ? part.toLowerCase().charCodeAt(0) - 96 : Number(digits);
}
