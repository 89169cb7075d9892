import {
  AdvertisementDetail,
  AdvertisementPage,
  DemandTable,
} from '@nhip/server/demand/contract.ts';
import type { AdvertisementStatus } from '@nhip/server/demand/contract.ts';
import { Region } from '@nhip/server/regions/contract.ts';
import { z } from 'zod';
import { reading, send } from '../api.ts';

/** Below this many advertisements the shares of a region do not differ from chance. */
export const fewestAdvertisements = 30;

export const demandTable = (region?: string) => reading(DemandTable, '/api/demand', { region });

export const regions = { ...reading(z.array(Region), '/api/regions'), staleTime: Infinity };

export interface AdvertisementFilter {
  q?: string;
  competency?: string;
  region?: string;
  status?: string;
  page?: number;
  size?: number;
}

export const advertisements = (filter: AdvertisementFilter) =>
  reading(AdvertisementPage, '/api/advertisements', { ...filter });

export const advertisement = (id: string) =>
  reading(AdvertisementDetail, `/api/advertisements/${id}`);

const Changed = z.object({ changed: z.array(z.number().int()) });

/** Counts advertisements in, leaves them out for good, or holds them; answers which ones changed. At most 1,000. */
export const admit = (advertisementIds: number[], status: AdvertisementStatus) =>
  send(Changed, 'POST', '/api/advertisements/admissions', { advertisementIds, status });
