import type { AccessRule } from '#src/platform.ts';

/** Facts that their issuers publish. */
export const mayReadCertificates: AccessRule = () => true;
