import { Problem } from '#src/errors.ts';

/** SQLSTATEs of a server that is away, stopping, starting, full of sessions, or does not let us in. */
const unreachable = /^(08...|57P0[1235]|53300|28...|3D000)$/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EACCES',
  'ENOENT',
]);

/**
 * What a failed query says about the database itself: database-unreachable or disk-full; undefined
 * when the statement was at fault, and for anything that is not an error of the database.
 */
export function databaseProblem(fault: unknown, what: string): Problem | undefined {
  const { code, message, syscall } = fault as { code?: string; message?: string; syscall?: string };
  const cause = { cause: fault };
  if (code === '53100') return new Problem('disk-full', { what }, cause);
  const away =
    (code !== undefined && unreachable.test(code)) ||
    (code !== undefined && network.has(code) && isOfSocket(code, syscall)) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/i.test(
      message ?? '',
    );
  return away ? new Problem('database-unreachable', { what }, cause) : undefined;
}

/** A missing file is ENOENT too: only a failed connection concerns us. */
function isOfSocket(code: string, syscall: string | undefined): boolean {
  return (code !== 'ENOENT' && code !== 'EACCES') || syscall === 'connect';
}
