import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { fill } from '#src/languages/fill.ts';
import { beginningOf, checkSeal, sealedIds, type Broken } from './check-seal.ts';
import type { AuditHead, AuditVerdict } from './contract.ts';
import { factHash } from './fact-hash.ts';
import { headOf } from './head.ts';
import { toRanges } from './id-ranges.ts';
import {
  getInstallationUuid,
  listFactsIn,
  listSeals,
  readUncovered,
  type SealRow,
} from './seal-queries.ts';
import { timeText } from './time-text.ts';
import { VERDICT_WORDS } from './verdict-words.ts';

/** Facts held in memory at a time, about. */
const PAGE = 20_000;

/**
 * Recomputes the whole chain from the facts and answers with its head, or with the first broken link.
 * `head` is one exported earlier: without it, nobody can know whether the tail was cut off or the
 * whole chain was computed anew. Reads only; writers and the sealer go on meanwhile.
 *
 * Throws audit-head-foreign where the head is another installation's.
 */
export async function verifyAudit(
  db: Kysely<DB>,
  { head }: { head?: AuditHead | undefined } = {},
): Promise<AuditVerdict> {
  const installation = await getInstallationUuid(db);
  if (head && head.installation !== installation) {
    throw new Problem('audit-head-foreign', { found: head.installation, wanted: installation });
  }
  let chain = beginningOf(installation);
  const verdict = (broken: Broken | null, unsealed: AuditVerdict['unsealed']): AuditVerdict => ({
    ok: broken === null,
    seals: chain.seals,
    facts: chain.facts,
    head: headOf(installation, chain),
    unsealed,
    broken: broken && inWords(broken),
  });
  for await (const { seals, hashes } of pages(db)) {
    for (const seal of seals) {
      const next = checkSeal(chain, seal, hashes);
      if ('kind' in next) return verdict(next, null);
      const rewritten = head?.sealId === seal.id && head.hash !== seal.hash.toString('hex');
      if (rewritten) return verdict({ kind: 'head-changed', factId: null, sealId: seal.id }, null);
      chain = next;
    }
  }
  if (head && head.sealId > chain.seals) {
    return verdict({ kind: 'head-not-found', factId: null, sealId: head.sealId }, null);
  }
  const { count, oldest, ...found } = await readUncovered(db);
  return verdict(brokenBehind(found), { count, oldest: oldest && timeText(oldest) });
}

/** What is wrong with facts that no seal covers. */
function brokenBehind({
  forgedId,
  forgedInSeal,
  late,
  firstId,
}: Omit<Awaited<ReturnType<typeof readUncovered>>, 'count' | 'oldest'>): Broken | null {
  if (forgedId !== null) return { kind: 'fact-added', factId: forgedId, sealId: forgedInSeal };
  return late ? { kind: 'unsealed-too-long', factId: firstId, sealId: null } : null;
}

interface Page {
  seals: SealRow[];
  hashes: ReadonlyMap<number, Buffer>;
}

/** The chain as it stands now, a page at a time; the next one is read while this one is checked. */
async function* pages(db: Kysely<DB>): AsyncGenerator<Page> {
  let next = readPage(db, 0);
  for (;;) {
    const { seals, rows } = await next;
    if (seals.length === 0) return;
    next = readPage(db, seals.at(-1)!.id);
    // a fault of the next page is met when its turn comes
    next.catch(() => undefined);
    yield { seals, hashes: new Map(rows.map((fact) => [Number(fact.id), factHash(fact)])) };
  }
}

async function readPage(db: Kysely<DB>, after: number) {
  const seals = await listSeals(db, after, PAGE);
  const ids = seals.flatMap((seal) => sealedIds(seal) ?? []).sort((a, b) => a - b);
  return { seals, rows: ids.length === 0 ? [] : await listFactsIn(db, toRanges(ids)) };
}

function inWords({ kind, factId, sealId }: Broken): NonNullable<AuditVerdict['broken']> {
  const { vi, en } = VERDICT_WORDS[kind];
  const values = { factId, sealId: sealId ?? '–' };
  return { kind, factId, sealId, words: { vi: fill(vi, values), en: fill(en, values) } };
}
