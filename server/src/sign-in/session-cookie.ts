import { createHmac, timingSafeEqual } from 'node:crypto';

/** Of every cookie of the sign-in; over https with the prefix that no neighbouring host can set. */
export function cookiePrefix(secure: boolean): string {
  return `${secure ? '__Host-' : ''}nhip`;
}

export function sessionCookieName(secure: boolean): string {
  return `${cookiePrefix(secure)}.session_token`;
}

/** The token of a session out of the Cookie header, when it carries our signature. */
export function readSessionToken(
  cookies: string | undefined,
  { name, secret }: { name: string; secret: string },
): string | undefined {
  const written = cookies
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (!written) return undefined;
  const value = decoded(written);
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const wanted = signature(token, secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined;
}

/** The value of the cookie, signed as better-auth signs it. */
export function signedSessionToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${signature(token, secret).toString('base64')}`);
}

export function sessionCookie(value: string, secure: boolean, seconds: number): string {
  const parts = [`${sessionCookieName(secure)}=${value}`, `Max-Age=${seconds}`, 'Path=/'];
  return [...parts, 'HttpOnly', 'SameSite=Lax', ...(secure ? ['Secure'] : [])].join('; ');
}

function signature(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
