import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { Problem } from '#src/errors.ts';
import { isPublicAddress } from './public-address.ts';

export interface Guard {
  /** hosts (`host` or `host:port`) of the own network that may be asked all the same, and over http */
  trustedHosts?: readonly string[];
  /** of the whole answer; it may neither be longer nor claim to be */
  limitBytes: number;
  /** until everything is here */
  seconds?: number;
  /** without a single byte */
  idleSeconds?: number;
}

export interface Asked {
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface Answered {
  status: number;
  headers: IncomingMessage['headers'];
  /** where the answer came from in the end */
  url: URL;
  /** Throws remote-too-large, remote-too-slow, remote-unreachable. To be read or destroyed. */
  body: AsyncIterable<Buffer>;
  /** Ends the answer without reading it. */
  destroy(): void;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks a server whose address somebody typed in. Only https, only addresses of the open Internet: the name
 * is resolved once and exactly that address is connected to, so that no other answer of DNS comes between.
 * Every redirect is checked in the same way; what is secret does not follow to another place.
 *
 * Throws remote-address-refused, remote-unreachable, remote-too-slow, remote-too-large, remote-redirects.
 */
export async function guardedFetch(
  address: string | URL,
  guard: Guard,
  asked: Asked = {},
): Promise<Answered> {
  const until = Date.now() + (guard.seconds ?? 120) * 1000;
  let url = toUrl(String(address));
  let wanted = asked;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(url, guard, wanted, until);
    const { location } = answer.message.headers;
    const status = answer.message.statusCode ?? 0;
    if (!REDIRECTS.has(status) || location === undefined) {
      return {
        ...{ status, url, headers: answer.message.headers },
        body: bodyOf(answer.message, url, guard, until),
        destroy: () => answer.message.destroy(),
      };
    }
    answer.message.destroy();
    if (redirects >= MOST_REDIRECTS || wanted.method === 'POST') {
      throw new Problem('remote-redirects', { host: url.host, most: MOST_REDIRECTS });
    }
    const next = toUrl(location, url);
    if (next.origin !== url.origin) wanted = withoutSecrets(wanted);
    url = next;
  }
}

function toUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) {
    throw new Problem('remote-address-refused', { host: address.slice(0, 100) });
  }
  return new URL(address, base);
}

function withoutSecrets(asked: Asked): Asked {
  const kept = Object.entries(asked.headers ?? {}).filter(
    ([name]) => name.toLowerCase() !== 'authorization',
  );
  return { ...asked, headers: Object.fromEntries(kept) };
}

/** Refuses by what the address itself shows; what its name resolves to is checked when it is connected to. */
function checkUrl(url: URL, isTrusted: boolean): void {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isAllowed =
    url.username === '' &&
    url.password === '' &&
    (isTrusted
      ? url.protocol === 'https:' || url.protocol === 'http:'
      : url.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host)));
  if (!isAllowed) throw new Problem('remote-address-refused', { host: url.host || url.protocol });
}

function ask(
  url: URL,
  guard: Guard,
  { method = 'GET', headers = {}, body }: Asked,
  until: number,
): Promise<{ message: IncomingMessage }> {
  const trusted = guard.trustedHosts ?? [];
  const isTrusted = trusted.includes(url.host) || trusted.includes(url.hostname);
  checkUrl(url, isTrusted);
  const options: RequestOptions = {
    method,
    headers: { 'user-agent': 'Nhip', 'accept-encoding': 'identity', ...headers },
    // no connection that was made before is used again, and none is kept
    agent: false,
    maxHeaderSize: 16 * 1024,
    ...(isTrusted ? {} : { lookup: publicOnly }),
  };
  const idle = (guard.idleSeconds ?? 20) * 1000;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
    const slow = () => request.destroy(new Problem('remote-too-slow', { host: url.host }));
    const deadline = setTimeout(slow, Math.max(1, Math.min(idle, until - Date.now())));
    request.once('response', (message) => {
      clearTimeout(deadline);
      resolve({ message });
    });
    request.on('error', (fault) => {
      clearTimeout(deadline);
      reject(asProblem(fault, url));
    });
    request.end(body);
  });
}

/** Resolves a name as sockets do, and refuses it when any of its addresses is not public. */
const publicOnly: NonNullable<RequestOptions['lookup']> = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (fault, addresses) => {
    if (fault) return callback(fault, [], 0);
    const closed = addresses.find(({ address }) => !isPublicAddress(address));
    if (closed || addresses.length === 0) {
      return callback(new Problem('remote-address-refused', { host: hostname }), [], 0);
    }
    const [first] = addresses;
    return options.all ? callback(null, addresses) : callback(null, first!.address, first!.family);
  });
};

async function* bodyOf(
  message: IncomingMessage,
  url: URL,
  guard: Guard,
  until: number,
): AsyncGenerator<Buffer> {
  const tooLarge = () =>
    new Problem('remote-too-large', {
      host: url.host,
      limit: `${Math.floor(guard.limitBytes / 2 ** 20)} MB`,
    });
  const slow = () => message.destroy(new Problem('remote-too-slow', { host: url.host }));
  const deadline = setTimeout(slow, Math.max(1, until - Date.now()));
  message.setTimeout((guard.idleSeconds ?? 20) * 1000, slow);
  try {
    if (Number(message.headers['content-length'] ?? 0) > guard.limitBytes) throw tooLarge();
    let bytes = 0;
    for await (const chunk of message) {
      bytes += (chunk as Buffer).length;
      if (bytes > guard.limitBytes) throw tooLarge();
      yield chunk as Buffer;
    }
  } catch (fault) {
    throw asProblem(fault, url);
  } finally {
    clearTimeout(deadline);
    message.destroy();
  }
}

function asProblem(fault: unknown, url: URL): Problem {
  if (fault instanceof Problem) return fault;
  const { code, message } = fault as NodeJS.ErrnoException;
  return new Problem(
    'remote-unreachable',
    { host: url.host, what: code ?? String(message).slice(0, 80) },
    { cause: fault },
  );
}
