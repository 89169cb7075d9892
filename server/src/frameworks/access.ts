import type { AccessRule } from '#src/platform.ts';

/** Published frameworks are public knowledge. */
export const mayReadFrameworks: AccessRule = () => true;
