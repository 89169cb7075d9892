import type { TestContext } from 'node:test';
import type { LinkEndpoint } from '#src/config.ts';
import { otherServer, sendJson } from './other-server.ts';

/** What a model server is sent. */
export type ModelBody = { input?: string[]; messages?: { content: string }[] };

/** A server that answers as a test says, in the place of a model's. */
export async function modelServer(
  t: TestContext,
  answer: (body: ModelBody) => unknown,
  models: Partial<LinkEndpoint> = { chatModel: 'chat' },
) {
  const bodies: ModelBody[] = [];
  const server = await otherServer(t, (request, reply) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(text) as ModelBody);
      sendJson(reply, answer(bodies.at(-1)!));
    });
  });
  const endpoint: LinkEndpoint = {
    ...{ url: new URL(`${server.origin}/v1/`), key: undefined, patienceSeconds: 5 },
    ...{ chatModel: undefined, embeddingsModel: undefined, trustedHosts: [server.host], ...models },
  };
  return { endpoint, bodies };
}
