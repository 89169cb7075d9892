import { CertificateDetail, CertificateEntry } from '@nhip/server/certificates/contract.ts';
import { z } from 'zod';
import { reading } from '../api.ts';

export const certificates = reading(z.array(CertificateEntry), '/api/certificates');

export const certificatesOf = (competency: string) =>
  reading(z.array(CertificateEntry), '/api/certificates', { competency });

export const certificate = (issuer: string, code: string) =>
  reading(
    CertificateDetail,
    `/api/certificates/${encodeURIComponent(issuer)}/${encodeURIComponent(code)}`,
  );
