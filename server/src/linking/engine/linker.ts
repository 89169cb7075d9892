import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { HybridStatus } from '../contract.ts';
import { fromDictionary } from '../found-link.ts';
import { indexContent } from '../index-content.ts';
import type { IndexSet } from '../index-set.ts';
import { linkerVersion } from '../linker-version.ts';
import { LINKER_VERSION } from '../phrase-index.ts';
import { buildIndex } from './build-index.ts';
import { findEngine, writeEngine, type EngineRow } from './engine-queries.ts';
import { indexPath, sweepIndexes, touchIndex } from './index-folder.ts';
import { IndexRefused, LinkThreads, ThreadLost, type ThreadOptions } from './link-threads.ts';
import type { IndexFile, LinkedText, TextOrder } from './orders.ts';

/** What texts are linked with, as link_engine keeps it; `index` is missing where the dictionary links alone. */
export interface Engine extends EngineRow {
  index: IndexFile | undefined;
}

/**
 * The hybrid tier of one installation: the files of its indexes and the threads that link. Indexes are
 * built and texts are linked beside the program, never in it.
 */
export interface Linker {
  /** How far the index of a set is; `waiting` until somebody asks for it. */
  status(set: IndexSet): HybridStatus;
  /** What links the texts of a set now, without waiting: undefined until its index is built. */
  findEngine(db: Kysely<DB>, set: IndexSet): Promise<Engine | undefined>;
  /** The same, once the index is built; throws what stands in its way. */
  getEngine(db: Kysely<DB>, set: IndexSet): Promise<Engine>;
  /** Links texts in order. Throws IndexRefused: then the index is gone and getEngine builds it anew. */
  link(engine: Engine, texts: readonly TextOrder[], options?: LinkOptions): Promise<LinkedText[]>;
  close(): Promise<void>;
}

export interface LinkOptions {
  /** Somebody waits for it. */
  urgent?: boolean | undefined;
  signal?: AbortSignal | undefined;
  /** Hears of a text that no thread could link; it keeps the links of the dictionary. */
  report?: ((fault: unknown) => void) | undefined;
}

export interface LinkerOptions extends Partial<ThreadOptions> {
  /** Where the indexes lie; everything in it can be built anew. */
  folder: string;
}

/** One thread less than the machine has, so that pages are answered meanwhile. */
export function usualThreads(): number {
  return Math.max(1, Math.min(4, availableParallelism() - 1));
}

/** `threads: 0` links by the dictionary alone. Nothing is started before there is something to do. */
export function openLinker({
  folder,
  threads = usualThreads(),
  ...options
}: LinkerOptions): Linker {
  const pool = new LinkThreads({ ...options, threads });
  const closing = new AbortController();
  const builds = new Map<string, Promise<Engine>>();
  const failed = new Set<string>();
  const ready = new Map<string, Engine>();
  const version = linkerVersion(threads === 0 ? 'dictionary' : 'hybrid');
  const keyOf = ({ key }: IndexSet) =>
    createHash('sha256')
      .update(JSON.stringify([key, version]))
      .digest('hex');

  const find = async (db: Kysely<DB>, set: IndexSet): Promise<Engine | undefined> => {
    const key = keyOf(set);
    const path = indexPath(folder, key);
    const known = ready.get(key);
    if (known && (!known.index || (await touchIndex(path)))) return known;
    ready.delete(key);
    const row = await findEngine(db, key);
    if (!row) return undefined;
    if (threads > 0 && (row.indexHash === null || !(await touchIndex(path)))) return undefined;
    return remember(row, path);
  };

  const remember = (row: EngineRow, path: string): Engine => {
    const index = row.indexHash === null ? undefined : { path, hash: row.indexHash };
    const engine = { ...row, index };
    ready.set(row.key, engine);
    return engine;
  };

  const build = async (db: Kysely<DB>, set: IndexSet): Promise<Engine> => {
    const key = keyOf(set);
    const path = indexPath(folder, key);
    const built =
      threads === 0 ? undefined : await buildIndex(path, indexContent(db, set), closing.signal);
    const row = { key, indexHash: built?.hash ?? null, linkerVersion: version };
    await sweepIndexes(folder);
    return remember(await writeEngine(db, set, row), path);
  };

  /** One index after the other: building takes a processor and much memory. */
  let last: Promise<unknown> = Promise.resolve();
  const buildOnce = (db: Kysely<DB>, set: IndexSet): Promise<Engine> => {
    const key = keyOf(set);
    const known = builds.get(key);
    if (known) return known;
    failed.delete(key);
    const begun = last
      .then(async () => (await find(db, set)) ?? (await build(db, set)))
      .catch((fault: unknown) => {
        failed.add(key);
        throw fault;
      })
      .finally(() => builds.delete(key));
    builds.set(key, begun);
    last = begun.catch(() => undefined);
    return begun;
  };

  const linkAll = async (
    engine: Engine,
    texts: readonly TextOrder[],
    { urgent, signal, report }: LinkOptions,
  ): Promise<LinkedText[]> => {
    const { index } = engine;
    if (!index) return texts.map(dictionaryAlone);
    const run = async (some: TextOrder[]): Promise<LinkedText[]> => {
      signal?.throwIfAborted();
      try {
        return await pool.run({ index, texts: some }, { urgent });
      } catch (fault) {
        if (!(fault instanceof ThreadLost) || closing.signal.aborted) throw fault;
        if (some.length === 1) {
          report?.(fault);
          return some.map(dictionaryAlone);
        }
        const apart: LinkedText[] = [];
        for (const text of some) apart.push(...(await run([text])));
        return apart;
      }
    };
    return (await Promise.all(portions(texts).map(run))).flat();
  };

  return {
    status(set) {
      const key = keyOf(set);
      if (threads === 0) return 'off';
      if (ready.has(key)) return 'ready';
      if (builds.has(key)) return 'building';
      return failed.has(key) ? 'failed' : 'waiting';
    },
    findEngine: find,
    async getEngine(db, set) {
      const known = ready.has(keyOf(set)) ? await find(db, set) : undefined;
      return known ?? buildOnce(db, set);
    },
    async link(engine, texts, linkOptions = {}) {
      try {
        return await linkAll(engine, texts, linkOptions);
      } catch (fault) {
        if (fault instanceof IndexRefused) {
          ready.delete(engine.key);
          await rm(indexPath(folder, engine.key), { force: true });
        }
        throw fault;
      }
    },
    async close() {
      closing.abort();
      await pool.close();
      await last;
    },
  };
}

function dictionaryAlone({ text, dictionary }: TextOrder): LinkedText {
  const links = dictionary.map((link) => fromDictionary(link, LINKER_VERSION));
  return { links, read: { units: text.length, of: text.length } };
}

/** Small enough that whoever is in a hurry waits for a second at most. */
const MOST_TEXTS = 20;
const MOST_UNITS = 60_000;

function portions(texts: readonly TextOrder[]): TextOrder[][] {
  const portioned: TextOrder[][] = [];
  let units = 0;
  for (const text of texts) {
    const current = portioned.at(-1);
    units += text.text.length;
    if (!current || current.length >= MOST_TEXTS || units > MOST_UNITS) {
      portioned.push([text]);
      units = text.text.length;
    } else current.push(text);
  }
  return portioned;
}
