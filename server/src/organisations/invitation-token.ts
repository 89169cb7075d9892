import { createHash, randomBytes } from 'node:crypto';

/** Known to the invited alone: the database keeps its hash. */
export function newToken(): { token: string; sha256: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, sha256: tokenHash(token) };
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Behind the # it reaches no server and no log. */
export function invitationLink(origin: URL, token: string): string {
  return `${origin.origin}/invitation#${token}`;
}
