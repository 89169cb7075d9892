import { Problem } from '#src/errors.ts';
import { openBundle, type BundledFile } from '#src/imports/bundle.ts';
import type { ParseContext } from '#src/imports/importer.ts';
import { filesFindings, rejectedRow, type BrokenRow } from '../importing/broken-row.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import { versionIn } from '../importing/version-in.ts';
import { aboutOnet } from './about.ts';
import { sortFiles, type Part } from './files.ts';
import { NAMESPACE, newOnet, occupationOf, roleRow, strangersFinding, type Onet } from './onet.ts';
import { levelScale, readRatings } from './read-ratings.ts';
import {
  eachRow,
  readActivities,
  readActivityGroups,
  readEmergingTasks,
  readTaskActivities,
  readTasks,
} from './read-tasks.ts';
import { readCommodities, readTools } from './read-tools.ts';

/** O*NET as rows: the whole, its scale of levels, elements, activities, tools and tasks, and the occupations. */
export async function* readOnet(
  content: AsyncIterable<Buffer>,
  { run }: ParseContext,
): AsyncGenerator<ReadRow> {
  const { files, names } = await openBundle(content, run.fileName);
  const { known, unread, missing } = sortFiles(files);
  if (!known.has('occupations')) {
    throw new Problem('file-not-in-format', { format: 'onet', what: 'Occupation Data.txt' });
  }
  const version = run.statedVersion ?? versionIn(names);
  if (!version) throw new Problem('framework-version-unknown', { file: run.fileName });
  const onet = newOnet();
  const broken: BrokenRow[] = [];
  for (const [part, read] of READERS) {
    const file = known.get(part);
    if (file) for await (const row of read(file, onet)) broken.push(row);
  }
  const problems = [...filesFindings(missing, unread), ...strangersFinding(onet)];
  yield { row: aboutOnet(version), problems };
  yield { row: levelScale };
  for (const row of onet.items.values()) yield { row };
  for (const one of onet.occupations.values()) yield { row: roleRow(one, onet.occupations) };
  for (const row of broken) yield rejectedRow(NAMESPACE, row);
}

type Read = (file: BundledFile, onet: Onet) => AsyncGenerator<BrokenRow>;

/** In this order: what others stand on comes first. */
const READERS: readonly (readonly [Part, Read])[] = [
  ['occupations', readOccupations],
  ['content-model', readElements],
  ['alternate-titles', (file, onet) => readTitles(file, onet, ['Alternate Title', 'Short Title'])],
  ['reported-titles', (file, onet) => readTitles(file, onet, ['Reported Job Title'])],
  ['job-zones', readJobZones],
  ['skills', ratings('skill', 'Skills')],
  ['knowledge', ratings('knowledge', 'Knowledge')],
  ['work-styles', ratings('attitude', 'Work Styles')],
  ['activity-groups', readActivityGroups],
  ['activities', readActivities],
  ['technology', readTools],
  ['commodities', readCommodities],
  ['tasks', readTasks],
  ['task-activities', readTaskActivities],
  ['emerging-tasks', readEmergingTasks],
];

function ratings(kind: 'skill' | 'knowledge' | 'attitude', sourceKind: string): Read {
  return (file, onet) => readRatings(file, onet, { kind, sourceKind });
}

function readOccupations(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  return eachRow(file, ['O*NET-SOC Code', 'Title', 'Description'], (cells) => {
    const code = cells['O*NET-SOC Code']!.trim();
    onet.occupations.set(code, {
      ...{ code, title: cells.Title!.trim(), definition: cells.Description!.trim() },
      ...{ titles: new Set(), jobZone: null, requirements: new Map() },
    });
  });
}

function readElements(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  return eachRow(file, ['Element ID', 'Element Name', 'Description'], (cells) => {
    onet.elements.set(cells['Element ID']!, {
      ...{ name: cells['Element Name']!.trim(), definition: cells.Description!.trim() },
    });
  });
}

function readTitles(
  file: BundledFile,
  onet: Onet,
  columns: readonly [string, ...string[]],
): AsyncGenerator<BrokenRow> {
  return eachRow(file, ['O*NET-SOC Code', columns[0]], (cells) => {
    const titles = occupationOf(onet, cells['O*NET-SOC Code'])?.titles;
    for (const column of columns) {
      const title = cells[column]?.trim().normalize('NFC');
      if (title && title !== 'n/a') titles?.add(title);
    }
  });
}

function readJobZones(file: BundledFile, onet: Onet): AsyncGenerator<BrokenRow> {
  return eachRow(file, ['O*NET-SOC Code', 'Job Zone'], (cells) => {
    const occupation = occupationOf(onet, cells['O*NET-SOC Code']);
    if (occupation) occupation.jobZone = Number(cells['Job Zone']) || null;
  });
}
