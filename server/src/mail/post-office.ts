import { createTransport, type Transporter } from 'nodemailer';
import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { isLoopback } from '#src/http/same-origin.ts';
import type { JobHandler } from '#src/jobs/pg-boss.ts';
import { LETTER_JOB } from './send-letter.ts';

export interface PostOffice {
  /** smtp://user:password@host:port or smtps://… */
  url: string;
  from: string;
}

const BATCH = 50;
/** A letter that could not be delivered so often is left in the outbox for a person to look at. */
const MOST_ATTEMPTS = 8;

/** Without a post office letters stay in the outbox: the demonstration shows them there. */
export function letterJobs(
  db: Kysely<DB>,
  office: PostOffice | undefined,
): Record<string, JobHandler> {
  const transport = office && createTransport(transportOptions(office.url));
  return {
    [LETTER_JOB]: async (_data, signal) => {
      if (transport && office) await emptyOutbox(db, transport, office.from, signal);
    },
  };
}

/** Letters hold links that let their reader in: they cross a network encrypted or not at all. */
export function transportOptions(url: string) {
  const { hostname } = new URL(url);
  return { url, disableFileAccess: true, requireTLS: !isLoopback(hostname) };
}

async function emptyOutbox(
  db: Kysely<DB>,
  transport: Transporter,
  from: string,
  signal: AbortSignal,
): Promise<void> {
  let failed: unknown;
  for (let after = 0; !signal.aborted;) {
    const letters = await listUnsent(db, after);
    if (letters.length === 0) break;
    for (const letter of letters) {
      after = letter.id;
      try {
        await transport.sendMail({
          from,
          to: letter.recipient!,
          subject: letter.subject,
          text: letter.body!,
          headers: { 'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated' },
        });
        await markSent(db, letter.id);
      } catch (fault) {
        failed = fault;
        await noteFailure(db, letter.id, fault);
      }
    }
  }
  // the queue tries again later; the address of a letter must not reach its log
  if (failed) throw new Error(`letters could not be sent: ${codeOf(failed)}`);
}

async function listUnsent(db: Kysely<DB>, after: number) {
  return db
    .selectFrom('letter')
    .select(['id', 'recipient', 'subject', 'body', 'language'])
    .where('sent_at', 'is', null)
    .where('recipient', 'is not', null)
    .where('attempts', '<', MOST_ATTEMPTS)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

/** What was sent is kept nowhere: it holds an address and a link that lets its reader in. */
async function markSent(db: Kysely<DB>, id: number): Promise<void> {
  await db
    .updateTable('letter')
    .set({ sent_at: new Date(), recipient: null, body: null, problem: null })
    .where('id', '=', id)
    .execute();
}

async function noteFailure(db: Kysely<DB>, id: number, fault: unknown): Promise<void> {
  await db
    .updateTable('letter')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), problem: codeOf(fault) }))
    .where('id', '=', id)
    .execute();
}

function codeOf(fault: unknown): string {
  const { code, responseCode } = fault as { code?: string; responseCode?: number };
  return [code ?? 'unknown', responseCode].filter(Boolean).join(' ');
}
