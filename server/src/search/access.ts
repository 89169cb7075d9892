import type { Actor } from '#src/actors/actor.ts';
import { mayReadFrameworks } from '#src/frameworks/access.ts';
import { mayReadOrganisations } from '#src/organisations/access.ts';
import type { AccessRule } from '#src/platform.ts';
import { mayReadProgrammes } from '#src/programmes/access.ts';
import type { FoundType } from './contract.ts';

/** Everybody searches; each finds what they may open. */
export const maySearch: AccessRule = () => true;

const rules: Record<FoundType, AccessRule> = {
  competency: mayReadFrameworks,
  role: mayReadFrameworks,
  framework: mayReadFrameworks,
  programme: mayReadProgrammes,
  course: mayReadProgrammes,
  organisation: mayReadOrganisations,
};

export function typesOpenTo(actor: Actor): ReadonlySet<FoundType> {
  const types = Object.keys(rules) as FoundType[];
  return new Set(types.filter((type) => rules[type](actor)));
}
