import type { Kysely } from 'kysely';
import { actsFor, isMember, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { mayDraft, seesDraft } from '../drafting/access.ts';
import { readDoers } from '../drafting/doers.ts';
import { findOpenDraft } from '../drafting/open-draft.ts';
import type { AtLevel, FrameworkLevels } from './contract.ts';
import {
  findVersions,
  listAtLevel,
  listEquatingRows,
  listLadders,
  type ReadVersion,
} from './level-queries.ts';

type Which = 'published' | 'draft' | undefined;

/** The scales of a framework with who says what at their levels, and how they are equated with others. */
export async function readLevels(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  which: Which,
): Promise<FrameworkLevels> {
  const { version, has } = await getVersion(db, actor, code, which);
  const own = isMember(actor) && actsFor(actor, version.ownerOrganisationId);
  const may = {
    equate: own && mayDraft(actor),
    editScales: own && mayDraft(actor) && version.status === 'draft',
  };
  const rows = await listEquatingRows(db, version.frameworkId);
  const didOf = ({ actorId, ownerId }: (typeof rows)[number]) => ({
    ...{ actorId, organisationId: ownerId ?? version.ownerOrganisationId },
  });
  const doer = await readDoers(db, actor, rows.map(didOf));
  return {
    framework: { code, title: version.title },
    version: { version: version.version, status: version.status },
    has,
    scales: await listLadders(db, version, may.equate),
    equatings: rows.map((row) => {
      const { actorId: _, ownerId: __, confidence, ...rest } = row;
      return { ...rest, confidence: Number(confidence.toFixed(4)), by: doer(didOf(row)) };
    }),
    may,
  };
}

/** Competencies that say something at one level of a scale. Throws not-found. */
export async function readAtLevel(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  at: { scale: string; level: number },
  { of, ...paging }: { of?: Which; page: number; size: number },
): Promise<AtLevel> {
  const { version } = await getVersion(db, actor, code, of);
  return listAtLevel(db, version.versionId, at, paging);
}

/** What is published, unless the draft is asked for or is all there is. Throws not-found. */
async function getVersion(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  which: Which,
): Promise<{ version: ReadVersion; has: { published: boolean; draft: boolean } }> {
  const versions = await findVersions(db, code);
  const published = versions.find(
    ({ status }) => status === 'published' || status === 'superseded',
  );
  const draft = versions.find(({ status }) => status === 'draft' || status === 'in-review');
  const seen = draft && (await seesIt(db, actor, code)) ? draft : undefined;
  const version =
    which === 'draft' ? seen : which === 'published' ? published : (published ?? seen);
  if (!version) throw new Problem('not-found', { what: code });
  return { version, has: { published: published !== undefined, draft: seen !== undefined } };
}

async function seesIt(db: Kysely<DB>, actor: Actor, code: string): Promise<boolean> {
  const open = await findOpenDraft(db, code);
  return open !== undefined && isMember(actor) && seesDraft(actor, open);
}
