import { error, type Finding } from './findings.ts';
import { targetKey, type OfficialList } from './official-lists.ts';
import { competenciesOf, type ReferenceSource } from './source.ts';

/** How much of a list the crosswalks reach; what is only related does not count. */
export interface Reached {
  list: OfficialList['name'];
  total: number;
  reached: number;
  /** by relation, the nearest that a concept has */
  exact: number;
  /** labels of what nothing reaches, in the order of the list */
  missing: string[];
}

export function reachedOf(source: ReferenceSource, lists: readonly OfficialList[]): Reached[] {
  return lists.map(({ name, framework, labels }) => {
    const relations = relationsTo(source, framework);
    const keys = [...labels.keys()];
    const missing = keys.filter((key) => !relations.has(key));
    return {
      ...{ list: name, total: keys.length, reached: keys.length - missing.length },
      exact: keys.filter((key) => relations.get(key)?.has('exact')).length,
      missing: missing.map((key) => labels.get(key)!),
    };
  });
}

function relationsTo(source: ReferenceSource, framework: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (target: string, relation: string) => {
    const key = targetKey(framework, target);
    found.set(key, (found.get(key) ?? new Set()).add(relation));
  };
  for (const one of source.crosswalks.filter((file) => file.framework === framework)) {
    for (const { value } of one.rows) {
      if (value.relation !== 'related') add(value.target, value.relation);
    }
  }
  if (framework === 'onet') {
    for (const { value } of competenciesOf(source)) if (value.onet) add(value.onet, 'exact');
  }
  return found;
}

/** Names that a tool says to bear in O*NET and does not. */
export function lintTargets(source: ReferenceSource, lists: readonly OfficialList[]): Finding[] {
  const names = lists.find(({ name }) => name === 'onet-tools');
  if (!names) return [];
  return competenciesOf(source).flatMap(({ value, placeOf }) =>
    value.onet === undefined || names.labels.has(targetKey('onet', value.onet))
      ? []
      : [error(placeOf(['onet']), 'onet-unknown', { value: value.onet, code: value.code })],
  );
}
