import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Jobs } from '#src/jobs/jobs.ts';
import type { Language } from '#src/errors.ts';

export interface Letter {
  to: string;
  subject: string;
  /** Plain text; an address in it stands on a line of its own. */
  body: string;
  language: Language;
}

export const LETTER_JOB = 'letter-send';

/**
 * Puts a letter into the outbox and orders its sending, in the transaction of what it tells of. One
 * job empties the whole outbox, so that ten thousand invitations are one job and not ten thousand.
 */
export async function sendLetter(trx: Transaction<DB>, jobs: Jobs, letter: Letter): Promise<void> {
  await sendLetters(trx, jobs, [letter]);
}

export async function sendLetters(
  trx: Transaction<DB>,
  jobs: Jobs,
  letters: readonly Letter[],
): Promise<void> {
  if (letters.length === 0) return;
  await trx
    .insertInto('letter')
    .values(
      letters.map(({ to, subject, body, language }) => ({
        recipient: to,
        subject,
        body,
        language,
      })),
    )
    .execute();
  await jobs.send(trx, { name: LETTER_JOB, data: {}, key: LETTER_JOB });
}
