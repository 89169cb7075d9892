import { z } from 'zod';

/** What a member may be in any organisation. */
export const OrganisationRole = z.enum([
  'administrator',
  'programme-designer',
  'framework-editor',
  'reviewer',
  'recognition-officer',
  'lecturer',
  'hr',
  'planner',
  'trainer',
  'invigilator',
  'viewer',
]);
export type OrganisationRole = z.infer<typeof OrganisationRole>;

/** Held only in the organisation that owns the platform. */
export const PlatformRole = z.enum(['secretariat', 'operator']);
export type PlatformRole = z.infer<typeof PlatformRole>;

/** What may be granted to a person. */
export const GrantedRole = z.enum([...OrganisationRole.options, ...PlatformRole.options]);
export type GrantedRole = z.infer<typeof GrantedRole>;
