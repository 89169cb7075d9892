// Our own framework as an index, and the lines of real documents that were annotated against it. The
// texts stay in the shared data; `gold/*.tsv` say where they stand and which competencies they ask for.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ConceptKind,
  HybridConcept,
  HybridForm,
} from '../server/src/linking/hybrid/concepts.ts';
import { readReference } from '../server/src/reference/read-reference.ts';
import type { GoldSentence } from './linking-gold.ts';
import { readRealAdvertisements } from './real-advertisements.ts';
import { referenceForms } from './reference-index.ts';

export interface OwnFramework {
  version: string;
  codes: string[];
  concepts: HybridConcept[];
  forms: HybridForm[];
}

export interface OwnLine extends GoldSentence {
  document: string;
  documentType: 'advertisement' | 'syllabus';
}

const kinds: Record<string, ConceptKind> = {
  knowledge: 'knowledge',
  tool: 'tool',
  attitude: 'attitude',
};

export async function readOwnFramework(): Promise<OwnFramework> {
  const { framework, areas } = await readReference();
  const competencies = areas.flatMap((area) => area.competencies);
  const { forms } = await referenceForms();
  const labels = new Set(
    competencies.flatMap(({ label }, at) => [`${at + 1} ${label.vi}`, `${at + 1} ${label.en}`]),
  );
  return {
    version: framework.version,
    codes: competencies.map(({ code }) => code),
    concepts: competencies.map(({ kind, definition }, at) => ({
      id: at + 1,
      kind: kinds[kind] ?? 'skill',
      descriptions: [definition.vi, definition.en],
      roles: 0,
    })),
    forms: forms.map((form) => ({
      ...form,
      isLabel: labels.has(`${form.competencyId} ${form.form}`),
    })),
  };
}

/** What the framework lacks (`missing:…`) counts neither for nor against a linker. */
export async function readOwnGold(
  sharedData: string,
  name: 'gold' | 'english',
  codes: string[],
): Promise<OwnLine[]> {
  const rowOf = new Map(codes.map((code, row) => [code, row]));
  const texts = await textsOf(sharedData);
  const list = await readFile(new URL(`gold/${name}.tsv`, import.meta.url), 'utf8');
  return list
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((written): OwnLine => {
      const [document = '', line = '', asked = ''] = written.split('\t');
      const gold = asked.split(' ').flatMap((code) => rowOf.get(code) ?? []);
      const documentType = document.startsWith('uet:') ? 'syllabus' : 'advertisement';
      const text = texts(document, Number(line));
      if (text === undefined) throw new Error(`no line ${line} in ${document}`);
      return { set: documentType, document, documentType, text, annotations: [], gold };
    });
}

async function textsOf(sharedData: string) {
  const advertisements = new Map(
    (await readRealAdvertisements(sharedData)).map(({ row, text }) => [`itviec:${row}`, text]),
  );
  const parsed = JSON.parse(
    await readFile(join(sharedData, 'uet_2023', 'uet_parsed.json'), 'utf8'),
  ) as { syllabi: { code: string; clos: { text: string }[] }[] };
  const outcomes = new Map(parsed.syllabi.map(({ code, clos }) => [`uet:${code}`, clos]));
  return (document: string, line: number): string | undefined => {
    const text =
      advertisements.get(document)?.split(/\r?\n/)[line - 1] ??
      outcomes.get(document)?.[line - 1]?.text;
    return text?.replace(/\s+/g, ' ').trim();
  };
}
