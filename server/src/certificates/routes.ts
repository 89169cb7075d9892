import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadCertificates } from './access.ts';
import { CertificateDetail, CertificateEntry } from './contract.ts';
import { getCertificate, readCatalogue } from './read-certificates.ts';

export function certificateRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/certificates',
    {
      config: { access: mayReadCertificates },
      schema: {
        querystring: z.object({ competency: z.string().max(200).optional() }),
        response: { 200: z.array(CertificateEntry) },
      },
    },
    ({ query }) => readCatalogue(db, query),
  );
  app.get(
    '/api/certificates/:issuer/:code',
    {
      config: { access: mayReadCertificates },
      schema: {
        params: z.object({ issuer: z.string(), code: z.string() }),
        response: { 200: CertificateDetail },
      },
    },
    ({ params }) => getCertificate(db, params.issuer, params.code),
  );
}
