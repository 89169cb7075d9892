import { z } from 'zod';
import { CompetencyRef } from '../frameworks/contract.ts';

/** GET /api/certificates: what the list of the catalogue shows. */
export const CertificateEntry = z.object({
  uuid: z.string(),
  issuer: z.object({ code: z.string(), name: z.string() }),
  code: z.string(),
  name: z.string(),
  /** the issuer's own word */
  level: z.string().nullable(),
  /** null: not known, or it never expires */
  validityMonths: z.number().int().nullable(),
  neverExpires: z.boolean(),
  retiresOn: z.string().nullable(),
  /** the day on which the facts were read at their source */
  asOf: z.string(),
  domains: z.number().int(),
  /** accepted by a person */
  competencies: z.number().int(),
  proposed: z.number().int(),
});
export type CertificateEntry = z.infer<typeof CertificateEntry>;

export const CertificateCompetency = z.object({
  competency: CompetencyRef,
  status: z.enum(['proposed', 'accepted']),
  level: z
    .object({ scale: z.string(), lowest: z.number().int(), highest: z.number().int() })
    .nullable(),
});
export type CertificateCompetency = z.infer<typeof CertificateCompetency>;

/** GET /api/certificates/:issuer/:code */
export const CertificateDetail = CertificateEntry.omit({
  domains: true,
  competencies: true,
  proposed: true,
}).extend({
  issuer: z.object({ code: z.string(), name: z.string(), url: z.string() }),
  /** an address, or the name of a document */
  source: z.string(),
  withdrawn: z.boolean(),
  domains: z.array(
    z.object({
      name: z.string(),
      /** in percent of the exam */
      weight: z.object({ lowest: z.number(), highest: z.number() }).nullable(),
      competencies: z.array(CompetencyRef),
    }),
  ),
  competencies: z.array(CertificateCompetency),
});
export type CertificateDetail = z.infer<typeof CertificateDetail>;
