import type { RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';

type Requirement = RoleDetail['requirements'][number];

export interface SharedRequirement {
  from: Requirement;
  to: Requirement;
  /** levels that the second lies above the first; null where one says none, or on another scale */
  step: number | null;
}

export interface RoleComparison {
  both: SharedRequirement[];
  onlyFrom: Requirement[];
  onlyTo: Requirement[];
  /** of somebody who goes from the first role to the second */
  steps: { kept: number; raised: number; added: number; essential: number; dropped: number };
}

/** What two roles of one framework ask for, side by side; competencies are told by what they lastingly are. */
export function compareRoles(from: RoleDetail, to: RoleDetail): RoleComparison {
  const ofFrom = new Map(from.requirements.map((one) => [one.item.id, one]));
  const ofTo = new Set(to.requirements.map(({ item }) => item.id));
  const both = to.requirements.flatMap((one) => {
    const before = ofFrom.get(one.item.id);
    return before ? [{ from: before, to: one, step: stepBetween(before, one) }] : [];
  });
  const onlyTo = to.requirements.filter(({ item }) => !ofFrom.has(item.id));
  const onlyFrom = from.requirements.filter(({ item }) => !ofTo.has(item.id));
  const raised = both.filter(({ step }) => step !== null && step > 0).length;
  return {
    ...{ both, onlyFrom, onlyTo },
    steps: {
      ...{ kept: both.length - raised, raised, added: onlyTo.length, dropped: onlyFrom.length },
      essential: onlyTo.filter(({ necessity }) => necessity === 'essential').length,
    },
  };
}

function stepBetween({ level: from }: Requirement, { level: to }: Requirement): number | null {
  return from && to && from.scale === to.scale ? to.level - from.level : null;
}
