import { Publication, Succession, Thread } from '@nhip/server/frameworks/review/contract.ts';
import { FrameworkVersions, VersionChanges } from '@nhip/server/frameworks/versions/contract.ts';
import { z } from 'zod';
import { reading } from '../../api.ts';
import { draftAddress } from '../draft/draft-api.ts';

const framework = (code: string) => `/api/frameworks/${encodeURIComponent(code)}`;

export const threadsQuery = (code: string) =>
  reading(z.array(Thread), `${draftAddress(code)}/threads`);
export const draftChanges = (code: string) =>
  reading(VersionChanges.nullable(), `${draftAddress(code)}/changes`);
export const publicationQuery = (code: string) =>
  reading(Publication, `${draftAddress(code)}/publication`);
export const successionQuery = (code: string) =>
  reading(Succession, `${draftAddress(code)}/succession`);
export const versionsQuery = (code: string) =>
  reading(FrameworkVersions, `${framework(code)}/versions`);
export const versionChanges = (code: string, version: string) =>
  reading(VersionChanges, `${framework(code)}/versions/${encodeURIComponent(version)}/changes`);
