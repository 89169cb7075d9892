import { Agent, get } from 'node:http';

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
