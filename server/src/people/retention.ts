import { addMonths } from './dates.ts';

/** A rule as it is kept: dated, with the ground and the document that it stands on. */
export interface RetentionRule {
  id: number;
  /** null: for every organisation */
  organisationId: number | null;
  holding: string;
  /** after the end of what is held */
  months: number;
  /** The person cannot ask for erasure before. */
  obligatory: boolean;
  basis: string;
  source: string;
  validFrom: string;
  /** exclusive; null: in force until it is ended */
  validTo: string | null;
}

export interface Held {
  holding: string;
  organisationId: number | null;
  /** yyyy-mm-dd; null while it goes on */
  endedOn: string | null;
}

export interface Term {
  /** The day on which it is erased; null: it goes on, or no rule ends it. */
  until: string | null;
  /** Months after the end; null: no rule. */
  months: number | null;
  /** The rule that forbids an earlier erasure, and until when (null while the holding goes on). */
  obligation: { rule: RetentionRule; until: string | null } | null;
}

/**
 * How long something is kept by the rules of a day. Of obligatory rules the longest counts, whoever
 * set it; of the others an organisation's own come before those for all; of both kinds the longer.
 */
export function termOf(rules: readonly RetentionRule[], held: Held, today: string): Term {
  const inForce = rules.filter((rule) => applies(rule, held, today));
  const obligatory = longest(inForce.filter((rule) => rule.obligatory));
  const free = inForce.filter((rule) => !rule.obligatory);
  const own = free.filter((rule) => rule.organisationId !== null);
  const governing = longest([
    ...(own.length > 0 ? own : free),
    ...(obligatory === undefined ? [] : [obligatory]),
  ]);
  return {
    until: governing === undefined ? null : end(held, governing),
    months: governing?.months ?? null,
    obligation:
      obligatory === undefined ? null : { rule: obligatory, until: end(held, obligatory) },
  };
}

/** Whether an obligation still forbids to erase it on that day. */
export function mustStay(term: Term, today: string): boolean {
  return term.obligation !== null && (term.obligation.until ?? '9999-12-31') > today;
}

/** Whether its time has come by itself. */
export function isDue(term: Term, today: string): boolean {
  return term.until !== null && term.until <= today && !mustStay(term, today);
}

function applies(rule: RetentionRule, held: Held, today: string): boolean {
  return (
    rule.holding === held.holding &&
    (rule.organisationId === null || rule.organisationId === held.organisationId) &&
    rule.validFrom <= today &&
    (rule.validTo === null || today < rule.validTo)
  );
}

function longest(rules: readonly RetentionRule[]): RetentionRule | undefined {
  return rules.reduce<RetentionRule | undefined>(
    (best, rule) => (best === undefined || rule.months > best.months ? rule : best),
    undefined,
  );
}

function end({ endedOn }: Held, rule: RetentionRule): string | null {
  return endedOn === null ? null : addMonths(endedOn, rule.months);
}
