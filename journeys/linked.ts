import { setTimeout as wait } from 'node:timers/promises';
import type { LinkingState } from '../server/src/linking/contract.ts';
import { cookieAs } from './sign-in-as.ts';

const patience = 120_000;

/** Until a demonstration has linked all its texts: from then on nothing moves under a journey. */
export async function untilLinked(server: string): Promise<void> {
  const cookie = await cookieAs(server, 'reviewer');
  const deadline = Date.now() + patience;
  for (; Date.now() < deadline; await wait(200)) {
    const reply = await fetch(new URL('/api/linking/state', server), { headers: { cookie } });
    if (!reply.ok) throw new Error(`${reply.url}: ${reply.status}`);
    const { linkedAt, run } = (await reply.json()) as LinkingState;
    if (linkedAt !== null && run === null) return;
  }
  throw new Error(`the texts were not linked within ${patience} ms`);
}
