import type { FastifyRequest } from 'fastify';
import { Problem } from '#src/errors.ts';

/** What a log may say of a fault: its kind and its place in the program; never a value of a row. */
export interface DescribedFault {
  name: string;
  code?: string;
  /** Left out for faults of the database: its messages quote the values that it was given. */
  message?: string;
  constraint?: string;
  stack?: string;
  /** what the person was told to quote */
  reference?: string;
}

/** Addresses are the personal data that most often stands in a message. */
const ADDRESS = /[^\s@"'<>()]+@[^\s@"'<>()]+/g;
const FRAMES = 12;

export function describeFault(fault: unknown): DescribedFault {
  if (fault instanceof Problem && fault.code === 'unexpected-fault' && fault.cause !== undefined) {
    return { ...describeFault(fault.cause), reference: String(fault.detail.reference) };
  }
  const { name, code, message, stack, severity, constraint } = fault as Error & {
    code?: string;
    severity?: string;
    constraint?: string;
  };
  const ofDatabase = severity !== undefined;
  return {
    name: name ?? typeof fault,
    ...(code !== undefined && { code }),
    ...(!ofDatabase && message && { message: message.replace(ADDRESS, '…@…').slice(0, 500) }),
    ...(constraint !== undefined && { constraint }),
    ...(stack && { stack: framesOf(stack) }),
  };
}

/** One line for a log without structure. */
export function faultLine(fault: unknown): string {
  const { reference, name, code, message, stack } = describeFault(fault);
  const place = reference && stack?.split('\n')[0]?.trim();
  return [new Date().toISOString(), reference, name, code, message, place]
    .filter(Boolean)
    .join(' ');
}

/** How the server logs: method, path without its query, status and time; no address, body or cookie. */
export function logOptions(level: string, stream?: { write(line: string): void }) {
  return {
    level,
    base: null,
    serializers: {
      req: ({ method, url }: FastifyRequest) => ({ method, path: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: describeFault,
    },
    ...(stream && { stream }),
  };
}

/** The first line of a stack is the message again. */
function framesOf(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, FRAMES).join('\n');
}
