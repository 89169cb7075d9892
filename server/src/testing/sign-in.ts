import { createHmac } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { createAccount } from '#src/accounts/create-account.ts';
import { inScope, platformScope } from '#src/db/scope.ts';
import type { ProblemBody } from '#src/http/contract.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import type { SecondFactorSetUp } from '#src/sign-in/contract.ts';
import type { TestApp } from './app.ts';
import { browserOf, TEST_HOST, type Browser } from './people.ts';

export const PASSWORD = 'cầu treo bắc qua sông lớn';

/** A person with a password, who belongs nowhere. */
export async function accountOf(
  { platform, system }: TestApp,
  email: string,
  password: string | undefined = PASSWORD,
): Promise<{ personId: number; accountId: string }> {
  return inScope(platform.db, platformScope, async (trx) => {
    const personId = await insertPerson(trx, system, { displayName: 'Người Thử', language: 'vi' });
    const name = 'Người Thử';
    const { accountId } = await createAccount(trx, {
      personId,
      name,
      email,
      emailProven: true,
      password,
    });
    return { personId, accountId };
  });
}

/** A browser at an address of its own; the app has to trust the proxy 127.0.0.1. */
export function from(
  { app }: Pick<TestApp, 'app'>,
  address: string,
): (url: string, payload: object) => Promise<LightMyRequestResponse> {
  return (url, payload) =>
    app.inject({
      method: 'POST',
      url,
      headers: { host: TEST_HOST, 'x-forwarded-for': address },
      payload,
    });
}

/** Somebody with an authenticator: how they sign in, and the codes that they hold. */
export async function withSecondFactor(whole: TestApp, email: string) {
  const { accountId } = await accountOf(whole, email);
  const visitor = browserOf(whole.app);
  const begin = () => visitor.post('/api/auth/sign-in/email', { email, password: PASSWORD });
  const own = browserOf(whole.app, cookieOf(await begin()));
  const enabled = await own.post('/api/auth/two-factor/enable', { password: PASSWORD });
  const { totpURI, backupCodes } = enabled.json<SecondFactorSetUp>();
  const firstCode = totp(totpURI);
  const confirmed = await own.post('/api/auth/two-factor/verify-totp', { code: firstCode });
  const signedIn = browserOf(whole.app, cookieOf(confirmed));
  /** The password has been right; the second factor is still to come. */
  const half = async (): Promise<Browser> => browserOf(whole.app, cookieOf(await begin()));
  return { accountId, totpURI, firstCode, backupCodes, signedIn, half };
}

export function cookieOf(reply: LightMyRequestResponse): string {
  const set = [reply.headers['set-cookie'] ?? []].flat();
  return set.map((cookie) => cookie.split(';')[0]).join('; ');
}

export function codeOf(reply: LightMyRequestResponse): string | undefined {
  return reply.json<ProblemBody>().code;
}

/** The letters that wait, the newest first. */
export async function letters({
  database,
}: TestApp): Promise<{ recipient: string; body: string }[]> {
  const { rows } = await database.owner.query(
    'select recipient, body from letter order by id desc',
  );
  return rows;
}

/** RFC 6238 with the secret of an otpauth: address, some half minutes from now. */
export function totp(uri: string, later = 0): string {
  const secret = new URL(uri).searchParams.get('secret')!;
  const bits = [...secret]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
