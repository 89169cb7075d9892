import type { AccessRule } from '#src/platform.ts';

/** The outbox exists in the demonstration alone, where every address is invented; the route sees to that. */
export const mayReadOutbox: AccessRule = () => true;
