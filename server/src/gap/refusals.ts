import type { Refusal } from '#src/measures/contract.ts';

/** Below this, a share says more about chance than about a market. */
export const ADVERTISEMENTS_NEEDED = 30;
/** A curve that rises and levels off cannot be told from one that only rises in less time. */
const MONTHS_NEEDED = 24;
/** need seen → framework updated → programme approved → cohort started → graduated → deployed */
const HOPS = 5;

/** Why today's coverage cannot be answered; null when it can. */
export function coverageRefusal(seen: {
  advertisements: number;
  asksForSomething: boolean;
  hasProgramme: boolean;
}): Refusal | null {
  const { advertisements, asksForSomething, hasProgramme } = seen;
  if (advertisements === 0 || !asksForSomething) return { code: 'no-demand', detail: {} };
  if (!hasProgramme) return { code: 'no-programme', detail: {} };
  if (advertisements >= ADVERTISEMENTS_NEEDED) return null;
  return {
    code: 'too-few-advertisements',
    detail: { advertisements, needed: ADVERTISEMENTS_NEEDED },
  };
}

/** Process times need two dated events per case; a programme document carries one date. */
export function processTimesRefusal(): Refusal {
  return { code: 'no-dated-hops', detail: { hops: HOPS } };
}

/**
 * The diffusion lag compares midpoints of two curves. One version of a programme is a single point of
 * supply, so it is the history of demand that is counted here; it must be long enough first.
 */
export function lagRefusal(monthsAvailable: number): Refusal {
  return { code: 'history-too-short', detail: { months: monthsAvailable, needed: MONTHS_NEEDED } };
}

/** People short is estimated forward from a stock; nobody has counted one here. */
export function peopleShortRefusal(): Refusal {
  return { code: 'no-opening-stock', detail: {} };
}
