/** A posting of the same job this many days after the last one is a new vacancy. */
export const SAME_VACANCY_DAYS = 60;

export interface Posting {
  employerKey: string;
  titleKey: string;
  regionId: number;
  /** YYYY-MM-DD */
  postedOn: string;
}

/**
 * Whether a posting offers the vacancy that was last posted as `last`: the same employer and title
 * (by their keys), the same region, and at most SAME_VACANCY_DAYS later.
 */
export function sameVacancy(last: Posting, next: Posting): boolean {
  return (
    last.employerKey === next.employerKey &&
    last.titleKey === next.titleKey &&
    last.regionId === next.regionId &&
    daysBetween(last.postedOn, next.postedOn) <= SAME_VACANCY_DAYS
  );
}

/**
 * Postings → vacancies, each with its postings in the order of time. The grouping does not depend on
 * the order in which the postings arrive: a posting that closes a gap joins what lies on both sides.
 */
export function groupIntoVacancies<P extends Posting>(postings: readonly P[]): P[][] {
  const ordered = [...postings].sort(
    (a, b) =>
      order(a.employerKey, b.employerKey) ||
      order(a.titleKey, b.titleKey) ||
      a.regionId - b.regionId ||
      order(a.postedOn, b.postedOn),
  );
  const vacancies: P[][] = [];
  for (const posting of ordered) {
    const open = vacancies.at(-1);
    const last = open?.at(-1);
    if (open && last && sameVacancy(last, posting)) open.push(posting);
    else vacancies.push([posting]);
  }
  return vacancies;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
