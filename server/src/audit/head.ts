import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { AuditHead } from './contract.ts';
import {
  findSeal,
  getInstallationUuid,
  nothingCovered,
  readCoverage,
  type Coverage,
} from './seal-queries.ts';
import { timeText } from './time-text.ts';

/** The last seal of a chain, to be kept where whoever owns the database cannot reach it. */
export function headOf(
  installation: string,
  chain: { seals: number; facts: number; hash: Buffer; sealedAt: Date | null },
): AuditHead | null {
  return chain.sealedAt === null
    ? null
    : {
        format: 'nhip.audit-head/1',
        installation,
        sealId: chain.seals,
        hash: chain.hash.toString('hex'),
        factCount: chain.facts,
        sealedAt: timeText(chain.sealedAt),
      };
}

/** The head as it stands. Throws audit-not-sealed-yet where there is no seal. */
export async function readHead(db: Kysely<DB>): Promise<AuditHead> {
  const head = await headAt(db, await readCoverage(db, nothingCovered));
  if (!head) throw new Problem('audit-not-sealed-yet');
  return head;
}

export async function headAt(
  db: Kysely<DB>,
  { lastSealId, sealed }: Pick<Coverage, 'lastSealId' | 'sealed'>,
): Promise<AuditHead | null> {
  const last = await findSeal(db, lastSealId);
  if (!last) return null;
  return headOf(await getInstallationUuid(db), { seals: lastSealId, facts: sealed, ...last });
}

/** An exported head. Throws file-not-readable, audit-head-invalid. */
export async function readHeadFile(path: string): Promise<AuditHead> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Problem('file-not-readable', { file: path }, { cause });
  });
  try {
    return AuditHead.parse(JSON.parse(text));
  } catch (cause) {
    throw new Problem('audit-head-invalid', { file: path }, { cause });
  }
}
