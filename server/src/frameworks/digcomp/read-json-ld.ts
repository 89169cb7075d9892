import { Problem } from '#src/errors.ts';
import { FORMAT, nothing, type Supplement } from './supplement.ts';

type Node = Record<string, unknown>;

/** The supplement from its JSON-LD. Throws file-not-in-format. */
export function supplementOfJsonLd(value: unknown): Supplement {
  const graph = (value as Node | null)?.['@graph'];
  if (!Array.isArray(graph)) {
    throw new Problem('file-not-in-format', { format: FORMAT, what: '"@graph": […]' });
  }
  const supplement = nothing();
  for (const node of graph as unknown[]) {
    if (!take(supplement, node)) supplement.other.push(node);
    else supplement.other.push(...unknownOf(node as Node));
  }
  return supplement;
}

/** False: not a node that this supplement is made of. */
function take(supplement: Supplement, node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const one = node as Node;
  const code = idOf(one['@id']);
  const text = (name: string) => written(one[name]);
  const described = { code, description: text('description') };
  switch (one['@type']) {
    case 'CompetenceArea':
      return push(supplement.areas, { ...described, name: text('name') });
    case 'Competence': {
      const area = idOf(one.competence_area_id);
      return push(supplement.competences, { ...described, name: text('name'), area });
    }
    case 'ProficiencyLevel':
      return push(supplement.levels, {
        ...{ four: text('four_levels_name'), eight: Number(one.eight_levels_mapping) },
        ...{ six: text('six_levels_mapping'), appliesTo: text('applies_to') },
        fourDescription: text('four_levels_description'),
        eightDescription: text('eight_levels_description'),
      });
    case 'CompetenceStatement':
      return push(supplement.statements, { ...described, ...statementOf(one) });
    case 'LearningOutcome':
      return push(supplement.outcomes, { ...described, ...statementOf(one), type: text('type') });
    case 'Glossary':
      return push(supplement.glossary, { term: code, explanation: text('explanation') });
    default:
      return false;
  }
}

/** What a node says beyond what is known of its type. */
function unknownOf(node: Node): Node[] {
  const further = Object.entries(node).filter(([name]) => !KNOWN.has(name));
  return further.length > 0 ? [{ '@id': node['@id'], ...Object.fromEntries(further) }] : [];
}

const KNOWN = new Set([
  ...['@type', '@id', 'name', 'description', 'type', 'ai_label', 'explanation', 'applies_to'],
  ...['competence_area_id', 'competence_id', 'four_levels_proficiency_name', 'four_levels_name'],
  ...['eight_levels_mapping', 'six_levels_mapping', 'four_levels_description'],
  'eight_levels_description',
]);

const statementOf = (node: Node) => ({
  competence: idOf(node.competence_id),
  level: idOf(node.four_levels_proficiency_name),
  aiLabel: written(node.ai_label),
});

function push<One>(list: One[], one: One): true {
  list.push(one);
  return true;
}

/** 'LearningOutcome/LO1.1.01' → 'LO1.1.01'. */
function idOf(value: unknown): string {
  const id = written(value);
  return id.slice(id.indexOf('/') + 1);
}

const written = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
