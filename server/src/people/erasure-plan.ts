import type { HeldItem, Holding, HoldingCode } from './holding.ts';
import { mustStay, termOf, type RetentionRule } from './retention.ts';

export interface HeldNow {
  holding: Holding;
  items: readonly HeldItem[];
}

/** What an erasure asked for today makes of everything that is held. */
export interface ErasurePlan {
  erased: { holding: HoldingCode; organisationId: number | null; items: HeldItem[] }[];
  kept: {
    holding: HoldingCode;
    organisationId: number | null;
    items: HeldItem[];
    /** The day on which it is erased. */
    until: string;
    basis: string;
    source: string;
  }[];
  nameless: { holding: HoldingCode; organisationId: number | null; items: HeldItem[] }[];
}

/**
 * Everything that goes on ends today; then an obligation keeps what it keeps, rows that name nobody
 * stay, and the rest goes.
 */
export function erasurePlan(
  held: readonly HeldNow[],
  rules: readonly RetentionRule[],
  today: string,
): ErasurePlan {
  const plan: ErasurePlan = { erased: [], kept: [], nameless: [] };
  for (const { holding, items } of held) {
    for (const item of items) place(plan, holding, item, rules, today);
  }
  return plan;
}

function place(
  plan: ErasurePlan,
  { code, fate }: Holding,
  item: HeldItem,
  rules: readonly RetentionRule[],
  today: string,
): void {
  const whose = { holding: code, organisationId: item.organisationId };
  if (fate !== 'erased') return add(plan.nameless, whose, item);
  const endedOn = item.endedOn !== null && item.endedOn < today ? item.endedOn : today;
  const term = termOf(rules, { ...whose, endedOn }, today);
  if (!mustStay(term, today)) return add(plan.erased, whose, item);
  const { rule, until } = term.obligation!;
  add(plan.kept, { ...whose, until: until!, basis: rule.basis, source: rule.source }, item);
}

/** Into the group that says the same of other items, or a new one. */
function add<T extends object>(
  groups: (T & { items: HeldItem[] })[],
  group: T,
  item: HeldItem,
): void {
  const same = groups.find((one) =>
    Object.entries(group).every(([key, value]) => one[key as keyof typeof one] === value),
  );
  if (same) same.items.push(item);
  else groups.push({ ...group, items: [item] });
}
