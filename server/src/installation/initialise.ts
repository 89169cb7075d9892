import { sql, type Kysely } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { insertFirstOrganisation } from '#src/organisations/organisations.ts';
import { loadWhole } from '#src/reference/publish-reference.ts';
import { readReference } from '#src/reference/read-reference.ts';
import { loadRegions } from '#src/regions/load-regions.ts';
import { readRegionReference } from '#src/regions/reference-file.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { insertFirstActors } from '#src/actors/queries.ts';
import { findInstallation, insertInstallation, type InstallationRow } from './queries.ts';

/**
 * Makes a migrated, empty database an installation: its kind, its owner, its actors, the regions and
 * the reference framework, in one transaction. Does nothing where one exists; says which it is.
 */
export async function initialise(
  db: Kysely<DB>,
  kind: 'demo' | 'main',
): Promise<{ created: boolean; installation: InstallationRow }> {
  const reference = await readReference();
  const regions = await readRegionReference();
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('nhip-initialise'))`.execute(trx);
    const existing = await findInstallation(trx);
    if (existing) return { created: false, installation: existing };
    await insertInstallation(trx, kind);
    await insertFirstActors(trx);
    await insertFirstOrganisation(trx, kind);
    const actor = await getActor(trx, 'system', 'initialisation');
    await loadRegions(trx, regions);
    await loadWhole(trx, actor, reference);
    await record(trx, actor, {
      action: 'installation-created',
      subjectKind: 'installation',
      subjectId: kind,
    });
    return { created: true, installation: (await findInstallation(trx))! };
  });
}
