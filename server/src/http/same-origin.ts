import { Problem } from '#src/errors.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** Is this HOST one on which only this machine can connect? */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses requests that another site makes through a browser on this machine: the Host header must
 * name a loopback address (or the public one), which defeats DNS rebinding; and a request that
 * carries an Origin must come from the same place.
 */
export function checkSameOrigin(
  request: {
    method: string;
    host: string | undefined;
    origin: string | undefined;
    site: string | undefined;
    /** of what every program on every site may read */
    isOpen?: boolean;
  },
  publicUrl: URL | undefined,
): void {
  const host = parseHost(request.host);
  if (!host || !(isLoopback(host.hostname) || host.host === publicUrl?.host)) {
    throw new Problem('origin-refused', { what: `Host: ${request.host ?? '—'}` });
  }
  if (request.isOpen && SAFE.has(request.method)) return;
  if (request.origin !== undefined) {
    const origin = URL.canParse(request.origin) ? new URL(request.origin) : undefined;
    // under the public name only the public scheme counts: a page over http is anybody's on the way
    const same =
      host.host === publicUrl?.host
        ? origin?.origin === publicUrl.origin
        : origin?.host === host.host || origin?.origin === publicUrl?.origin;
    if (!origin || !same) {
      throw new Problem('origin-refused', { what: `Origin: ${request.origin}` });
    }
  } else if (!SAFE.has(request.method) && request.site !== undefined && !SAME.has(request.site)) {
    throw new Problem('origin-refused', { what: `Sec-Fetch-Site: ${request.site}` });
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const SAME = new Set(['same-origin', 'none']);

function parseHost(host: string | undefined): { hostname: string; host: string } | undefined {
  if (!host || /[@/\\?#\s]/.test(host)) return undefined;
  const url = `http://${host}`;
  return URL.canParse(url)
    ? { hostname: new URL(url).hostname, host: new URL(url).host }
    : undefined;
}
