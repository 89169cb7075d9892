import type { FastifyReply } from 'fastify';

const HEADERS = {
  // neither scripts nor styles come inline
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * On every answer. What the API says is kept by no cache, unless its route says otherwise; once the
 * public address is https, browsers never come by http again.
 */
export function securityHeaders(
  reply: FastifyReply,
  { path, publicUrl }: { path: string; publicUrl: URL | undefined },
): void {
  void reply.headers(HEADERS);
  if (/^\/(api|oauth2)\//.test(path)) void reply.header('cache-control', 'no-store');
  if (publicUrl?.protocol === 'https:') {
    void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
}
