// ESCO 1.1.0 as the validation sentences use it, and the sentences themselves. Descriptions, further
// names and the roles that ask for a competency come from ESCO 1.2.0, joined by the label.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import type { HybridConcept, HybridForm } from '../server/src/linking/hybrid/concepts.ts';

export interface GoldAnnotation {
  span: string;
  /** Row of the competency in `labels`; undefined when the list lacks it or the span says too little. */
  row: number | undefined;
}

export interface GoldSentence {
  set: string;
  text: string;
  annotations: GoldAnnotation[];
  /** Rows of `labels` that the sentence asks for. */
  gold: number[];
}

export interface Esco {
  labels: string[];
  concepts: HybridConcept[];
  forms: HybridForm[];
}

interface Skill {
  id: string;
  label: string;
  description: string;
  alt: string[];
  type: string | null;
}

export async function readEsco(sharedData: string): Promise<Esco> {
  const labels = await readLabels(sharedData);
  const skills = new Map<string, Skill>();
  for await (const skill of jsonLines<Skill>(join(sharedData, 'esco_1_2_0/skills_en.jsonl.gz'))) {
    skills.set(skill.label.toLowerCase(), skill);
  }
  const roles = await countRoles(sharedData);
  const further = await readFurther(sharedData);
  const concepts: HybridConcept[] = [];
  const forms: HybridForm[] = [];
  labels.forEach((label, at) => {
    const skill = skills.get(label.toLowerCase());
    const more = further.get(label.toLowerCase());
    const type = skill?.type ?? more?.type ?? null;
    concepts.push({
      id: at + 1,
      kind: type === null ? null : type === 'knowledge' ? 'knowledge' : 'skill',
      descriptions: skill?.description ? [skill.description] : [],
      roles: skill ? (roles.get(skill.id) ?? 0) : 0,
    });
    const aliases = new Set(
      [...(skill?.alt ?? []), ...(more?.aliases ?? [])].map((one) => one.trim()),
    );
    for (const form of [label, ...[...aliases].filter((one) => one !== '' && one !== label)]) {
      forms.push({
        competencyId: at + 1,
        form,
        language: 'en',
        caseSensitive: false,
        fields: null,
        isLabel: form === label,
      });
    }
  });
  return { labels, concepts, forms };
}

export async function readGold(sharedData: string, labels: string[]): Promise<GoldSentence[]> {
  const rowOf = new Map(labels.map((label, at) => [label, at]));
  const sentences: GoldSentence[] = [];
  for (const set of ['HOUSE', 'TECH'] as const) {
    const file = `skill_gold/decorte_esco/${set.toLowerCase()}_validation_annotations.csv`;
    const rows = parseAtOnce(await readFile(join(sharedData, file)), { columns: true }) as {
      sentence: string;
      span: string;
      label: string;
    }[];
    for (const [text, annotations] of Map.groupBy(rows, ({ sentence }) => sentence)) {
      const marked = annotations.map(({ span, label }) => ({ span, row: rowOf.get(label) }));
      const gold = new Set(marked.map(({ row }) => row).filter((row) => row !== undefined));
      sentences.push({ set, text, annotations: marked, gold: [...gold] });
    }
  }
  return sentences;
}

async function readLabels(sharedData: string): Promise<string[]> {
  const file = join(sharedData, 'skill_gold/decorte_esco/esco_skill_labels_v1.1.0.txt');
  return (await readFile(file, 'utf8')).split('\n').filter((label) => label !== '');
}

async function countRoles(sharedData: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const file = join(sharedData, 'esco_1_2_0/occupation_skills.jsonl.gz');
  for await (const role of jsonLines<{ essential: string[]; optional: string[] }>(file)) {
    for (const id of [...role.essential, ...role.optional]) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

async function readFurther(sharedData: string) {
  const further = new Map<string, { aliases: string[]; type: string }>();
  const rows = createReadStream(join(sharedData, 'esco_1_2_0/esco_skills_with_alt_labels.csv.gz'))
    .pipe(createGunzip())
    .pipe(parse({ bom: true, columns: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    further.set(row.preferredLabel!.toLowerCase(), {
      aliases: row.altLabels!.split('\n'),
      type: row.skillType!,
    });
  }
  return further;
}

export async function* jsonLines<Line>(file: string): AsyncGenerator<Line> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as Line;
}
