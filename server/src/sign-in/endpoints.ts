import type { z } from 'zod';
import type { AccessRule } from '#src/platform.ts';
import { anyone, aPerson } from './access.ts';
import * as contract from './contract.ts';

/** One endpoint of better-auth that is open, as the web calls it. Those not named here do not exist. */
export interface Endpoint {
  method: 'GET' | 'POST';
  path: string;
  access: AccessRule;
  body?: z.ZodType;
  answer: z.ZodType;
  /** What the audit says when it has worked. */
  fact?: string;
  /** Attempts on one address, wherever they come from. */
  limited?: { most: number; seconds: number };
  /** How long an answer takes at least, where the work differs with whether the address has an account. */
  leastMilliseconds?: number;
  /** Does nothing without a letter. */
  needsLetter?: true;
  /** The code that it takes is an authenticator's. */
  codeGoodOnce?: true;
  /** The field whose new password is looked at first. */
  newPassword?: 'password' | 'newPassword';
}

const HOUR = 3600;
const WITH_A_LETTER = 500;
const signsIn = { access: anyone, answer: contract.SignedIn, fact: 'signed-in' } as const;
const own = { access: aPerson, answer: contract.Done } as const;

export const ENDPOINTS: readonly Endpoint[] = [
  {
    ...signsIn,
    method: 'POST',
    path: '/sign-in/email',
    body: contract.PasswordSignIn,
    limited: { most: 10, seconds: HOUR / 4 },
  },
  {
    ...signsIn,
    method: 'POST',
    path: '/two-factor/verify-totp',
    body: contract.Code,
    codeGoodOnce: true,
  },
  { ...signsIn, method: 'POST', path: '/two-factor/verify-backup-code', body: contract.Code },
  {
    method: 'GET',
    path: '/passkey/generate-authenticate-options',
    access: anyone,
    answer: contract.WebAuthn,
  },
  {
    ...signsIn,
    method: 'POST',
    path: '/passkey/verify-authentication',
    body: contract.PasskeyAnswer,
  },
  {
    method: 'POST',
    path: '/sign-up/email',
    needsLetter: true,
    access: anyone,
    body: contract.SignUp,
    answer: contract.Done,
    limited: { most: 5, seconds: HOUR },
    leastMilliseconds: WITH_A_LETTER,
    newPassword: 'password',
  },
  {
    method: 'POST',
    path: '/send-verification-email',
    needsLetter: true,
    access: anyone,
    body: contract.EmailOnly,
    answer: contract.Done,
    limited: { most: 5, seconds: HOUR },
  },
  {
    method: 'POST',
    path: '/request-password-reset',
    needsLetter: true,
    access: anyone,
    body: contract.EmailOnly,
    answer: contract.Done,
    limited: { most: 5, seconds: HOUR },
    leastMilliseconds: WITH_A_LETTER,
  },
  {
    method: 'POST',
    path: '/reset-password',
    access: anyone,
    body: contract.NewPassword,
    answer: contract.Done,
    newPassword: 'newPassword',
  },
  { ...own, method: 'POST', path: '/sign-out', fact: 'signed-out' },
  {
    ...own,
    method: 'POST',
    path: '/change-password',
    body: contract.ChangePassword,
    fact: 'password-changed',
    newPassword: 'newPassword',
  },
  {
    method: 'POST',
    path: '/two-factor/enable',
    access: aPerson,
    body: contract.PasswordOnly,
    answer: contract.SecondFactorSetUp,
  },
  {
    ...own,
    method: 'POST',
    path: '/two-factor/disable',
    body: contract.PasswordOnly,
    fact: 'second-factor-removed',
  },
  {
    method: 'GET',
    path: '/passkey/generate-register-options',
    access: aPerson,
    answer: contract.WebAuthn,
  },
  {
    ...own,
    method: 'POST',
    path: '/passkey/verify-registration',
    body: contract.NewPasskey,
    fact: 'passkey-added',
  },
  {
    ...own,
    method: 'POST',
    path: '/passkey/delete-passkey',
    body: contract.Passkey.pick({ id: true }),
    fact: 'passkey-removed',
  },
];
