import type { AccessRule } from '#src/platform.ts';

export const mayReadRegions: AccessRule = () => true;
