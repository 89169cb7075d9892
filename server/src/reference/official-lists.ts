import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import { nameKey } from '#src/languages/plain.ts';

/** What a crosswalk should reach: concepts of another framework, from a file that its owner publishes. */
export interface OfficialList {
  name: 'esco-digital' | 'esco-transversal' | 'nice-areas' | 'digcomp-competences' | 'onet-tools';
  framework: 'esco' | 'nice' | 'digcomp' | 'onet';
  /** by `targetKey` */
  labels: Map<string, string>;
}

/** How a target is known however a row names it: an address by its last part, a technology by its name. */
export function targetKey(framework: string, target: string): string {
  return framework === 'onet'
    ? nameKey(target)
    : target
        .trim()
        .replace(/^.*[/#]/, '')
        .toLowerCase();
}

type Read = (text: string) => Iterable<readonly [target: string, label: string]>;

const LISTS: { file: RegExp; name: OfficialList['name']; read: Read }[] = [
  { file: /^digitalSkillsCollection_en\.csv$/, name: 'esco-digital', read: escoCollection },
  { file: /^transversalSkillsCollection_en\.csv$/, name: 'esco-transversal', read: escoCollection },
  { file: /^cprt.*\.json$/i, name: 'nice-areas', read: niceAreas },
  { file: /^digcomp.*\.jsonld$/i, name: 'digcomp-competences', read: digCompCompetences },
  { file: /^technology[ _]skills\.(tsv|txt)$/i, name: 'onet-tools', read: onetTools },
];
const FRAMEWORK_OF: Record<OfficialList['name'], OfficialList['framework']> = {
  'esco-digital': 'esco',
  'esco-transversal': 'esco',
  'nice-areas': 'nice',
  'digcomp-competences': 'digcomp',
  'onet-tools': 'onet',
};

/** The lists that lie in a folder and the folders below it, packed or not, by the names under which their owners publish them. */
export async function readOfficialLists(folder: string): Promise<OfficialList[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lists: OfficialList[] = [];
  for (const { file, name, read } of LISTS) {
    const entry = entries.find((one) => one.isFile() && file.test(one.name.replace(/\.gz$/, '')));
    if (!entry) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const text = (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const framework = FRAMEWORK_OF[name];
    const labels = [...read(text)].map(([target, label]) => {
      return [targetKey(framework, target), label] as const;
    });
    lists.push({ name, framework, labels: new Map(labels) });
  }
  return lists;
}

function* escoCollection(text: string): ReturnType<Read> & Generator {
  const rows: Record<string, string>[] = parseCsv(text, { columns: true, bom: true });
  for (const { conceptUri, preferredLabel } of rows) yield [conceptUri!, preferredLabel!] as const;
}

interface NiceElement {
  element_type: string;
  element_identifier: string;
  title: string;
}

function* niceAreas(text: string): ReturnType<Read> & Generator {
  const { elements } = JSON.parse(text) as {
    elements: NiceElement[] | { elements: NiceElement[] };
  };
  for (const one of Array.isArray(elements) ? elements : elements.elements) {
    if (one.element_type === 'competency_area') yield [one.element_identifier, one.title] as const;
  }
}

function* digCompCompetences(text: string): ReturnType<Read> & Generator {
  const graph = (JSON.parse(text) as { '@graph': Record<string, string>[] })['@graph'];
  for (const { '@type': type, '@id': id, name } of graph) {
    if (type === 'Competence') yield [id!, name!] as const;
  }
}

function* onetTools(text: string): ReturnType<Read> & Generator {
  const [header, ...lines] = text.split(/\r?\n/);
  const at = header!.split('\t').indexOf('Example');
  for (const line of lines) {
    const name = line.split('\t')[at];
    if (name) yield [name, name] as const;
  }
}
