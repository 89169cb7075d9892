import { z } from 'zod';
import type { Config } from '#src/config.ts';
import { Problem } from '#src/errors.ts';
import { isLoopback } from '#src/http/same-origin.ts';

/** One identity provider for the whole platform, a national identity for instance. */
export interface Endpoints {
  /** As the button says it. */
  name: string;
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
}

const Discovery = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
const PATIENCE = 5_000;

/**
 * The provider as configured, once its discovery document has been read and names itself as the one
 * that was asked. Its keys are fetched anew whenever a token names one that is not known.
 *
 * Throws identity-provider-unreachable, identity-provider-invalid.
 */
export async function discoverProvider(
  configured: NonNullable<Config['identityProvider']>,
): Promise<Endpoints> {
  const { name, clientId, clientSecret, issuer } = configured;
  const discoveryUrl = `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(discoveryUrl, {
    signal: AbortSignal.timeout(PATIENCE),
    redirect: 'error',
  }).catch((cause: unknown) => {
    throw new Problem('identity-provider-unreachable', { name }, { cause });
  });
  if (!answer.ok) throw new Problem('identity-provider-unreachable', { name });
  const found = Discovery.safeParse(await answer.json().catch(() => undefined));
  if (!found.success || !sameUrl(found.data.issuer, issuer.href) || !reachedSafely(found.data)) {
    throw new Problem('identity-provider-invalid', { name });
  }
  return { name, discoveryUrl, clientId, clientSecret };
}

/** What carries codes, secrets and keys is https; on this machine itself nobody listens in between. */
function reachedSafely(found: z.infer<typeof Discovery>): boolean {
  return Object.values(found).every((address) => {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  });
}

function sameUrl(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}
