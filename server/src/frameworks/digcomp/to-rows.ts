import type { RowFinding } from '#src/imports/importer.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { ItemRow, ScaleRow, Text } from '../importing/framework-row.ts';
import { nameUuid, URL_NAMESPACE } from '../importing/name-uuid.ts';
import type { LevelEntry, Statement, Supplement } from './supplement.ts';

const HANDLE = 'https://publications.jrc.ec.europa.eu/repository/handle/JRC144121';
export const DIGCOMP_UUID = nameUuid(
  URL_NAMESPACE,
  'https://joint-research-centre.ec.europa.eu/digcomp',
);
export const FOUR_LEVELS = 'digcomp-4';
const KINDS: Record<string, ItemRow['kind']> = {
  knowledge: 'knowledge',
  skill: 'skill',
  attitude: 'attitude',
};

/** The rows of a supplement; what each part becomes stands in README.md. */
export function* digcompRows(
  supplement: Supplement,
  publishedOn: string | null,
): Generator<ReadRow> {
  const { levels, glossary, other } = supplement;
  yield {
    row: {
      ...{ type: 'framework', code: 'digcomp', uuid: DIGCOMP_UUID, uri: HANDLE, version: '3.0' },
      ...{ publishedOn, licence: 'CC-BY-4.0' },
      texts: [
        {
          ...{ field: 'title', language: 'en' },
          value: 'DigComp 3.0: European Digital Competence Framework',
        },
      ],
      extra: { proficiency_levels: levels, ...(other.length > 0 && { other }) },
    },
    problems: keptAside(other),
  };
  const ladder = levels
    .filter(({ eight }) => Number.isInteger(eight))
    .sort((a, b) => a.eight - b.eight);
  const four = [...new Set(ladder.map((one) => one.four))];
  yield { row: fourLevels(ladder, four) };
  yield { row: sixLevels(ladder) };
  yield { row: eightLevels(ladder) };
  yield* itemRows(supplement, four);
  for (const [index, { term, explanation }] of byName(glossary).entries()) {
    yield {
      row: {
        ...{ type: 'definition', kind: 'concept', sequence: index + 1 },
        uuid: nameUuid(DIGCOMP_UUID, `Glossary/${term}`),
        body: { title: term, description: explanation },
      },
    };
  }
}

function* itemRows(supplement: Supplement, four: readonly string[]): Generator<ReadRow> {
  const sequence = counter();
  for (const { code, name, description } of byCode(supplement.areas)) {
    const texts = [text('label', name), text('definition', description)];
    yield { row: { ...item(code, 'area', 'CompetenceArea', null, texts), sequence: sequence('') } };
  }
  for (const { code, name, description, area } of byCode(supplement.competences)) {
    const texts = [text('label', name), text('definition', description)];
    const row = item(code, 'competency', 'Competence', area, texts);
    yield { row: { ...row, sequence: sequence(area) } };
  }
  for (const one of byCode(supplement.statements)) {
    yield statementRow(one, 'competency', 'CompetenceStatement', four, sequence(one.competence));
  }
  for (const one of byCode(supplement.outcomes)) {
    const kind = KINDS[one.type.toLowerCase()];
    const row = statementRow(
      one,
      kind ?? 'competency',
      'LearningOutcome',
      four,
      sequence(one.competence),
    );
    const allowed = Object.keys(KINDS).join(', ');
    const detail = { value: one.type, allowed };
    if (!kind) row.problems!.push(finding('framework-kind-unknown', 'error', 'type', detail));
    yield row;
  }
}

function statementRow(
  { code, description, competence, level, aiLabel }: Statement,
  kind: ItemRow['kind'],
  sourceKind: string,
  four: readonly string[],
  sequence: number,
): ReadRow {
  const at = four.indexOf(level);
  const row = item(code, kind, sourceKind, competence, [text('label', description)]);
  const detail = { value: level, scale: FOUR_LEVELS };
  return {
    row: {
      ...{ ...row, sequence, level: at < 0 ? null : { scale: FOUR_LEVELS, level: at + 1 } },
      extra: aiLabel === '' ? {} : { ai_label: aiLabel },
    },
    problems: at < 0 ? [finding('framework-level-unknown', 'error', 'level', detail)] : [],
  };
}

function item(
  code: string,
  kind: ItemRow['kind'],
  sourceKind: string,
  parent: string | null,
  texts: Text[],
): ItemRow {
  return {
    ...{
      type: 'item',
      sourceId: code,
      code,
      uuid: nameUuid(DIGCOMP_UUID, `${sourceKind}/${code}`),
    },
    ...{ uri: null, kind, sourceKind, parent, sequence: 1 },
    texts: texts.filter(({ value }) => value !== ''),
    ...{ aliases: [], level: null, levels: [], relations: [], extra: {} },
  };
}

function fourLevels(ladder: readonly LevelEntry[], four: readonly string[]): ScaleRow {
  return scale(
    FOUR_LEVELS,
    'DigComp 3.0, four levels',
    four.map((name, index) => ({
      ...{ level: index + 1, code: null, label: name },
      descriptor: ladder.find((one) => one.four === name)!.fourDescription,
    })),
  );
}

function sixLevels(ladder: readonly LevelEntry[]): ScaleRow {
  const six = [...new Set(ladder.map((one) => one.six))];
  const levels = six.map((code, index) => ({
    level: index + 1,
    code,
    label: code,
    descriptor: '',
  }));
  return scale('digcomp-6', 'DigComp 3.0, six levels', levels);
}

function eightLevels(ladder: readonly LevelEntry[]): ScaleRow {
  return scale(
    'digcomp-8',
    'DigComp 3.0, eight levels',
    ladder.map((one) => ({
      ...{ level: one.eight, code: String(one.eight), label: `${one.four} ${one.eight}` },
      descriptor: one.eightDescription,
    })),
  );
}

function scale(
  code: string,
  title: string,
  levels: { level: number; code: string | null; label: string; descriptor: string }[],
): ScaleRow {
  return {
    ...{ type: 'scale', code, kind: 'proficiency' },
    texts: [{ field: 'title', language: 'en', value: title }],
    levels: levels.map(({ level, code, label, descriptor }) => ({
      ...{ level, code },
      texts: [
        { field: 'label' as const, language: 'en', value: label },
        { field: 'descriptor' as const, language: 'en', value: descriptor },
      ].filter(({ value }) => value !== ''),
    })),
  };
}

const text = (field: Text['field'], value: string): Text => ({ field, language: 'en', value });

/** The next place among the children of a parent. */
function counter(): (parent: string) => number {
  const last = new Map<string, number>();
  return (parent) => {
    last.set(parent, (last.get(parent) ?? 0) + 1);
    return last.get(parent)!;
  };
}

const natural = new Intl.Collator('en', { numeric: true });
const byCode = <One extends { code: string }>(list: readonly One[]) =>
  list.toSorted((a, b) => natural.compare(a.code, b.code));
const byName = <One extends { term: string }>(list: readonly One[]) =>
  list.toSorted((a, b) => natural.compare(a.term, b.term));

function keptAside(other: readonly unknown[]): RowFinding[] {
  if (other.length === 0) return [];
  const value = (JSON.stringify(other[0]) ?? '').slice(0, 120);
  return [finding('framework-kept-aside', 'warning', null, { count: other.length, value })];
}

function finding(
  code: RowFinding['code'],
  severity: RowFinding['severity'],
  column: string | null,
  detail: RowFinding['detail'],
): RowFinding {
  return { code, severity, column, detail };
}
