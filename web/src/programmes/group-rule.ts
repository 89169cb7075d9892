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

/** The heading with the group's number once before it; `#…` marks groups that the document does not number. */
export function groupTitle({ code, heading }: Pick<GroupView, 'code' | 'heading'>): string {
  const number = code.replace(/#.*$/, '');
  if (code !== number) return heading;
  const numbered = heading.toLowerCase().startsWith(number.toLowerCase());
  const words = (numbered ? heading.slice(number.length) : heading).replace(/^[.\s]+/, '');
  return `${number}. ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The rule as the document writes it, where it says more than the credits and the heading already do. */
export function writtenRule({ heading, ruleText }: Pick<GroupView, 'heading' | 'ruleText'>) {
  const text = ruleText?.trim() ?? '';
  const words = text.replace(/tổng số tín chỉ|[\d\s:/.,]/gi, '');
  return words === '' || heading.includes(text) ? null : text;
}
