import type { TextSource } from '#src/linking/relinking/text-source.ts';
import {
  countUnlinked,
  listUnlinked,
  lockUnchanged,
  setLinkEngine,
} from './advertisement-queries.ts';
import { linkRows, placedTexts } from './link-advertisement.ts';
import { carryVerdicts, deleteLinks, digestOfCounted, insertLinks } from './link-queries.ts';
import { rebandLinks } from './reband-links.ts';

/** What this room has to link: every advertisement, whether it counts or is held back. */
export const advertisementTexts: TextSource = {
  name: 'advertisements',
  input: 'demand',
  count: countUnlinked,
  async list(db, engineId, page) {
    const rows = await listUnlinked(db, engineId, page);
    return rows.map(({ id, mark, ...texts }) => ({ id, mark, texts: placedTexts(texts) }));
  },
  async replace(trx, linkIndex, engineId, owners) {
    const ids = await lockUnchanged(trx, owners);
    if (ids.length === 0) return false;
    const before = await digestOfCounted(trx, ids);
    await deleteLinks(trx, ids);
    const unchanged = new Set(ids);
    const rows = owners
      .filter(({ id }) => unchanged.has(id))
      .flatMap(({ id, texts, links }) =>
        texts.flatMap((place, at) =>
          linkRows(linkIndex, place, links[at]!).map((row) => ({ ...row, advertisementId: id })),
        ),
      );
    await insertLinks(trx, rows);
    await rebandLinks(trx, { ownerIds: ids });
    await carryVerdicts(trx, ids);
    await setLinkEngine(trx, ids, engineId);
    return (await digestOfCounted(trx, ids)) !== before;
  },
};
