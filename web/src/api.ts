import { ProblemBody } from '@nhip/server/http/contract.ts';
import { queryOptions } from '@tanstack/react-query';
import { config, type z } from 'zod';
import type { Language } from './language.ts';

// Compiled checks need eval, which the content security policy forbids.
config({ jitless: true });

/** Hears 'wanted' whenever the server answers only somebody who has signed in. */
export const signInWanted = new EventTarget();

export type Search = Record<string, string | number | boolean | null | undefined>;

/** What went wrong, with a code and with words in both languages; every failed call ends here. */
export class ApiProblem extends Error {
  readonly code: string;
  /** 0 when no answer came at all. */
  readonly status: number;
  readonly words: Record<Language, string>;
  /** The whole answer: some problems say more than their words (RFC 9457, 3.2). */
  readonly body: unknown;

  constructor(code: string, status: number, words: Record<Language, string>, body?: unknown) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.words = words;
    this.body = body;
  }
}

export function addressOf(path: string, search: Search = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** One read for `useQuery`: cached by address, checked against the contract, cancelled when nobody waits for it. */
export function reading<S extends z.ZodType>(schema: S, path: string, search: Search = {}) {
  const address = addressOf(path, search);
  return queryOptions({
    queryKey: [path, address],
    queryFn: ({ signal }) => call(schema, address, { signal }),
  });
}

/** One change. A `Blob` travels as it is, anything else as JSON. */
export function send<S extends z.ZodType>(
  schema: S,
  method: 'POST' | 'PUT' | 'DELETE',
  address: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<z.output<S>> {
  const raw = body instanceof Blob;
  return call(schema, address, {
    method,
    signal,
    headers:
      body === undefined
        ? {}
        : { 'content-type': raw ? 'application/octet-stream' : 'application/json' },
    body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
  });
}

async function call<S extends z.ZodType>(
  schema: S,
  address: string,
  init: RequestInit,
): Promise<z.output<S>> {
  const response = await fetch(address, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw unreachable();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = problemOf(response.status, body);
    if (problem.code === 'sign-in-required') signInWanted.dispatchEvent(new Event('wanted'));
    throw problem;
  }
  const checked = schema.safeParse(body);
  if (!checked.success) throw unexpected(response.status);
  return checked.data;
}

export function problemOf(status: number, body: unknown): ApiProblem {
  const problem = ProblemBody.safeParse(body);
  if (!problem.success) return unexpected(status);
  return new ApiProblem(problem.data.code, status, problem.data.words, body);
}

export async function serverAnswers(): Promise<boolean> {
  return fetch('/healthz').then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Why the code of a page did not come: the server is away, or it serves a newer build by now. */
export async function missingCode(): Promise<ApiProblem> {
  return (await serverAnswers()) ? unexpected(0) : unreachable();
}

function unreachable(): ApiProblem {
  return new ApiProblem('server-unreachable', 0, {
    vi: 'Không liên lạc được với máy chủ Nhịp. Có thể máy chủ đã dừng hoặc mạng bị ngắt; hãy kiểm tra rồi thử lại.',
    en: 'The Nhịp server cannot be reached. It may have stopped, or the network is down; check and try again.',
  });
}

function unexpected(status: number): ApiProblem {
  return new ApiProblem('answer-not-understood', status, {
    vi: 'Máy chủ trả lời theo cách trang này không hiểu. Có thể máy chủ vừa được cập nhật; hãy tải lại trang.',
    en: 'The server answered in a way that this page does not understand. It may have been updated; load the page again.',
  });
}
