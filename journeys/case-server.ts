import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const document = '5e0b8a52-1d0c-4f0a-9b3c-6a2f10a7c001';
const at = '2026-01-01T00:00:00Z';
const ids = ['5e0b8a52-1d0c-4f0a-9b3c-6a2f10a7c011', '5e0b8a52-1d0c-4f0a-9b3c-6a2f10a7c012'];

/** Another country's server with one framework; tests rename its first item, close its door, and take it away. */
export interface CaseServer {
  origin: string;
  host: string;
  said: { label: string; secret: string | undefined };
  close(): void;
}

export async function startCaseServer(): Promise<CaseServer> {
  const said: CaseServer['said'] = { label: 'Dựng cầu phao', secret: undefined };
  const server = createServer((request, reply) => {
    const send = (body: unknown, status = 200) => {
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const path = new URL(request.url!, 'http://x').pathname;
    if (path === '/token') {
      const known = request.headers.authorization === `Basic ${btoa(`nhip:${said.secret}`)}`;
      send(known ? { access_token: 'open' } : {}, known ? 200 : 401);
    } else if (said.secret && request.headers.authorization !== 'Bearer open') send({}, 401);
    else if (path.endsWith('/CFDocuments')) send({ CFDocuments: [describe(said.label)] });
    else if (path.endsWith(`/CFPackages/${document}`)) send(packageOf(said.label, path));
    else send({}, 404);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://${host}`, host, said, close };
}

const describe = (label: string) => ({
  ...{ identifier: document, uri: `https://x.example/${document}`, lastChangeDateTime: at },
  ...{ title: 'Khung công binh', creator: 'Nước láng giềng', language: 'vi', version: '3' },
  notes: label,
});

function packageOf(label: string, path: string) {
  const link = (identifier: string, title: string) => ({
    ...{ identifier, title, uri: `https://x.example${path}/${identifier}` },
  });
  const items = [label, 'Gỡ mìn'].map((fullStatement, place) => ({
    ...{ identifier: ids[place], uri: `https://x.example/${place}`, fullStatement },
    ...{ humanCodingScheme: `CB${place + 1}`, language: 'vi', lastChangeDateTime: at },
  }));
  const under = ids.map((id, place) => ({
    ...{
      identifier: id.replace('c01', 'd01'),
      uri: 'https://x.example/a',
      sequenceNumber: place + 1,
    },
    ...{ associationType: 'isChildOf', lastChangeDateTime: at },
    originNodeURI: link(id, `CB${place + 1}`),
    destinationNodeURI: link(document, 'Khung công binh'),
  }));
  return { CFDocument: describe(label), CFItems: items, CFAssociations: under };
}
