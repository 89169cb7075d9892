import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const pagesPerSecond = 10;

/** What a browser asks a server for when it opens a page: the document, then what it shows. */
export interface PageRequest {
  document: string;
  data: string[];
}

/** Opens pages over connections that stay open, as browsers keep them. */
export class Visitors {
  readonly #agent: Agent;
  readonly #at: { url: string; cookie: string };

  constructor(at: { url: string; cookie: string }, sockets: number) {
    this.#at = at;
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  /** Milliseconds until all of a page is there. */
  async open({ document, data }: PageRequest): Promise<number> {
    const start = performance.now();
    await this.#request(document);
    await Promise.all(data.map((path) => this.#request(path)));
    return performance.now() - start;
  }

  leave(): void {
    this.#agent.destroy();
  }

  #request(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { 'accept-encoding': 'br', cookie: this.#at.cookie };
      get(new URL(path, this.#at.url), { agent: this.#agent, headers }, (reply) => {
        reply.resume();
        reply.on('end', () =>
          reply.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${reply.statusCode}`)),
        );
      }).on('error', reject);
    });
  }
}

/** Opens the pages in turn at a steady rate while some work goes on; a late answer delays nobody else. */
export async function pagesDuring(
  at: { url: string; cookie: string },
  pages: Record<string, PageRequest>,
  work: () => Promise<void>,
): Promise<Record<string, number[]>> {
  const visitors = new Visitors(at, 64);
  const times: Record<string, number[]> = {};
  const opened: Promise<void>[] = [];
  let working = true;
  const done = work().finally(() => (working = false));
  const names = Object.keys(pages);
  const start = performance.now();
  for (let turn = 0; working; turn += 1) {
    const due = start + (turn * 1000) / pagesPerSecond;
    await wait(Math.max(0, due - performance.now()));
    const name = names[turn % names.length]!;
    // From when it was due, so that a page that waited for its turn is not counted as a fast one.
    opened.push(
      visitors.open(pages[name]!).then(() => {
        (times[name] ??= []).push(performance.now() - due);
      }),
    );
  }
  await done;
  await Promise.all(opened);
  visitors.leave();
  return times;
}
