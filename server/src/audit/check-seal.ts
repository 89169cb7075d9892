import { firstHash, PREFIX, sealHash } from './fact-hash.ts';
import type { BrokenKind } from './contract.ts';
import { idsOf } from './id-ranges.ts';
import { SEAL_SIZE } from './seal.ts';
import type { SealRow } from './seal-queries.ts';

export interface Broken {
  kind: BrokenKind;
  factId: string | null;
  sealId: number | null;
}

/** The chain as far as it has been found right. */
export interface Chain {
  seals: number;
  facts: number;
  settledThrough: number;
  hash: Buffer;
  sealedAt: Date | null;
}

export function beginningOf(installation: string): Chain {
  const hash = firstHash(installation);
  return { seals: 0, facts: 0, settledThrough: 0, hash, sealedAt: null };
}

/** The ids that a seal names, or undefined where no sealer can have written it so. */
export function sealedIds(seal: SealRow): number[] | undefined {
  const { fact_count: count, fact_hashes: prefixes } = seal;
  if (count > SEAL_SIZE || prefixes.length !== count * PREFIX) return undefined;
  return idsOf(seal.facts, count);
}

/**
 * Whether a seal continues the chain over the facts as they are now (`hashes`, by id): the chain with
 * it, or the broken link. A seal that disagrees with itself comes before one that does not fit.
 */
export function checkSeal(
  chain: Chain,
  seal: SealRow,
  hashes: ReadonlyMap<number, Buffer>,
): Chain | Broken {
  const expected = chain.seals + 1;
  if (seal.id !== expected) return { kind: 'seal-missing', factId: null, sealId: expected };
  const ofSeal = (kind: BrokenKind, factId: number | null = null): Broken => ({
    kind,
    factId: factId === null ? null : String(factId),
    sealId: seal.id,
  });
  const ids = sealedIds(seal);
  if (!ids) return ofSeal('seal-changed');
  const missing = ids.find((id) => !hashes.has(id));
  const changed = ids.find((id, index) => {
    const hash = hashes.get(id);
    return hash !== undefined && !prefixFits(seal, index, hash);
  });
  const fits = missing === undefined && hashOf(seal, ids, hashes).equals(seal.hash);
  if (fits && changed !== undefined) return ofSeal('seal-changed');
  if (changed !== undefined && (missing === undefined || changed < missing)) {
    return ofSeal('fact-changed', changed);
  }
  if (missing !== undefined) return ofSeal('fact-missing', missing);
  if (!fits) return ofSeal('seal-changed');
  if (!seal.previous_hash.equals(chain.hash)) return ofSeal('chain-broken');
  if (ids[0]! <= chain.settledThrough) return ofSeal('fact-added', ids[0]!);
  return {
    seals: seal.id,
    facts: chain.facts + ids.length,
    settledThrough: seal.settled_through,
    hash: seal.hash,
    sealedAt: seal.sealed_at,
  };
}

function prefixFits({ fact_hashes: prefixes }: SealRow, index: number, hash: Buffer): boolean {
  return hash.compare(prefixes, index * PREFIX, (index + 1) * PREFIX, 0, PREFIX) === 0;
}

function hashOf(
  seal: SealRow,
  ids: readonly number[],
  hashes: ReadonlyMap<number, Buffer>,
): Buffer {
  return sealHash(
    {
      id: seal.id,
      factCount: seal.fact_count,
      settledThrough: seal.settled_through,
      sealedAt: seal.sealed_micros,
      previousHash: seal.previous_hash,
    },
    ids.map((id) => hashes.get(id)!),
  );
}
