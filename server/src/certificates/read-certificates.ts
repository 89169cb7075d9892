import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import type { CertificateDetail, CertificateEntry } from './contract.ts';
import { findCertificate, listCertificates, listCompetenciesOf, listDomains } from './queries.ts';

/** The catalogue, or the part of it that shows one competency. Throws not-found for a competency that is none. */
export async function readCatalogue(
  db: Kysely<DB>,
  { competency }: { competency?: string | undefined } = {},
): Promise<CertificateEntry[]> {
  if (competency === undefined) return listCertificates(db);
  const refs = [...(await competencyRefs(db)).values()];
  const wanted = refs.find(({ code }) => code === competency);
  if (!wanted) throw new Problem('not-found', { what: competency });
  return listCertificates(db, { competencyId: wanted.id });
}

/** One certificate, also a withdrawn one. Throws not-found. */
export async function getCertificate(
  db: Kysely<DB>,
  issuer: string,
  code: string,
): Promise<CertificateDetail> {
  const row = await findCertificate(db, issuer, code);
  if (!row) throw new Problem('not-found', { what: `${issuer} ${code}` });
  const { id, ...certificate } = row;
  const refs = await competencyRefs(db);
  const domains = await listDomains(db, id);
  const competencies = await listCompetenciesOf(db, id);
  return {
    ...certificate,
    domains: domains.map(({ competencyIds, ...domain }) => ({
      ...domain,
      competencies: competencyIds.flatMap((one) => refs.get(one) ?? []),
    })),
    competencies: competencies.flatMap(({ competencyId, ...one }) => {
      const competency = refs.get(competencyId);
      return competency ? [{ competency, ...one }] : [];
    }),
  };
}
