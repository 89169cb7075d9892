import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import type { Band, LinkMethod } from '#src/linking/contract.ts';
import type { LineLanguage } from './contract.ts';
import { listFrameworksOf, listSurfaces, type SurfaceRow } from './surface-queries.ts';
import { uncertaintyOf } from './uncertainty.ts';

/** A surface of texts that count today, as the queue weighs it. */
export interface Surface extends SurfaceRow {
  key: string;
  framework: string | undefined;
  uncertainty: number;
}

export const surfaceKey = (one: { normalised: string; competencyId: number }) =>
  `${one.competencyId} ${one.normalised}`;

interface Known {
  state: string;
  surfaces: Promise<Map<string, Surface>>;
}
const cache = new WeakMap<object, Known>();

/**
 * All surfaces by their keys. What people decide changes none of them, so that they are read once for as long as
 * texts, links and frameworks stay, however fast a reviewer is; decisions are put beside them at each request.
 */
export async function currentSurfaces(db: Kysely<DB>): Promise<Map<string, Surface>> {
  const { frameworks, demand, programmes } = await inputRevisions(db);
  const state = `${frameworks} ${demand} ${programmes}`;
  const known = cache.get(db);
  if (known?.state === state) return known.surfaces;
  const surfaces = readSurfaces(db);
  cache.set(db, { state, surfaces });
  surfaces.catch(() => cache.delete(db));
  return surfaces;
}

async function readSurfaces(db: Kysely<DB>): Promise<Map<string, Surface>> {
  const frameworks = await listFrameworksOf(db);
  const rows = await listSurfaces(db);
  return new Map(
    rows.map((row) => {
      const key = surfaceKey(row);
      const uncertainty = uncertaintyOf(row.probability, row.method);
      return [key, { ...row, key, framework: frameworks.get(row.competencyId), uncertainty }];
    }),
  );
}

/** What is left where no text that counts holds a decided surface any more. */
export function goneSurface(
  pair: { normalised: string; competencyId: number },
  framework?: string,
): Surface {
  const method: LinkMethod = 'decision';
  const none: { bands: Band[]; languages: LineLanguage[] } = { bands: [], languages: [] };
  return {
    ...{ normalised: pair.normalised, competencyId: pair.competencyId, key: surfaceKey(pair) },
    ...{ method, form: pair.normalised, framework, uncertainty: 0, probability: null, ...none },
    ...{ advertisements: 0, outcomes: 0, courses: 0 },
  };
}
