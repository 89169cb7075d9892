import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { findPlace, type Gazetteer, type Place } from './place.ts';

/** Reads the gazetteer once; the function it returns is pure and needs no database. */
export async function regionFinder(
  db: Kysely<DB>,
): Promise<(placeWritten: string, on: string) => { regionId: number; code: string }> {
  const gazetteer = await readGazetteer(db);
  return (placeWritten, on) => {
    const place = findPlace(gazetteer, placeWritten, on);
    return { regionId: place.id, code: place.code };
  };
}

async function readGazetteer(db: Kysely<DB>): Promise<Gazetteer> {
  const rows = await db
    .selectFrom('region')
    .leftJoin('region_spelling', 'region_spelling.region_id', 'region.id')
    .leftJoin('region_succession', 'region_succession.predecessor_id', 'region.id')
    .select([
      'region.id',
      'region.code',
      'region.valid_from as validFrom',
      'region.valid_to as validTo',
      'region_succession.successor_id as successorId',
      'region_spelling.form',
    ])
    // present provinces first: a name without a valid date means today's
    .orderBy('region.valid_to', (order) => order.desc().nullsFirst())
    .execute();
  const places = new Map<number, Place>();
  const spellings = new Map<string, Place[]>();
  for (const { form, ...place } of rows) {
    const known = places.get(place.id) ?? place;
    places.set(place.id, known);
    if (form !== null) spellings.set(form, [...(spellings.get(form) ?? []), known]);
  }
  const unknown = [...places.values()].find((place) => place.code === 'unknown');
  if (!unknown) throw new Error('the regions of this installation are not loaded');
  return { places, spellings, unknown };
}
