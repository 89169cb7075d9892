import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { withRejected, type LinkIndex } from '#src/linking/current-index.ts';
import { listLinkedTexts } from './advertisement-queries.ts';
import { linkAdvertisement } from './link-advertisement.ts';
import { carryVerdicts, deleteLinks, insertLinks } from './link-queries.ts';

const BATCH = 200;

/** Links every advertisement anew with another index; people's standing decisions are carried over. */
export async function relinkAdvertisements(
  trx: Transaction<DB>,
  linkIndex: LinkIndex,
): Promise<void> {
  const whole = withRejected(linkIndex);
  for (let after = 0; ;) {
    const texts = await listLinkedTexts(trx, { after, limit: BATCH });
    if (texts.length === 0) break;
    after = texts.at(-1)!.id;
    await deleteLinks(
      trx,
      texts.map((text) => text.id),
    );
    const links = texts.flatMap((text) =>
      linkAdvertisement(whole, text).map((link) => ({ ...link, advertisementId: text.id })),
    );
    await insertLinks(trx, links);
  }
  await carryVerdicts(trx);
}
