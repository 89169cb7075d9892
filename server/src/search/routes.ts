import { keepDoing } from '#src/jobs/keep-doing.ts';
import type { App, Platform } from '#src/platform.ts';
import { maySearch } from './access.ts';
import { SearchAnswer, SearchQuery } from './contract.ts';
import { keptSegments } from './kept-segments.ts';
import { search } from './search.ts';

export function searchRoutes(app: App, { db }: Platform): void {
  const segments = keptSegments(db);
  app.get(
    '/api/search',
    {
      config: { access: maySearch },
      schema: { querystring: SearchQuery, response: { 200: SearchAnswer } },
    },
    async ({ actor, query }) => search(await segments(), actor, query),
  );
  // a server that is open to people reads ahead of their searches
  let stop: (() => Promise<void>) | undefined;
  app.addHook('onListen', () => {
    const work = async () => void (await segments());
    stop = keepDoing(work, { seconds: 1, report: (fault) => app.log.error(fault) });
  });
  app.addHook('onClose', async () => stop?.());
}
