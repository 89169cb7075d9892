import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { linksAs, mayLink, mayReadState } from './access.ts';
import { Allowance } from './allowance.ts';
import { LinkingState, LinksReply, LinksRequest } from './contract.ts';
import { findLinks } from './find-links.ts';
import { readLinkingState } from './read-state.ts';

/** A text of the longest length whose every character is written as an escape of JSON. */
const BODY_LIMIT = 2 * 2 ** 20;

export function linkingRoutes(app: App, platform: Platform): void {
  const allowance = new Allowance({ turns: 60, seconds: 60, atOnce: 2 });
  app.post(
    '/api/linking/links',
    {
      bodyLimit: BODY_LIMIT,
      config: { access: mayLink },
      schema: { body: LinksRequest, response: { 200: LinksReply } },
    },
    async (request) => {
      const turn = allowance.take(linksAs(request.actor));
      if ('seconds' in turn) throw new Problem('linking-too-often', { seconds: turn.seconds });
      try {
        return await findLinks(platform, request.body);
      } finally {
        turn.end();
      }
    },
  );
  app.get(
    '/api/linking/state',
    { config: { access: mayReadState }, schema: { response: { 200: LinkingState } } },
    () => readLinkingState(platform),
  );
}
