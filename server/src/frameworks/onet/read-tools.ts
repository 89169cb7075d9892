import type { BundledFile } from '#src/imports/bundle.ts';
import { tsvTable } from '#src/imports/table-rows.ts';
import { nameKey } from '#src/languages/plain.ts';
import { brokenRow, type BrokenRow } from '../importing/broken-row.ts';
import { newItem, occupationOf, type Onet } from './onet.ts';

/**
 * Tools and technologies. They have no identifier in O*NET: a tool is its name, case and spaces aside.
 * What is in demand for an occupation is essential to it here; the flags are kept beside.
 */
export async function* readTools(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  const needed = ['O*NET-SOC Code', 'Example', 'Commodity Code', 'Commodity Title'];
  for await (const row of tsvTable(file, needed)) {
    if (row.fault !== null) {
      yield brokenRow(file.name, row);
      continue;
    }
    const { cells } = row;
    const occupation = occupationOf(onet, cells['O*NET-SOC Code']);
    if (!occupation) continue;
    const commodity = ensureCommodity(onet, cells['Commodity Code']!, cells['Commodity Title']!);
    const tool = ensureTool(onet, cells.Example!.trim(), commodity);
    if (cells['Hot Technology'] === 'Y') onet.items.get(tool)!.extra.hotTechnology = true;
    const inDemand = cells['In Demand'] === 'Y';
    occupation.requirements.set(tool, {
      ...{ item: tool, necessity: inDemand ? 'essential' : 'desirable' },
      ...(inDemand ? { extra: { inDemand } } : {}),
    });
  }
}

function ensureTool(onet: Onet, name: string, commodity: string): string {
  const key = nameKey(name);
  const id = `tool/${key}`;
  const tool = onet.items.get(id);
  if (!tool) {
    const item = newItem(id, name, { kind: 'tool', code: key, parent: commodity });
    onet.items.set(id, { ...item, sourceKind: 'Technology Skill' });
    return id;
  }
  const forms = [tool.texts[0]!.value, ...tool.aliases.map(({ form }) => form)];
  if (!forms.includes(name)) tool.aliases.push({ form: name, language: 'en' });
  if (tool.parent !== commodity && !tool.relations.some(({ to }) => to === commodity)) {
    tool.relations.push({ relation: 'child-of', to: commodity });
  }
  return id;
}

/** A commodity of the United Nations' code of products and services, under its class where that is told. */
function ensureCommodity(onet: Onet, code: string, title: string): string {
  const id = `unspsc/${code}`;
  if (!onet.items.has(id)) onet.items.set(id, commodityItem(code, title, 'Commodity', null));
  return id;
}

const ABOVE = ['Commodity', 'Class', 'Family', 'Segment'] as const;

/** Classes, families and segments of the commodities that tools stand under. */
export async function* readCommodities(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  const needed = ABOVE.flatMap((name) => [`${name} Code`, `${name} Title`]);
  for await (const row of tsvTable(file, needed)) {
    if (row.fault !== null) {
      yield brokenRow(file.name, row);
      continue;
    }
    const { cells } = row;
    const commodity = onet.items.get(`unspsc/${cells['Commodity Code']}`);
    if (!commodity || commodity.parent !== null) continue;
    commodity.parent = `unspsc/${cells['Class Code']}`;
    for (const [at, name] of ABOVE.entries()) {
      const code = cells[`${name} Code`]!;
      const above = ABOVE[at + 1];
      const parent = above ? `unspsc/${cells[`${above} Code`]}` : null;
      if (onet.items.has(`unspsc/${code}`)) continue;
      onet.items.set(`unspsc/${code}`, commodityItem(code, cells[`${name} Title`]!, name, parent));
    }
  }
}

function commodityItem(code: string, title: string, sourceKind: string, parent: string | null) {
  const sequence = Number(code) || 0;
  const kind = 'area' as const;
  return newItem(`unspsc/${code}`, title, { kind, code, sourceKind, parent, sequence });
}
