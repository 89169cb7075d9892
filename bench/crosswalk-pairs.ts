// Roles of ESCO and O*NET as the search for crosswalks sees them, and what the official crosswalk says of
// them. The texts stay in the shared data.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { Relation } from '../server/src/crosswalks/contract.ts';
import type { DescribedItem } from '../server/src/crosswalks/engine/pool.ts';

export interface OfficialPairs {
  esco: (DescribedItem & { group: string })[];
  onet: DescribedItem[];
  /** `ESCO ONET` → the relation as read from the ESCO role. */
  relations: Map<string, Relation>;
}

/** The file reads from the O*NET role; seen from the other end broader is narrower. */
const relationOf: Record<string, Relation> = {
  exactMatch: 'exact',
  exactISCO: 'exact',
  closeMatch: 'related',
  broadMatch: 'narrower',
  narrowMatch: 'broader',
};

/** Only roles that the official crosswalk speaks of are looked up; all O*NET roles may be found. */
export async function readOfficialPairs(sharedData: string): Promise<OfficialPairs> {
  const esco = new Map<string, DescribedItem & { group: string }>();
  for await (const row of rows(join(sharedData, 'esco_1_2_0/occupations_en.csv.gz'))) {
    const forms = [row.preferredLabel!, ...row.altLabels!.split('\n')];
    esco.set(row.conceptUri!, {
      ...{ id: esco.size + 1, isGroup: false, group: row.iscoGroup! },
      ...{ names: namesOf(forms), descriptions: [row.description!] },
    });
  }
  const onet = new Map<string, DescribedItem>();
  const tab = { delimiter: '\t', quote: false as const };
  const titles = new Map<string, string[]>();
  for await (const row of rows(join(sharedData, 'onet_29_2/alternate_titles.tsv.gz'), tab)) {
    const code = row['O*NET-SOC Code']!;
    titles.set(code, [...(titles.get(code) ?? []), row['Alternate Title']!]);
  }
  for await (const row of rows(join(sharedData, 'onet_29_2/occupation_data.tsv.gz'), tab)) {
    const code = row['O*NET-SOC Code']!;
    const names = namesOf([row.Title!, ...(titles.get(code) ?? [])]);
    const descriptions = [row.Description!];
    onet.set(code, { id: onet.size + 1, isGroup: false, names, descriptions });
  }
  const relations = new Map<string, Relation>();
  const file = join(sharedData, 'crosswalks/crosswalk_esco_onet_official.csv.gz');
  for await (const row of rows(file, { from_line: 17 })) {
    const [from, to] = [esco.get(row['ESCO or ISCO URI']!), onet.get(row['O*NET Id']!)];
    const relation = relationOf[row['Type of Match']!];
    if (from && to && relation) relations.set(`${from.id} ${to.id}`, relation);
  }
  const spoken = new Set([...relations.keys()].map((key) => Number(key.split(' ')[0])));
  return {
    esco: [...esco.values()].filter(({ id }) => spoken.has(id)),
    onet: [...onet.values()],
    relations,
  };
}

function namesOf(forms: string[]): DescribedItem['names'] {
  const known = [...new Set(forms.map((form) => form.trim()).filter((form) => form !== ''))];
  return known.map((form, at) => ({ form, language: 'en', isLabel: at === 0 }));
}

async function* rows(
  file: string,
  options: { delimiter?: string; quote?: false; from_line?: number } = {},
): AsyncGenerator<Record<string, string>> {
  const stream = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ bom: true, columns: true, relax_column_count: true, ...options }));
  yield* stream as AsyncIterable<Record<string, string>>;
}
