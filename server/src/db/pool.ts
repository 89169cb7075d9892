import pg from 'pg';
import { valueTypes } from './value-types.ts';

/**
 * A pool of connections that survives the loss of any of them: without a listener, the error of an
 * idle connection would end the process. Sessions speak UTC, and without JIT, whose compilation
 * costs our short queries more than it saves. With a role, every session works as that role.
 */
export function openPool(address: pg.PoolConfig, role?: string): pg.Pool {
  const settings = ["timezone = 'UTC'", 'jit = off', ...(role ? [`role = ${role}`] : [])];
  const setUp = settings.map((setting) => `set ${setting}`).join('; ');
  const pool = new pg.Pool({
    max: 20,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'nhip',
    ...address,
    types: valueTypes,
    onConnect: (client) => client.query(setUp) as unknown as void,
  });
  pool.on('connect', (client) => client.on('error', ignore));
  pool.on('error', ignore);
  return pool;
}

/** The query that meets the lost connection reports it; the pool replaces the connection. */
function ignore(): void {}
