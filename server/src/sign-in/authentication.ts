import { randomUUID } from 'node:crypto';
import { apiKey } from '@better-auth/api-key';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { CamelCasePlugin, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { API_KEY_PREFIX } from './api-clients.ts';
import { cookiePrefix } from './session-cookie.ts';
import type { Endpoints } from './identity-provider.ts';
import {
  hashPassword,
  LEAST_LENGTH,
  MOST_LENGTH,
  verifyPassword,
} from '#src/accounts/passwords.ts';
import { IDLE_SECONDS } from '#src/accounts/sessions.ts';

export interface AuthenticationOptions {
  db: Kysely<DB>;
  secret: string;
  /** Where browsers reach this installation. */
  origin: URL;
  /** The identity provider of the whole platform, when one is configured and could be discovered. */
  identityProvider?: Endpoints;
  /** Whether an address can be confirmed at all; where not, accounts come by invitation alone. */
  lettersArrive: boolean;
  letters: {
    confirmAddress(to: Recipient, token: string): Promise<void>;
    newPassword(to: Recipient, token: string): Promise<void>;
    /** Somebody tried to make a second account with an address that has one. */
    accountExists(to: Recipient): Promise<void>;
  };
  report(fault: string): void;
}

export interface Recipient {
  email: string;
  name: string;
}

export const AUTH_PATH = '/api/auth';
/** Set by us on every request that reaches better-auth: the address that Fastify has found. */
export const CLIENT_ADDRESS_HEADER = 'x-nhip-client-address';
export const IDENTITY_PROVIDER = 'identity';
const SECOND = 1;
const MINUTE = 60 * SECOND;

export type Authentication = ReturnType<typeof openAuthentication>;

/**
 * better-auth on our tables: passwords, passkeys, second factors, keys of machines, one identity
 * provider. It is reached only through the routes of routes.ts, which name each endpoint that is open.
 */
export function openAuthentication(options: AuthenticationOptions) {
  const { origin, letters } = options;
  const secure = origin.protocol === 'https:';
  return betterAuth({
    appName: 'Nhịp',
    baseURL: origin.origin,
    basePath: AUTH_PATH,
    secret: options.secret,
    // http/same-origin.ts has already refused every request whose Origin is not its own host
    trustedOrigins: (request) => [request?.headers.get('origin') ?? origin.origin],
    database: {
      db: options.db.withPlugin(new CamelCasePlugin()) as never,
      type: 'postgres',
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: options.lettersArrive,
      minPasswordLength: LEAST_LENGTH,
      maxPasswordLength: MOST_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 30 * MINUTE,
      sendResetPassword: ({ user, token }) => letters.newPassword(user, token),
      onExistingUserSignUp: ({ user }) => letters.accountExists(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: 24 * 60 * MINUTE,
      sendVerificationEmail: ({ user, token }) => letters.confirmAddress(user, token),
    },
    user: { modelName: 'account' },
    account: {
      modelName: 'accountCredential',
      fields: { userId: 'holderAccountId', accountId: 'providerAccountId' },
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
    },
    // the identity provider's tokens are of no use to us after the sign-in
    databaseHooks: { account: { create: { before: withoutTokens } } },
    session: {
      modelName: 'signInSession',
      fields: { userId: 'accountId' },
      expiresIn: IDLE_SECONDS,
      // session-actor.ts prolongs them
      disableSessionRefresh: true,
    },
    verification: { modelName: 'signInVerification', storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'signInRate',
      window: MINUTE,
      max: 100,
      customRules: {
        // a whole office may stand behind one place; attempts on one address have a limit of their own
        '/sign-in/email': { window: 10 * SECOND, max: 20 },
        '/sign-up/email': { window: MINUTE, max: 5 },
        '/two-factor/*': { window: MINUTE, max: 10 },
        '/passkey/*': { window: MINUTE, max: 30 },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Nhịp',
        twoFactorTable: 'accountSecondFactor',
        schema: {
          twoFactor: { modelName: 'accountSecondFactor', fields: { userId: 'accountId' } },
        },
      }),
      passkey({
        rpName: 'Nhịp',
        rpID: origin.hostname,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        authentication: { afterVerification: insistUnlocked },
        schema: {
          passkey: {
            modelName: 'accountPasskey',
            fields: { userId: 'accountId', credentialID: 'credentialId' },
          },
        },
      }),
      apiKey({
        defaultPrefix: API_KEY_PREFIX,
        enableMetadata: true,
        rateLimit: { enabled: false },
        keyExpiration: { defaultExpiresIn: null, minExpiresIn: 1, maxExpiresIn: 400 },
        schema: { apikey: { modelName: 'apiKey', fields: { referenceId: 'accountId' } } },
      }),
      ...(options.identityProvider
        ? [genericOAuth({ config: [ofProvider(options.identityProvider)] })]
        : []),
    ],
    advanced: {
      cookiePrefix: cookiePrefix(secure),
      // better-auth would add a weaker prefix of its own
      useSecureCookies: false,
      defaultCookieAttributes: { secure },
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    // what is not a refusal goes to our own handler, which keeps values out of the log
    onAPIError: { errorURL: `${origin.origin}/sign-in`, throw: true },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // its messages may carry addresses: only what kind of thing happened goes on
      log: (level) => options.report(`sign-in: ${level}`),
    },
  });
}

/** A passkey opens the account without the second factor: it has to be both, a thing and its PIN or finger. */
function insistUnlocked({
  verification: { authenticationInfo },
}: {
  verification: { authenticationInfo: { userVerified: boolean } };
}): void {
  if (authenticationInfo.userVerified) return;
  throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'not verified' });
}

function withoutTokens<Row extends object>(row: Row) {
  const none = { accessToken: null, refreshToken: null, idToken: null };
  return Promise.resolve({ data: { ...row, ...none } });
}

function ofProvider(provider: Endpoints) {
  return {
    providerId: IDENTITY_PROVIDER,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    discoveryUrl: provider.discoveryUrl,
    requireIdTokenVerification: true,
    scopes: ['openid', 'profile', 'email'],
    pkce: true,
    mapProfileToUser: (profile: Record<string, unknown>) => ({
      email: String(profile.email ?? '').toLowerCase(),
      name: String(profile.name ?? profile.preferred_username ?? ''),
    }),
  };
}
