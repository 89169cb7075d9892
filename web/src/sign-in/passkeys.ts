import { SignedIn, WebAuthn, Done } from '@nhip/server/sign-in/contract.ts';
import { reading, send } from '../api.ts';
import { queryClient } from '../query-client.ts';
import { passkeysPossible } from './passkey-host.ts';

/** Fetched when somebody uses a passkey, and not before. */
const load = () => import('@simplewebauthn/browser');

/** Whether this browser can do it at this address. */
export function passkeysHere(passkeyHost: string): boolean {
  return 'PublicKeyCredential' in window && passkeysPossible(location.hostname, passkeyHost);
}

/** The browser offers passkeys where the address is typed. */
export async function offersInField(): Promise<boolean> {
  return (await globalThis.PublicKeyCredential?.isConditionalMediationAvailable?.()) ?? false;
}

/** Rejects with the browser’s own error when the person stops it. */
export async function signInByPasskey(inField: boolean): Promise<SignedIn> {
  const { startAuthentication, WebAuthnAbortService } = await load();
  // an offer that still waits in the field would answer to a challenge that is no longer asked
  WebAuthnAbortService.cancelCeremony();
  const optionsJSON = await options('generate-authenticate-options');
  const response = await startAuthentication({
    optionsJSON: optionsJSON as never,
    useBrowserAutofill: inField,
    verifyBrowserAutofillInput: false,
  });
  return send(SignedIn, 'POST', '/api/auth/passkey/verify-authentication', { response });
}

export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await load();
  const optionsJSON = await options('generate-register-options');
  const response = await startRegistration({ optionsJSON: optionsJSON as never });
  await send(Done, 'POST', '/api/auth/passkey/verify-registration', { response, name });
}

/** A person who closes the browser’s window has refused nothing: no fault to show. */
export function wasStopped(error: unknown): boolean {
  return error instanceof Error && /NotAllowedError|AbortError/.test(`${error.name}`);
}

function options(what: string) {
  return queryClient.fetchQuery({
    ...reading(WebAuthn, `/api/auth/passkey/${what}`),
    staleTime: 0,
    gcTime: 0,
  });
}
