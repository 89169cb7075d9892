import { nameUuid } from './importing/name-uuid.ts';

/**
 * Under which identifier others read a published version (the CFDocument of CASE): the one in force
 * under the UUID of its framework, a superseded one under a UUID of its own (RFC 9562, version 5).
 */
export function documentUuid(
  frameworkUuid: string,
  { status, version }: { status: 'published' | 'superseded'; version: string },
): string {
  return status === 'published' ? frameworkUuid : nameUuid(frameworkUuid, `version ${version}`);
}
