import type { AccessRule } from '#src/platform.ts';

export const mayReadInstallation: AccessRule = () => true;
