import { createHash } from 'node:crypto';
import type { LinkEndpoint } from '#src/config.ts';
import { Problem } from '#src/errors.ts';
import { guardedFetch } from '#src/http/guarded-fetch.ts';

/** How a call ended; only `answered` carries anything. */
export type Outcome =
  'answered' | 'refused' | 'unreachable' | 'slow' | 'too-large' | 'not-understood';

export interface Call {
  kind: 'embeddings' | 'chat';
  host: string;
  model: string;
  promptHash: string;
  items: number;
  outcome: Outcome;
  milliseconds: number;
}

/** Every call is told to whoever keeps the record, whatever became of it. */
export type Record = (call: Call) => Promise<void>;

export interface Question {
  kind: Call['kind'];
  model: string;
  items: number;
  body: object;
}

const limits = { limitBytes: 8 * 2 ** 20, seconds: 60, idleSeconds: 30 };

export function promptHash(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}

/**
 * Asks an OpenAI-compatible server and gives what `read` makes of its answer; undefined when it did not
 * answer, or with anything that `read` does not understand. Never throws for what the server does.
 */
export async function ask<Answer>(
  endpoint: LinkEndpoint,
  { kind, model, items, body }: Question,
  read: (answer: unknown) => Answer | undefined,
  record: Record,
): Promise<Answer | undefined> {
  const url = new URL(kind === 'chat' ? 'chat/completions' : 'embeddings', slashed(endpoint.url));
  const began = performance.now();
  const { answer, outcome } = await post(endpoint, url, JSON.stringify(body));
  const understood = outcome === 'answered' ? read(answer) : undefined;
  const ended = outcome === 'answered' && understood === undefined ? 'not-understood' : outcome;
  await record({
    ...{ kind, model, items, host: url.host, promptHash: promptHash(body), outcome: ended },
    milliseconds: Math.round(performance.now() - began),
  });
  return understood;
}

/** An address that the operator has not allowed is a mistake in the configuration: it is thrown. */
const outcomes: Partial<{ [Code in Problem['code']]: Outcome }> = {
  'remote-too-slow': 'slow',
  'remote-too-large': 'too-large',
  'remote-redirects': 'refused',
  'remote-unreachable': 'unreachable',
};

function slashed(url: URL): string {
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

async function post(
  { key, trustedHosts, patienceSeconds }: LinkEndpoint,
  url: URL,
  body: string,
): Promise<{ answer?: unknown; outcome: Outcome }> {
  const guard = {
    ...{ ...limits, trustedHosts },
    ...(patienceSeconds && { seconds: patienceSeconds, idleSeconds: patienceSeconds }),
  };
  const headers = {
    ...{ 'content-type': 'application/json', accept: 'application/json' },
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  try {
    const answered = await guardedFetch(url, guard, { method: 'POST', headers, body });
    if (answered.status !== 200) {
      answered.destroy();
      return { outcome: 'refused' };
    }
    const parts: Buffer[] = [];
    for await (const part of answered.body) parts.push(part);
    return { answer: parsed(Buffer.concat(parts).toString()), outcome: 'answered' };
  } catch (fault) {
    const outcome = fault instanceof Problem && outcomes[fault.code];
    if (outcome) return { outcome };
    throw fault;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
