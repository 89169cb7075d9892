import { CrosswalkLink } from '@nhip/server/crosswalks/contract.ts';
import { CompetencyArea, CompetencyDetail } from '@nhip/server/frameworks/contract.ts';
import {
  FrameworkDetail,
  FrameworkDocument,
  FrameworkEntry,
  ItemDetail,
  RoleDetail,
  VersionTree,
} from '@nhip/server/frameworks/reading/contract.ts';
import { z } from 'zod';
import { reading } from '../api.ts';
import type { Language } from '../language.ts';

/** Areas of the frameworks in use with their competencies. */
export const competencyAreas = reading(z.array(CompetencyArea), '/api/competencies');

export const competency = (code: string) =>
  reading(CompetencyDetail, `/api/competencies/${encodeURIComponent(code)}`);

export const frameworks = reading(z.array(FrameworkEntry), '/api/frameworks');

const at = (framework: string) => `/api/frameworks/${encodeURIComponent(framework)}`;

export const framework = (code: string, version?: string) =>
  reading(FrameworkDetail, at(code), { version });

/** A published version never changes: its tree is kept as long as the page. */
export const tree = (
  code: string,
  language: Language,
  { of, version }: { of?: 'items' | 'roles'; version?: string } = {},
) => ({
  ...reading(VersionTree, `${at(code)}/tree`, { of, version, language }),
  staleTime: 60_000,
  gcTime: 10 * 60_000,
});

export const item = (framework: string, code: string, version?: string) =>
  reading(ItemDetail, `${at(framework)}/items/${encodeURIComponent(code)}`, { version });

export const role = (framework: string, code: string, version?: string) =>
  reading(RoleDetail, `${at(framework)}/roles/${encodeURIComponent(code)}`, { version });

/** What a competency or a role is to others, the closest first; those that left their framework are passed over. */
export const crosswalks = (uuid: string) => ({
  ...reading(z.array(CrosswalkLink), `/api/crosswalks/of/${uuid}`),
  select: (links: CrosswalkLink[]) => links.filter(({ other }) => other.current),
});

/** Items with their words and levels in reading order, below one of them or all. */
export const frameworkDocument = (code: string, under?: string, version?: string) =>
  reading(FrameworkDocument, `${at(code)}/document`, { under, version });
