import { sql, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import { writeSourceRows } from '#src/crosswalks/importing/write-source-rows.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { findFramework, listVersions } from '#src/frameworks/version-queries.ts';
import { writeProgramEquatings } from '#src/frameworks/drafting/program-equatings.ts';
import { compareVersions } from './compare-versions.ts';
import type { CrosswalksBrought, EquatingsBrought } from './contract.ts';
import { crosswalkRows, REFERENCE_SOURCE } from './crosswalk-rows.ts';
import { equatingsSaid } from './equatings-said.ts';
import { loadCertificates } from './load-certificates.ts';
import { loadReference } from './load-reference.ts';
import type { Reference } from './read-reference.ts';

/**
 * Publishes the newer framework that comes with the program, with its certificates and what it says of
 * frameworks that are here; the server then links all texts anew by itself. Links, requirements and decisions that stand
 * point to the lasting competencies and stay.
 *
 * Throws reference-not-newer, framework-has-draft, framework-version-changed.
 */
export async function publishReference(
  trx: Transaction<DB>,
  actor: Actor,
  reference: Reference,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('nhip-publish-reference'))`.execute(trx);
  const { code, version } = reference.framework;
  const standing = await findFramework(trx, reference.framework);
  const versions = standing ? await listVersions(trx, standing.id) : [];
  const here = versions.find(({ status }) => status === 'published')?.version;
  if (here !== undefined && compareVersions(version, here) <= 0) {
    throw new Problem('reference-not-newer', { code, version: here });
  }
  await loadWhole(trx, actor, reference);
}

/** Framework, certificates, crosswalks and equatings: all that the files hold, as far as it can stand here. */
export async function loadWhole(
  trx: Transaction<DB>,
  actor: Actor,
  reference: Reference,
): Promise<void> {
  await loadReference(trx, actor, reference);
  await loadCertificates(trx, actor, reference);
  for (const framework of crosswalkRows(reference).keys()) {
    await bringCrosswalks(trx, actor, reference, framework);
  }
  for (const scale of equatingsSaid(reference).keys()) {
    await bringEquatings(trx, actor, reference, scale);
  }
}

/** Writes what the reference says of one other scale, as far as it is here. Throws not-found. */
export async function bringEquatings(
  trx: Transaction<DB>,
  actor: Actor,
  reference: Reference,
  scale: string,
): Promise<EquatingsBrought> {
  const said = equatingsSaid(reference).get(scale);
  if (!said) throw new Problem('not-found', { what: scale });
  await sql`select pg_advisory_xact_lock(hashtext('nhip-bring-equatings'))`.execute(trx);
  return writeProgramEquatings(trx, actor, said);
}

/**
 * Writes what the reference says of one other framework, as far as its items are here. Throws not-found
 * where the reference says nothing of it.
 */
export async function bringCrosswalks(
  trx: Transaction<DB>,
  actor: Actor,
  reference: Reference,
  framework: string,
): Promise<CrosswalksBrought> {
  const said = crosswalkRows(reference).get(framework);
  if (!said) throw new Problem('not-found', { what: framework });
  const brought = await writeSourceRows(trx, actor, said);
  if (brought.added + brought.changed + brought.removed > 0) {
    await record(trx, actor, {
      ...{ action: 'crosswalks-brought', subjectKind: 'crosswalk', subjectId: framework },
      detail: { source: REFERENCE_SOURCE, ...brought },
    });
  }
  return brought;
}
