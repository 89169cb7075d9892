import type { Config } from '#src/config.ts';
import type { Language } from '#src/errors.ts';
import { Problem } from '#src/errors.ts';
import { sendLetter } from '#src/mail/send-letter.ts';
import type { Platform } from '#src/platform.ts';
import {
  AUTH_PATH,
  CLIENT_ADDRESS_HEADER,
  openAuthentication,
  type Authentication,
  type Recipient,
} from './authentication.ts';
import { discoverProvider } from './identity-provider.ts';
import { letterName } from './letter-name.ts';
import { letterText, type LetterCode } from './letter-words.ts';

export interface SignIn {
  /** Where browsers reach this installation; cookies are secure when it is https. */
  origin: URL;
  /** better-auth, without the identity provider while that cannot be reached. */
  authentication: Authentication;
  /** Asks better-auth one of its endpoints, as the request that came in; `path` without the prefix. */
  ask(request: IncomingRequest, path: string, body?: unknown): Promise<Response>;
  /** The same, with the identity provider. Throws identity-provider-unreachable, -invalid. */
  askProvider(request: IncomingRequest, path: string, body?: unknown): Promise<Response>;
}

export interface IncomingRequest {
  method: string;
  headers: { cookie?: string; origin?: string; 'user-agent'?: string; 'accept-language'?: string };
  ip: string;
}

export function openSignIn(
  platform: Platform,
  config: Pick<Config, 'publicUrl' | 'port' | 'identityProvider'>,
  report: (fault: string) => void,
): SignIn {
  const origin = config.publicUrl ?? new URL(`http://localhost:${config.port}`);
  const base = {
    db: platform.db,
    secret: platform.secret,
    origin,
    report,
    lettersArrive: platform.letters !== 'kept',
    letters: lettersOf(platform, origin),
  };
  const authentication = openAuthentication(base);
  let withProvider: Promise<Authentication> | undefined;
  const provided = (): Promise<Authentication> => {
    const { identityProvider } = config;
    if (!identityProvider) throw new Problem('identity-provider-missing', {});
    withProvider ??= discoverProvider(identityProvider).then((found) =>
      openAuthentication({ ...base, identityProvider: found }),
    );
    // the next one who asks tries again
    withProvider.catch(() => (withProvider = undefined));
    return withProvider;
  };
  const request = (incoming: IncomingRequest, path: string, body?: unknown): Request =>
    new Request(`${origin.origin}${AUTH_PATH}${path}`, {
      method: incoming.method,
      headers: headersOf(incoming, origin, body !== undefined),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return {
    origin,
    authentication,
    ask: (incoming, path, body) => authentication.handler(request(incoming, path, body)),
    askProvider: async (incoming, path, body) =>
      (await provided()).handler(request(incoming, path, body)),
  };
}

function headersOf({ headers, ip }: IncomingRequest, origin: URL, json: boolean): Headers {
  const passed = new Headers({ [CLIENT_ADDRESS_HEADER]: ip });
  passed.set('origin', headers.origin ?? origin.origin);
  if (headers.cookie) passed.set('cookie', headers.cookie);
  if (headers['user-agent']) passed.set('user-agent', headers['user-agent']);
  if (headers['accept-language']) passed.set('accept-language', headers['accept-language']);
  if (json) passed.set('content-type', 'application/json');
  return passed;
}

function lettersOf(platform: Platform, origin: URL) {
  const send = (code: LetterCode, page: string) => async (to: Recipient, token?: string) => {
    const language = await languageOf(platform, to.email);
    // behind the # it reaches no server's log
    const link = `${origin.origin}${page}${token ? `#${token}` : ''}`;
    const text = letterText(code, language, { name: letterName(to.name, language), link });
    await platform.db
      .transaction()
      .execute((trx) => sendLetter(trx, platform.jobs, { to: to.email, language, ...text }));
  };
  return {
    confirmAddress: send('confirm-address', '/confirm-address'),
    newPassword: send('new-password', '/new-password'),
    accountExists: send('account-exists', '/sign-in'),
  };
}

async function languageOf({ db }: Platform, email: string): Promise<Language> {
  const row = await db
    .selectFrom('account')
    .select('language')
    .where('email', '=', email)
    .executeTakeFirst();
  return row?.language === 'en' ? 'en' : 'vi';
}
