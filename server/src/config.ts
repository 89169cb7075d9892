import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { isIP } from 'node:net';
import { z } from 'zod';
import { Problem, type Language } from './errors.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(5757),
  HOST: z
    .string()
    .default('127.0.0.1')
    // as in an address: [::1]
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1')),
  NHIP_HOME: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  NHIP_SECRET: z.string().min(32).optional(),
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, 'must be addresses or networks of proxies, separated by commas')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).optional(),
  PULL_HOSTS: z
    .string()
    .regex(/^[\w.:[\]-]+(,\s*[\w.:[\]-]+)*$/, 'must be hosts, separated by commas')
    .optional(),
  LINKING_THREADS: z.coerce.number().int().min(0).max(64).optional(),
  LINK_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  LINK_ENDPOINT_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word')
    .optional(),
  LINK_ENDPOINT_CHAT_MODEL: z.string().min(1).optional(),
  LINK_ENDPOINT_EMBEDDINGS_MODEL: z.string().min(1).optional(),
  LINK_ENDPOINT_PRIVATE_HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'must be one host, with its port where it has one')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('error'),
  NHIP_LANG: z.enum(['vi', 'en']).optional(),
});

export interface Config {
  port: number;
  host: string;
  /** The folder that holds `demo/` and `main/`. */
  home: string;
  databaseUrl: string | undefined;
  /** The login that owns the schema, where the program's own must not. */
  databaseOwnerUrl: string | undefined;
  publicUrl: URL | undefined;
  language: Language;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  /** Signs cookies and keys hashes; undefined: the installation keeps one of its own in a file. */
  secret: string | undefined;
  /** Addresses of the proxies in front of the program, whose X-Forwarded-For is believed. */
  trustProxy: string | undefined;
  /** Hosts of the own network from which frameworks may be pulled, over http too. */
  pullHosts: readonly string[];
  /** Threads that link texts; 0: by the dictionary alone; undefined: one less than the machine has. */
  linkingThreads: number | undefined;
  postOffice: { url: string; from: string } | undefined;
  /** undefined, as long as nobody has configured one: nothing is asked of anybody. */
  linkEndpoint: LinkEndpoint | undefined;
  identityProvider:
    { name: string; issuer: URL; clientId: string; clientSecret: string } | undefined;
}

/** A server of the operator's choice that speaks as OpenAI's does; asked about lines that wait for a person. */
export interface LinkEndpoint {
  /** Ends where `/embeddings` and `/chat/completions` begin. */
  url: URL;
  key: string | undefined;
  chatModel: string | undefined;
  embeddingsModel: string | undefined;
  /** Of the own network, and allowed all the same. */
  trustedHosts: readonly string[];
  patienceSeconds?: number;
}

/** Reads the environment; nothing else in the program does. Throws configuration-invalid. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const filled = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Problem('configuration-invalid', { what: what.join('; ') });
  }
  const read = parsed.data;
  const { PORT, HOST, NHIP_HOME, DATABASE_URL, DATABASE_OWNER_URL, PUBLIC_URL, NHIP_LANG } =
    parsed.data;
  return {
    port: PORT,
    host: HOST,
    home: NHIP_HOME === undefined ? defaultHome() : resolve(NHIP_HOME),
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: DATABASE_OWNER_URL,
    publicUrl: PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL),
    language: NHIP_LANG ?? languageOf(environment),
    logLevel: read.LOG_LEVEL,
    secret: read.NHIP_SECRET,
    trustProxy: read.TRUST_PROXY,
    pullHosts: (read.PULL_HOSTS ?? '').split(/,\s*/).filter((host) => host !== ''),
    linkingThreads: read.LINKING_THREADS,
    postOffice: postOfficeOf(read),
    linkEndpoint: linkEndpointOf(read),
    identityProvider: identityProviderOf(read),
  };
}

type Read = z.infer<typeof Environment>;

function postOfficeOf({ SMTP_URL, MAIL_FROM }: Read): Config['postOffice'] {
  if (SMTP_URL === undefined) return undefined;
  if (MAIL_FROM === undefined) throw incomplete('MAIL_FROM');
  return { url: SMTP_URL, from: MAIL_FROM };
}

function identityProviderOf(read: Read): Config['identityProvider'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = read;
  if (OIDC_ISSUER === undefined) return undefined;
  if (OIDC_CLIENT_ID === undefined) throw incomplete('OIDC_CLIENT_ID');
  if (OIDC_CLIENT_SECRET === undefined) throw incomplete('OIDC_CLIENT_SECRET');
  return {
    name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
    issuer: new URL(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
  };
}

function linkEndpointOf(read: Read): Config['linkEndpoint'] {
  const { LINK_ENDPOINT_URL: url, LINK_ENDPOINT_PRIVATE_HOST: host } = read;
  const [chat, embeddings] = [read.LINK_ENDPOINT_CHAT_MODEL, read.LINK_ENDPOINT_EMBEDDINGS_MODEL];
  if (url === undefined) return undefined;
  if (chat === undefined && embeddings === undefined) throw incomplete('LINK_ENDPOINT_CHAT_MODEL');
  return {
    url: new URL(url),
    key: read.LINK_ENDPOINT_KEY,
    chatModel: chat,
    embeddingsModel: embeddings,
    trustedHosts: host === undefined ? [] : [host],
  };
}

function incomplete(name: string): Problem {
  return new Problem('configuration-invalid', { what: `${name} is missing` });
}

/** Vietnamese unless the environment's locale is another known language. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'vi';
}

function defaultHome(): string {
  return process.getuid?.() === 0 ? '/var/lib/nhip' : join(homedir(), '.local', 'share', 'nhip');
}

/** Whoever is trusted may say where a request came from; a network of everybody would let everybody. */
function isProxyList(list: string): boolean {
  return list.split(',').every((entry) => {
    const [address = '', bits, ...rest] = entry.trim().split('/');
    if (isIP(address) === 0 || rest.length > 0) return false;
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8);
  });
}
