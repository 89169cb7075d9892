import { Problem } from '#src/errors.ts';
import type { Platform } from '#src/platform.ts';
import { countAttempt } from './attempts.ts';

/** Longer than an authenticator's code is taken: its half minute, and one before and after. */
const TAKEN_SECONDS = 120;

/** Whether this code of the account is used for the first time: one that was read over a shoulder is not. */
export async function spendCode(
  { db, secret }: Platform,
  accountId: string,
  code: string,
): Promise<boolean> {
  const what = { kind: 'code', subject: `${accountId} ${code}` };
  try {
    await countAttempt(db, secret, what, { most: 1, seconds: TAKEN_SECONDS });
    return true;
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'too-many-attempts') return false;
    throw fault;
  }
}
