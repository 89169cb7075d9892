import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/*
 * The secret of another server must be known again to be used, so it is encrypted (AES-256-GCM) under a key
 * made of the installation's own secret: a copy of the database alone does not give it away.
 */

export function seal(secret: string, installation: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(installation), nonce);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Undefined where it was sealed under another secret, or changed since. */
export function unseal(sealed: string, installation: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const opened = createDecipheriv('aes-256-gcm', keyOf(installation), bytes.subarray(0, 12));
    opened.setAuthTag(bytes.subarray(12, 28));
    return opened.update(bytes.subarray(28), undefined, 'utf8') + opened.final('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(installation: string): Buffer {
  return Buffer.from(hkdfSync('sha256', installation, '', 'case-subscription', 32));
}
