import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Problem } from '#src/errors.ts';
import { lockNamespace, locks } from './advisory-locks.ts';

export interface ClaimOptions {
  /** Named in the problem: what the other server serves. */
  what: string;
  /** Called when the connection that held the claim was lost and another server took it meanwhile. */
  onLost(): void;
}

/**
 * Makes this process the only server on a database, by an advisory lock that one connection holds:
 * it ends with the process, however that dies. When the connection is lost, the claim is renewed.
 * Call what it gives back before the pool is closed.
 *
 * Throws server-already-running.
 */
export async function claimServer(pool: pg.Pool, options: ClaimOptions): Promise<() => void> {
  let over = false;
  let letGo = await hold(pool, renew);
  if (!letGo) throw new Problem('server-already-running', { what: options.what });

  async function renew(): Promise<void> {
    while (!over) {
      try {
        letGo = await hold(pool, renew);
        if (over) letGo?.();
        else if (!letGo) options.onLost();
        return;
      } catch {
        await sleep(1_000, undefined, { ref: false });
      }
    }
  }

  return () => {
    over = true;
    letGo?.();
  };
}

/** Takes the lock on a connection of its own; undefined when another process has it. */
async function hold(pool: pg.Pool, onEnd: () => void): Promise<(() => void) | undefined> {
  const client = await pool.connect();
  let state: 'asking' | 'held' | 'gone' = 'asking';
  const drop = () => {
    if (state === 'gone') return;
    state = 'gone';
    client.release(true);
  };
  client.on('error', () => {
    const held = state === 'held';
    drop();
    if (held) onEnd();
  });
  try {
    const { rows } = await client.query<{ ours: boolean }>(
      'select pg_try_advisory_lock($1, $2) as ours',
      [lockNamespace, locks.server],
    );
    if (rows[0]!.ours) state = 'held';
    else drop();
    return rows[0]!.ours ? drop : undefined;
  } catch (fault) {
    drop();
    throw fault;
  }
}
