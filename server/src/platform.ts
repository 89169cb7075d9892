import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { DB } from './db/types.ts';
import type { Files } from './files/files.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Linker } from './linking/engine/linker.ts';
import type { Actor } from './actors/actor.ts';

/** What every room is given: the open handles of one installation, and nothing that hides a decision. */
export interface Platform {
  db: Kysely<DB>;
  files: Files;
  jobs: Jobs;
  linker: Linker;
  kind: 'demo' | 'main';
  programVersion: string;
  /**
   * What becomes of letters: sent by a mail server; shown in the demonstration's outbox; kept, where no
   * mail server is configured: then nothing can prove whose an address is.
   */
  letters: 'sent' | 'shown' | 'kept';
  /** Signs cookies and keys hashes; never in the database, a log or an answer. */
  secret: string;
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Of a room's access.ts: may this actor use the route at all? Ownership of a row is asked again in the act. */
export type AccessRule = (actor: Actor) => boolean;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessRule;
    /** Answers everybody alike: who asks is not looked up, so that it works while the database is away. */
    alike?: true;
  }
  interface FastifyRequest {
    actor: Actor;
  }
}
