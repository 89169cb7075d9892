import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { Problem } from '#src/errors.ts';

const Address = z.email().max(254);

/**
 * An address as it is stored and compared: lower case, the domain in its ASCII form. Letters of other
 * alphabets that look like Latin ones are refused, so that nobody passes for somebody else.
 *
 * Throws email-invalid, email-look-alike.
 */
export function emailAddress(written: string): string {
  const text = written.normalize('NFKC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1) throw new Problem('email-invalid', {});
  if (/[^\x21-\x7e]/.test(local)) throw new Problem('email-look-alike', {});
  if (/\p{Script=Latin}/u.test(domain) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(domain)) {
    throw new Problem('email-look-alike', {});
  }
  const address = `${local}@${domainToASCII(domain)}`;
  if (!Address.safeParse(address).success) throw new Problem('email-invalid', {});
  return address;
}
