import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { writeCertificates } from '#src/certificates/write-certificates.ts';
import type { DB } from '#src/db/types.ts';
import { listIdentities } from '#src/frameworks/queries.ts';
import { scaleIds } from '#src/frameworks/scale-queries.ts';
import { findFramework } from '#src/frameworks/version-queries.ts';
import type { Reference } from './read-reference.ts';

/** Brings the certificates of the reference into the catalogue; its framework stands already. */
export async function loadCertificates(
  trx: Transaction<DB>,
  actor: Actor,
  { framework, scale, issuers }: Reference,
): Promise<{ added: number; changed: number; withdrawn: number }> {
  const standing = (await findFramework(trx, framework))!;
  const ids = new Map(
    (await listIdentities(trx, standing.id)).map(({ sourceId, id }) => [sourceId, id]),
  );
  const scaleId = (await scaleIds(trx)).get(scale.code)!;
  const certificates = issuers.flatMap(({ issuer, asOf, certificates }) =>
    certificates.map((one) => ({
      ...{ issuer: issuer.code, uuid: one.uuid, code: one.code, name: one.name },
      ...{ levelWord: one.level?.word ?? null, source: one.source, asOf: one.asOf ?? asOf },
      ...{ validityMonths: one.validityMonths ?? null, neverExpires: one.validity === 'none' },
      retiresOn: one.retiresOn ?? null,
      domains: one.domains.map(({ name, weight, competencies }) => {
        const [lowest, highest] = typeof weight === 'number' ? [weight, weight] : (weight ?? []);
        return {
          ...{ name, lowest: lowest ?? null, highest: highest ?? null },
          competencies: competencies.map((code) => ids.get(code)!),
        };
      }),
      competencies: one.competencies.map(({ competency, level, status }) => ({
        ...{ id: ids.get(competency)!, status, scaleId: level ? scaleId : null },
        ...{ lowest: level?.[0] ?? null, highest: level?.[1] ?? null },
      })),
    })),
  );
  return writeCertificates(
    trx,
    actor,
    issuers.map(({ issuer }) => issuer),
    certificates,
  );
}
