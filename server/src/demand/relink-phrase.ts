import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Phrase } from '#src/linking/phrase.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { forgetEngine, listLike } from './advertisement-queries.ts';
import { placedTexts } from './link-advertisement.ts';

const PAGE = 200;

/** For room review: has every posting that holds a phrase linked again; says how many there are. */
export async function relinkPhrase(trx: Transaction<DB>, phrase: Phrase): Promise<number> {
  let found = 0;
  for (let after = 0; ;) {
    const postings = await listLike(trx, phrase.pattern, { after, limit: PAGE });
    const holding = postings.filter((one) => phrase.isIn(textsOf(one)));
    await forgetEngine(
      trx,
      holding.map(({ id }) => id),
    );
    found += holding.length;
    if (postings.length < PAGE) break;
    after = postings.at(-1)!.id;
  }
  if (found > 0) await moveInput(trx, 'demand');
  return found;
}

/** The texts of one posting that carry links; none where there is no such posting. */
export async function findTexts(db: Kysely<DB>, id: number): Promise<string[]> {
  const posting = await db
    .selectFrom('advertisement')
    .where('id', '=', id)
    .select(['title', 'tags', 'requirements'])
    .executeTakeFirst();
  return posting ? textsOf(posting) : [];
}

function textsOf(posting: Parameters<typeof placedTexts>[0]): string[] {
  return placedTexts(posting).map(({ text }) => text);
}
