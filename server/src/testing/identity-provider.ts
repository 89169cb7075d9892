import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** How the provider misbehaves, set by the test. */
export interface Misbehaviour {
  /** Answers every request with 503. */
  down?: boolean;
  /** Names itself otherwise in the discovery document. */
  discoveredIssuer?: string;
  /** Has codes and secrets sent there. */
  tokenEndpoint?: string;
  /** Names itself otherwise in the token. */
  tokenIssuer?: string;
  /** Issues the token for another client. */
  audience?: string;
  /** How far its clock is ahead, in seconds. */
  clockSkew?: number;
  /** Signs with a key that it does not publish. */
  strangeKey?: boolean;
  nonce?: string;
}

export interface TestProvider {
  issuer: URL;
  misbehave: Misbehaviour;
  /** Who signs in next. */
  person: { sub: string; email: string; email_verified: boolean; name: string };
  /** Throws the signing key away and publishes another. */
  rotateKeys(): Promise<void>;
  /** What a person's browser does at the provider: consents, and comes back with this address. */
  consent(authorizationUrl: string): URL;
}

export const TEST_CLIENT = { clientId: 'nhip', clientSecret: 'a secret of the provider' };

interface Grant {
  nonce: string | null;
  challenge: string | null;
  redirect: string;
}

/** An OpenID Connect provider on this machine: discovery, keys, code with PKCE, ID tokens. */
export async function testIdentityProvider(t: TestContext): Promise<TestProvider> {
  const grants = new Map<string, Grant>();
  let key = await makeKey();
  const stranger = await makeKey();
  const misbehave: Misbehaviour = {};
  const server = createServer((request, reply) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const send = (status: number, body: unknown) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (misbehave.down) return send(503, {});
    if (url.pathname.endsWith('/openid-configuration')) return send(200, discovery());
    if (url.pathname === '/keys') return send(200, { keys: [key.jwk] });
    if (url.pathname === '/authorize') {
      return reply.writeHead(302, { location: provider.consent(url.href).href }).end();
    }
    if (url.pathname !== '/token') return send(404, {});
    let form = '';
    request.on('data', (chunk: Buffer) => (form += chunk.toString()));
    request.on('end', () => {
      void answerToken(new URLSearchParams(form)).then(({ status, body }) => send(status, body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise((resolve) => server.close(resolve)));

  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const discovery = () => ({
    issuer: misbehave.discoveredIssuer ?? issuer.origin,
    authorization_endpoint: `${issuer.origin}/authorize`,
    token_endpoint: misbehave.tokenEndpoint ?? `${issuer.origin}/token`,
    jwks_uri: `${issuer.origin}/keys`,
    id_token_signing_alg_values_supported: ['ES256'],
  });

  async function answerToken(form: URLSearchParams) {
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || (grant.challenge !== null && grant.challenge !== proof)) {
      return { status: 400, body: { error: 'invalid_grant' } };
    }
    const now = Math.floor(Date.now() / 1000) + (misbehave.clockSkew ?? 0);
    const { sub, ...claims } = provider.person;
    const signer = misbehave.strangeKey ? { ...stranger, id: key.id } : key;
    const token = await new SignJWT({ ...claims, nonce: misbehave.nonce ?? grant.nonce })
      .setProtectedHeader({ alg: 'ES256', kid: signer.id })
      .setIssuer(misbehave.tokenIssuer ?? issuer.origin)
      .setAudience(misbehave.audience ?? TEST_CLIENT.clientId)
      .setSubject(sub)
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(signer.secret);
    const body = { access_token: 'unused', token_type: 'Bearer', id_token: token, expires_in: 300 };
    return { status: 200, body };
  }

  const provider: TestProvider = {
    issuer,
    misbehave,
    person: {
      sub: '001-national',
      email: 'cong.dan@minh-hoa.example',
      email_verified: true,
      name: 'Công Dân Minh Họa',
    },
    rotateKeys: async () => {
      key = await makeKey();
    },
    consent(authorizationUrl) {
      const asked = new URL(authorizationUrl).searchParams;
      const code = randomBytes(16).toString('hex');
      const redirect = asked.get('redirect_uri')!;
      grants.set(code, {
        nonce: asked.get('nonce'),
        challenge: asked.get('code_challenge'),
        redirect,
      });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state')!);
      return back;
    },
  };
  return provider;
}

async function makeKey(): Promise<{ id: string; secret: CryptoKey; jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const id = randomBytes(8).toString('hex');
  const jwk = { ...(await exportJWK(publicKey)), kid: id, alg: 'ES256', use: 'sig' };
  return { id, secret: privateKey, jwk };
}
