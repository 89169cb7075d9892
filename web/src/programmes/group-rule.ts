import type { GroupView } from '@nhip/server/programmes/contract.ts';

export type RuleKey =
  | 'rule.required'
  | 'rule.requiredCredits'
  | 'rule.electiveOf'
  | 'rule.elective'
  | 'rule.electiveOpen'
  | 'rule.choice'
  | 'rule.choiceOpen'
  | 'rule.choiceCredits'
  | 'rule.info';

/** Which sentence says the rule of a group, and the figures it needs. */
export function groupRule(group: GroupView): {
  key: RuleKey;
  values: { choose?: number; of?: number };
} {
  const credits = group.chooseCredits ?? undefined;
  if (group.kind === 'required') {
    return credits === undefined
      ? { key: 'rule.required', values: {} }
      : { key: 'rule.requiredCredits', values: { choose: credits } };
  }
  if (group.kind === 'elective') {
    if (credits === undefined) return { key: 'rule.electiveOpen', values: {} };
    return group.ofCredits === null
      ? { key: 'rule.elective', values: { choose: credits } }
      : { key: 'rule.electiveOf', values: { choose: credits, of: group.ofCredits } };
  }
  if (group.kind === 'choice') {
    if (group.chooseCount !== null && group.ofCount !== null) {
      return { key: 'rule.choice', values: { choose: group.chooseCount, of: group.ofCount } };
    }
    return credits === undefined
      ? { key: 'rule.choiceOpen', values: {} }
      : { key: 'rule.choiceCredits', values: { choose: credits } };
  }
  return { key: 'rule.info', values: {} };
}

/** The heading as the document numbers it, with its number once; `#…` marks groups that the document does not number. */
export function groupTitle(group: Pick<GroupView, 'code' | 'heading'>): string {
  const number = group.code.replace(/#.*$/, '');
  return group.code !== number || group.heading.startsWith(number)
    ? group.heading
    : `${number}. ${group.heading}`;
}
