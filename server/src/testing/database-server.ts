import { openEmbedded } from '#src/db/embedded/open-embedded.ts';
import { throwawayFolder } from '#src/db/throwaway.ts';
import { ensureTemplate } from './template.ts';

export interface TestServer {
  /** Of the server's own database 'postgres'; tests copy databases beside it. */
  url: string;
  stop(): Promise<void>;
}

/** An embedded PostgreSQL that forgets everything when it stops. */
export async function startTestServer(): Promise<TestServer> {
  const { folder, remove } = await throwawayFolder();
  const { user, port, host, stop } = await openEmbedded(folder, { durability: 'none' });
  return {
    url: `postgres://${user}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`,
    stop: async () => {
      await stop();
      await remove();
    },
  };
}

let server: TestServer | undefined;

/**
 * One server for a whole run: `node --test --test-global-setup=server/src/testing/database-server.ts`.
 * Its address reaches the test files in NHIP_TEST_DATABASE. NHIP_TEST_DATABASE_URL, the address of a
 * PostgreSQL that is running already, makes the run use that one.
 */
export async function globalSetup(): Promise<void> {
  const given = process.env.NHIP_TEST_DATABASE_URL;
  if (!given) server = await startTestServer();
  if (server) process.env.NHIP_TEST_DATABASE = server.url;
  await ensureTemplate(given ?? server!.url, 'initialised');
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
}
