import { AtLevel, FrameworkLevels } from '@nhip/server/frameworks/levels/contract.ts';
import type { DraftScale, NewEquating } from '@nhip/server/frameworks/drafting/contract.ts';
import { z } from 'zod';
import { reading, send } from '../../api.ts';

const at = (code: string) => `/api/frameworks/${encodeURIComponent(code)}`;
export const levelsAddress = (code: string) => `${at(code)}/levels`;

export const levelsQuery = (code: string, of: string | undefined) =>
  reading(FrameworkLevels, levelsAddress(code), { of });

export const AT_LEVEL_SIZE = 20;
export const atLevel = (
  code: string,
  place: { scale: string; level: number },
  of: string | undefined,
  page: number,
) =>
  reading(AtLevel, `${levelsAddress(code)}/${encodeURIComponent(place.scale)}/${place.level}`, {
    ...{ of, page, size: AT_LEVEL_SIZE },
  });

const Done = z.object({ code: z.string() });

export const addEquating = (code: string, wanted: NewEquating) =>
  send(Done, 'POST', `${at(code)}/equatings`, wanted);

export const endEquating = (code: string, id: number, validTo: string) =>
  send(Done, 'POST', `${at(code)}/equatings/${id}/end`, { validTo });

export const saveScale = (code: string, scale: DraftScale) =>
  send(z.object({ revision: z.number() }), 'PUT', `${at(code)}/draft/scales`, scale);
