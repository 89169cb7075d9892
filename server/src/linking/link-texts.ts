import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { DocumentType, Field, HybridStatus, Tier } from './contract.ts';
import { currentIndex, withRejected, type LinkIndex } from './current-index.ts';
import type { LinkedText, TextOrder } from './engine/orders.ts';
import { IndexRefused } from './engine/link-threads.ts';
import type { Engine, Linker, LinkOptions } from './engine/linker.ts';
import { fromDictionary } from './found-link.ts';
import { linkText } from './link.ts';
import { LINKER_VERSION } from './phrase-index.ts';

export interface TextToLink {
  text: string;
  field: Field;
  documentType: DocumentType;
  /** `dictionary`: what is too short to rank (titles, tags), or too much. */
  tier: Tier;
}

export interface Linked {
  /** What each link has to record. */
  linkIndex: LinkIndex;
  /** Undefined: no index of the hybrid tier is ready, and the dictionary has linked everything. */
  engine: Engine | undefined;
  hybrid: HybridStatus;
  /** In the order of the texts. */
  texts: LinkedText[];
}

/**
 * The competencies that some texts ask for, with what people have rejected among them, so that a
 * rejection can be shown and taken back: whoever counts asks for verdicts. Until an index is built the
 * dictionary links, and building begins; `wait` waits for it.
 *
 * Throws not-found where no published framework has the code that was asked for.
 */
export async function linkTexts(
  { db, linker }: { db: Kysely<DB>; linker: Linker },
  texts: readonly TextToLink[],
  {
    frameworks,
    wait = false,
    ...options
  }: LinkOptions & { frameworks?: readonly string[] | undefined; wait?: boolean } = {},
): Promise<Linked> {
  const linkIndex = withRejected(await currentIndex(db, frameworks));
  const { set } = linkIndex;
  const wanted = texts.some(({ tier }) => tier === 'hybrid');
  const ready = wait ? linker.getEngine : linker.findEngine;
  const engine = wanted ? await ready(db, set) : undefined;
  if (wanted && !engine) linker.getEngine(db, set).catch(() => undefined);
  try {
    const linked = await linkWith(linker, linkIndex, engine, texts, options);
    return { linkIndex, engine, hybrid: linker.status(set), texts: linked };
  } catch (fault) {
    if (!(fault instanceof IndexRefused)) throw fault;
    linker.getEngine(db, set).catch(() => undefined);
    const linked = await linkWith(linker, linkIndex, undefined, texts, options);
    return { linkIndex, engine: undefined, hybrid: linker.status(set), texts: linked };
  }
}

/** The same with an index and an engine at hand. Throws IndexRefused. */
export async function linkWith(
  linker: Linker,
  { index }: LinkIndex,
  engine: Engine | undefined,
  texts: readonly TextToLink[],
  options: LinkOptions = {},
): Promise<LinkedText[]> {
  const orders = texts.map(({ text, field, documentType }): TextOrder => ({
    ...{ text, field, documentType },
    dictionary: linkText(index, field, text),
  }));
  const ranked = orders.filter((_, at) => engine?.index && texts[at]!.tier === 'hybrid');
  const links = engine && ranked.length > 0 ? await linker.link(engine, ranked, options) : [];
  const byOrder = new Map(ranked.map((order, at) => [order, links[at]!]));
  return orders.map((order) => byOrder.get(order) ?? dictionaryOf(order));
}

function dictionaryOf({ text, dictionary }: TextOrder): LinkedText {
  const links = dictionary.map((link) => fromDictionary(link, LINKER_VERSION));
  return { links, read: { units: text.length, of: text.length } };
}
