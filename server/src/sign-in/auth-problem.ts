import { Problem, type ProblemDetail } from '#src/errors.ts';
import type { MessageCode } from '#src/messages.ts';

/** better-auth's codes in our words; those not named here are 'sign-in-fault' with their own code. */
const CODES: Record<string, MessageCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'sign-in-refused',
  INVALID_EMAIL: 'email-invalid',
  EMAIL_NOT_VERIFIED: 'email-not-verified',
  USER_ALREADY_EXISTS: 'account-exists',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'account-exists',
  INVALID_PASSWORD: 'password-wrong',
  INVALID_TOKEN: 'link-expired',
  TOKEN_EXPIRED: 'link-expired',
  INVALID_CODE: 'code-wrong',
  INVALID_BACKUP_CODE: 'code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'link-expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too-many-attempts',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-attempts',
  CHALLENGE_NOT_FOUND: 'passkey-refused',
  PASSKEY_NOT_FOUND: 'passkey-refused',
  AUTHENTICATION_FAILED: 'passkey-refused',
  FAILED_TO_VERIFY_REGISTRATION: 'passkey-refused',
  ACCOUNT_DISABLED: 'account-disabled',
  SESSION_NOT_FRESH: 'sign-in-not-fresh',
};

/** A refusal of better-auth as a Problem of ours. */
export async function problemOfAnswer(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => ({}))) as { code?: string };
  if (answer.status === 429) {
    return new Problem('too-many-attempts', { seconds: answer.headers.get('x-retry-after') ?? 60 });
  }
  if (answer.status === 401 && body.code === undefined) {
    return new Problem('sign-in-required', { what: 'Nhịp' });
  }
  const code = CODES[body.code ?? ''] ?? 'sign-in-fault';
  const detail: ProblemDetail =
    code === 'too-many-attempts' ? { seconds: 600 } : { what: body.code ?? answer.status };
  return new Problem(code, detail);
}
