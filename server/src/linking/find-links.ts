import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { FoundView, LinksReply, LinksRequest } from './contract.ts';
import type { Linker } from './engine/linker.ts';
import type { FoundLink } from './found-link.ts';
import { listRefs, listVerdicts, verdictKey } from './found-queries.ts';
import { linkTexts } from './link-texts.ts';
import { linkerVersion } from './linker-version.ts';
import { sayReasons } from './say-reasons.ts';

/**
 * The competencies of one text for whoever asks, with reasons in words and people's decisions on
 * them. Nothing is kept. `wait`: until the index of the hybrid tier is built. Throws not-found.
 */
export async function findLinks(
  { db, linker }: { db: Kysely<DB>; linker: Linker },
  { text, field, documentType, tier, frameworks }: LinksRequest,
  { signal, wait = false }: { signal?: AbortSignal | undefined; wait?: boolean } = {},
): Promise<LinksReply> {
  const wanted = [{ text, field, documentType, tier }];
  const options = { frameworks, urgent: true, signal, wait };
  const { linkIndex, engine, hybrid, texts } = await linkTexts({ db, linker }, wanted, options);
  const { links, read } = texts[0]!;
  const { versions } = linkIndex.set;
  return {
    linker: {
      tier: engine?.index ? 'hybrid' : 'dictionary',
      hybrid,
      version: engine?.linkerVersion ?? linkerVersion('dictionary'),
      hash: linkIndex.index.hash,
      indexHash: engine?.index?.hash ?? null,
      frameworks: versions.map(({ framework: code, version }) => ({ code, version })),
    },
    read,
    links: await viewsOf(
      db,
      versions.map(({ id }) => id),
      links,
    ),
  };
}

async function viewsOf(
  db: Kysely<DB>,
  versionIds: readonly number[],
  links: readonly FoundLink[],
): Promise<FoundView[]> {
  const ids = [...new Set(links.map(({ competencyId }) => competencyId))];
  const refs = await listRefs(db, versionIds, ids);
  const verdicts = await listVerdicts(db, links);
  return links.flatMap((link): FoundView[] => {
    const competency = refs.get(link.competencyId);
    if (!competency) return [];
    const { start, end, surface, normalised, method, form, band, probability, level } = link;
    return [
      {
        competency,
        ...{ start, end, surface, normalised, method, form, band, probability, level },
        verdict: verdicts.get(verdictKey(link)) ?? null,
        reasons: sayReasons(link, competency.label),
      },
    ];
  });
}
