import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface OtherServer {
  /** 'http://127.0.0.1:…' */
  origin: string;
  host: string;
  /** what has been asked, as 'GET /path' */
  asked: string[];
}

/** A server of somebody else, which may behave in any way; gone at the end of the test. */
export async function otherServer(
  t: TestContext,
  answer: (request: IncomingMessage, reply: ServerResponse) => void,
): Promise<OtherServer> {
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, reply);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin: `http://${host}`, host, asked };
}

export function sendJson(
  reply: ServerResponse,
  body: unknown,
  headers: Record<string, string> = {},
) {
  reply.writeHead(200, { 'content-type': 'application/json', ...headers });
  reply.end(JSON.stringify(body));
}
