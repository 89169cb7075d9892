import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { canonicalHash } from '#src/measures/canonical-json.ts';
import {
  listStanding,
  upsertIssuers,
  withdrawCertificates,
  writeCertificateRows,
  type NewCertificate,
} from './queries.ts';

export interface IssuedCertificate extends Omit<NewCertificate, 'issuerId' | 'contentSha256'> {
  issuer: string;
}

/**
 * Makes the catalogue exactly these certificates: new ones are added, changed ones rewritten, and those
 * that it no longer names withdrawn. What says the same as before is left alone.
 */
export async function writeCertificates(
  trx: Transaction<DB>,
  actor: Actor,
  issuers: readonly { code: string; name: string; url: string }[],
  certificates: readonly IssuedCertificate[],
): Promise<{ added: number; changed: number; withdrawn: number }> {
  const standing = await listStanding(trx);
  const known = new Map(standing.map((one) => [one.uuid, one]));
  const hashed = certificates.map((one) => ({ ...one, contentSha256: canonicalHash(one) }));
  const touched = hashed.filter(({ uuid, contentSha256 }) => {
    const own = known.get(uuid);
    return own === undefined || own.withdrawn || own.contentSha256 !== contentSha256;
  });
  const wanted = new Set(certificates.map(({ uuid }) => uuid));
  const gone = standing.filter(({ uuid, withdrawn }) => !withdrawn && !wanted.has(uuid));
  const added = touched.filter(({ uuid }) => !known.has(uuid)).length;
  const counts = { added, changed: touched.length - added, withdrawn: gone.length };
  const ids = await upsertIssuers(trx, issuers);
  if (touched.length + gone.length === 0) return counts;
  await writeCertificateRows(
    trx,
    actor.organisationId,
    touched.map(({ issuer, ...one }) => ({ ...one, issuerId: ids.get(issuer)! })),
  );
  await withdrawCertificates(
    trx,
    gone.map(({ id }) => id),
  );
  await record(trx, actor, {
    ...{ action: 'certificates-written', subjectKind: 'certificate', subjectId: 'catalogue' },
    detail: counts,
  });
  return counts;
}
