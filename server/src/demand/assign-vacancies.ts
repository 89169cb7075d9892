import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { VacancyGroup } from './advertisement-queries.ts';
import { groupIntoVacancies } from './vacancies.ts';
import {
  listCountedPostings,
  lockVacancies,
  newVacancyIds,
  releaseUncounted,
  replaceVacancies,
  setVacancyOf,
  type GroupedPosting,
  type VacancyRow,
} from './vacancy-queries.ts';

/**
 * Groups the counted postings of some (employer, title, region) anew into vacancies. A vacancy keeps
 * its id as long as one of its postings stays in it; the result depends on the postings alone, not
 * on the order in which they came.
 */
export async function assignVacancies(
  trx: Transaction<DB>,
  groups: readonly VacancyGroup[],
): Promise<void> {
  if (groups.length === 0) return;
  await lockVacancies(trx);
  const postings = await listCountedPostings(trx, groups);
  const vacancies = groupIntoVacancies(postings);
  const ids = keptIds(vacancies);
  const fresh = await newVacancyIds(trx, ids.filter((id) => id === undefined).length);
  const rows = vacancies.map((members, index) => toVacancy(members, ids[index] ?? fresh.shift()!));
  await releaseUncounted(trx, groups);
  await replaceVacancies(trx, groups, rows);
  await setVacancyOf(
    trx,
    vacancies.flatMap((members, index) =>
      members
        .filter((posting) => posting.vacancyId !== rows[index]!.id)
        .map((posting) => ({ id: posting.id, vacancyId: rows[index]!.id })),
    ),
  );
}

/** The smallest id that the postings of each vacancy had before, unless another vacancy has taken it. */
function keptIds(vacancies: readonly GroupedPosting[][]): (number | undefined)[] {
  const taken = new Set<number>();
  return vacancies.map((members) => {
    const had = members
      .flatMap((posting) => (posting.vacancyId === null ? [] : [posting.vacancyId]))
      .filter((id) => !taken.has(id));
    const id = had.length > 0 ? Math.min(...had) : undefined;
    if (id !== undefined) taken.add(id);
    return id;
  });
}

function toVacancy(members: readonly GroupedPosting[], id: number): VacancyRow {
  const { employerKey, titleKey, regionId, postedOn } = members[0]!;
  return {
    id,
    employerKey,
    titleKey,
    regionId,
    firstPostedOn: postedOn,
    lastPostedOn: members.at(-1)!.postedOn,
  };
}
