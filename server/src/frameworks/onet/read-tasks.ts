import type { BundledFile } from '#src/imports/bundle.ts';
import { tsvTable, type TableRow } from '#src/imports/table-rows.ts';
import { brokenRow, type BrokenRow } from '../importing/broken-row.ts';
import { nameUuid } from '../importing/name-uuid.ts';
import { NAMESPACE, newItem, occupationOf, type Onet } from './onet.ts';
import { ensureElement } from './read-ratings.ts';

type Cells = Record<string, string>;

/** Tasks stand under the detailed work activity that they are an example of, or, without one, here. */
const UNPLACED = 'task-statements';

export async function* readTasks(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  yield* eachRow(file, ['O*NET-SOC Code', 'Task ID', 'Task'], (cells) => {
    const occupation = occupationOf(onet, cells['O*NET-SOC Code']);
    const number = cells['Task ID']!;
    const id = `task/${number}`;
    if (!occupation) return;
    const type = cells['Task Type'] || null;
    const item = newItem(id, cells.Task!, {
      ...{ kind: 'task', code: `T${number}`, sourceKind: type, parent: unplaced(onet) },
      ...{ sequence: Number(number) || 0, extra: { occupation: occupation.code } },
    });
    onet.items.set(id, item);
    const necessity = type === 'Core' ? ('essential' as const) : ('desirable' as const);
    occupation.requirements.set(id, { item: id, necessity });
  });
}

/** Proposed by people in the occupation: new tasks, and other wordings of tasks that stand. */
export async function* readEmergingTasks(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  yield* eachRow(file, ['O*NET-SOC Code', 'Task', 'Category'], (cells) => {
    const occupation = occupationOf(onet, cells['O*NET-SOC Code']);
    if (!occupation) return;
    const uuid = nameUuid(NAMESPACE, `emerging ${occupation.code} ${cells.Task!.trim()}`);
    const id = `emerging/${uuid}`;
    const original = `task/${cells['Original Task ID']}`;
    const item = newItem(id, cells.Task!, {
      ...{ kind: 'task', code: `E-${uuid}`, sourceKind: `Emerging Task: ${cells.Category}` },
      parent: onet.items.get(original)?.parent ?? unplaced(onet),
      relations: onet.items.has(original) ? [{ relation: 'related', to: original }] : [],
      extra: { occupation: occupation.code },
    });
    onet.items.set(id, item);
    occupation.requirements.set(id, { item: id, necessity: 'desirable' });
  });
}

/** The activities of all occupations: general (4.A.1), intermediate (I01) and detailed (D01). */
export async function* readActivities(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  yield* eachRow(file, ['Element ID', 'IWA ID', 'DWA ID', 'DWA Title'], (cells) => {
    const element = cells['Element ID']!;
    const [group, activity] = [cells['IWA ID']!, cells['DWA ID']!];
    ensureElement(onet, element, cells['Element Name'], {
      ...{ kind: 'area', sourceKind: 'Work Activity' },
    });
    if (!onet.items.has(group)) addActivityGroup(onet, group, element, cells['IWA Title']);
    const item = newItem(activity, cells['DWA Title']!, {
      ...{ kind: 'competency', code: activity, sourceKind: 'Detailed Work Activity' },
      ...{ parent: group, sequence: Number(/\d+$/.exec(activity)?.[0] ?? 0) },
    });
    onet.items.set(activity, item);
  });
}

/** Titles of the intermediate activities, where they have a file of their own; read before the activities. */
export async function* readActivityGroups(
  file: BundledFile,
  onet: Onet,
): AsyncGenerator<BrokenRow> {
  yield* eachRow(file, ['Element ID', 'IWA ID', 'IWA Title'], (cells) => {
    const element = cells['Element ID']!;
    ensureElement(onet, element, cells['Element Name'], {
      ...{ kind: 'area', sourceKind: 'Work Activity' },
    });
    addActivityGroup(onet, cells['IWA ID']!, element, cells['IWA Title']);
  });
}

function addActivityGroup(onet: Onet, id: string, parent: string, title: string | undefined) {
  const sequence = Number(/\d+$/.exec(id)?.[0] ?? 0);
  const sourceKind = 'Intermediate Work Activity';
  onet.items.set(
    id,
    newItem(id, title ?? id, { kind: 'area', code: id, sourceKind, parent, sequence }),
  );
}

/** The first activity in the order of the file is the parent, the others are further ones. */
export async function* readTaskActivities(
  file: BundledFile,
  onet: Onet,
): AsyncGenerator<BrokenRow> {
  yield* eachRow(file, ['Task ID', 'DWA ID'], (cells) => {
    const task = onet.items.get(`task/${cells['Task ID']}`);
    const activity = cells['DWA ID']!;
    if (!task || !onet.items.has(activity)) return;
    if (task.parent === UNPLACED) task.parent = activity;
    else if (task.parent !== activity && !task.relations.some(({ to }) => to === activity)) {
      task.relations.push({ relation: 'child-of', to: activity });
    }
  });
}

function unplaced(onet: Onet): string {
  if (!onet.items.has(UNPLACED)) {
    const item = newItem(UNPLACED, 'Task Statements', { kind: 'area', code: UNPLACED });
    onet.items.set(UNPLACED, { ...item, sequence: 1_000 });
  }
  return UNPLACED;
}

export async function* eachRow(
  file: BundledFile,
  needed: readonly string[],
  take: (cells: Cells) => void,
): AsyncGenerator<BrokenRow> {
  for await (const row of tsvTable(file, needed) as AsyncIterable<TableRow>) {
    if (row.fault === null) take(row.cells);
    else yield brokenRow(file.name, row);
  }
}
