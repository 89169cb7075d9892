import { Problem } from '#src/errors.ts';
import { guardedFetch, type Answered, type Guard } from '#src/http/guarded-fetch.ts';
import { PACKAGE_LIMIT_BYTES } from '../importer.ts';
import { isObject } from '../lawful.ts';
import type { RemoteDocuments } from './contract.ts';

/** How another server is asked. */
export interface Remote {
  trustedHosts: readonly string[];
  /** how long to wait for it; both are for tests to shorten */
  seconds?: number;
  idleSeconds?: number;
  credentials?: Credentials | undefined;
}

export interface Credentials {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
}

const LIST_LIMIT_BYTES = 8 * 2 ** 20;
const PAGE = 100;
const MOST_PAGES = 50;

/** Where the package is that an address means: of a CFDocument its own, of anything else the address itself. */
export function packageAddress(address: string, version?: '1.0' | '1.1'): string {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\/CFDocuments\/([^/]+)\/?$/, '/CFPackages/$1');
  if (version !== undefined) {
    const path = version === '1.0' ? 'v1p0' : 'v1p1';
    url.pathname = url.pathname.replace(/\/ims\/case\/v1p[01]\//, `/ims/case/${path}/`);
  }
  return url.href;
}

/** The list of a server: an address that ends before it, or at it, or is that of a server alone. */
export function listAddress(address: string, version: '1.0' | '1.1' = '1.1'): string {
  const url = new URL(address);
  const service = /^(.*\/ims\/case\/v1p[01])(\/.*)?$/.exec(url.pathname);
  const path = version === '1.0' ? 'v1p0' : 'v1p1';
  const base = service?.[1] ?? `${url.pathname.replace(/\/$/, '')}/ims/case/${path}`;
  url.pathname = `${base}/CFDocuments`;
  url.search = '';
  return url.href;
}

/**
 * The answer to the request for a package, its body not yet read; undefined: it is still what `etag` names.
 * Throws what guarded-fetch.ts does, remote-answer-unexpected, remote-not-authorised.
 */
export async function askPackage(
  address: string,
  remote: Remote,
  etag?: string | null,
): Promise<Answered | undefined> {
  const answer = await ask(address, remote, PACKAGE_LIMIT_BYTES, {
    ...(etag ? { 'if-none-match': etag } : {}),
  });
  if (etag && answer.status === 304) {
    answer.destroy();
    return undefined;
  }
  return accepted(answer);
}

/** Every document that a server lists, page by page, whatever it says about how many there are. */
export async function listDocuments(address: string, remote: Remote): Promise<RemoteDocuments> {
  const found = new Map<string, RemoteDocuments['documents'][number]>();
  let total: number | undefined;
  let isBroken = false;
  for (let page = 0, offset = 0; ; page += 1) {
    const url = new URL(address);
    url.search = new URLSearchParams({ limit: String(PAGE), offset: String(offset) }).toString();
    const answer = await ask(url.href, remote, LIST_LIMIT_BYTES, {});
    // behind the last page there is nothing, as some servers say it
    if (answer.status === 404 && page > 0) {
      answer.destroy();
      break;
    }
    const said = Number(answer.headers['x-total-count'] ?? Number.NaN);
    if (Number.isInteger(said)) total = said;
    const documents = documentsIn(await wholeOf(accepted(answer)), answer.url);
    const before = found.size;
    for (const one of documents) if (!found.has(one.identifier)) found.set(one.identifier, one);
    offset += documents.length;
    if (documents.length === 0 || found.size === total) break;
    isBroken ||= found.size - before < documents.length;
    if (found.size === before || (total === undefined && documents.length < PAGE)) break;
    if (page + 1 >= MOST_PAGES) {
      isBroken = true;
      break;
    }
  }
  const documents = [...found.values()];
  return { documents, complete: !isBroken && (total === undefined || total === found.size) };
}

/** The whole body of an answer as bytes. */
export async function bytesOf({ body }: Pick<Answered, 'body'>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

async function ask(
  address: string,
  remote: Remote,
  limitBytes: number,
  headers: Record<string, string>,
): Promise<Answered> {
  const { credentials, ...guard } = remote;
  const token = credentials && (await askToken(credentials, guard));
  return guardedFetch(
    address,
    { ...guard, limitBytes },
    {
      headers: {
        ...{ accept: 'application/json', ...headers },
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    },
  );
}

/** A token for client credentials (RFC 6749, section 4.4). */
async function askToken(
  { tokenUrl, clientId, clientSecret }: Credentials,
  guard: Omit<Guard, 'limitBytes'>,
): Promise<string> {
  const name = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const answer = await guardedFetch(
    tokenUrl,
    { ...guard, limitBytes: 64 * 1024 },
    {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(name).toString('base64')}`,
      },
      body:
        'grant_type=client_credentials&scope=' +
        encodeURIComponent('https://purl.imsglobal.org/spec/case/v1p0/scope/case.readonly'),
    },
  );
  const said = await wholeOf(answer).catch(() => undefined);
  const token = isObject(said) ? said.access_token : undefined;
  if (answer.status !== 200 || typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token)) {
    throw new Problem('remote-not-authorised', { host: answer.url.host, what: answer.status });
  }
  return token;
}

function accepted(answer: Answered): Answered {
  const { status, headers, url } = answer;
  const type = String(headers['content-type'] ?? '');
  const isFile = /\.json(\.gz)?$/.test(url.pathname);
  const what =
    status === 401 || status === 403 || status !== 200
      ? `HTTP ${status}`
      : /json|octet-stream|gzip/.test(type) || (isFile && type.startsWith('text/plain'))
        ? undefined
        : type.slice(0, 60) || 'Content-Type';
  if (what === undefined) return answer;
  answer.destroy();
  const code =
    status === 401 || status === 403 ? 'remote-not-authorised' : 'remote-answer-unexpected';
  throw new Problem(code, { host: url.host, what });
}

async function wholeOf(answer: Answered): Promise<unknown> {
  const bytes = await bytesOf(answer);
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (cause) {
    throw new Problem(
      'remote-answer-unexpected',
      { host: answer.url.host, what: 'JSON' },
      { cause },
    );
  }
}

function documentsIn(said: unknown, url: URL): RemoteDocuments['documents'] {
  const list = isObject(said) ? said.CFDocuments : undefined;
  if (!Array.isArray(list)) {
    throw new Problem('remote-answer-unexpected', { host: url.host, what: 'CFDocuments' });
  }
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : '');
  return list.flatMap((one: unknown) => {
    if (!isObject(one) || typeof one.identifier !== 'string') return [];
    // the address that the document names may be a dead one: the server that lists it has it
    const packageUrl = new URL(`./CFPackages/${encodeURIComponent(one.identifier)}`, url);
    packageUrl.search = '';
    return [
      {
        identifier: text(one.identifier),
        title: text(one.title),
        creator: text(one.creator),
        version: typeof one.version === 'string' ? text(one.version) : null,
        packageUrl: packageUrl.href,
      },
    ];
  });
}
