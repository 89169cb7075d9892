import type { Kysely } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { compareSourceRows } from '#src/crosswalks/importing/write-source-rows.ts';
import type { DB } from '#src/db/types.ts';
import { findFramework, listVersions } from '#src/frameworks/version-queries.ts';
import { compareVersions } from './compare-versions.ts';
import type { ReferenceStanding } from './contract.ts';
import { crosswalkRows } from './crosswalk-rows.ts';
import type { Reference } from './read-reference.ts';

/** What comes with the program and is not in the installation yet. */
export async function readStanding(
  db: Kysely<DB>,
  actor: Actor,
  reference: Reference,
): Promise<ReferenceStanding> {
  const { code, version, publishedOn } = reference.framework;
  const framework = await findFramework(db, reference.framework);
  const versions = framework ? await listVersions(db, framework.id) : [];
  const here = versions.find(({ status }) => status === 'published')?.version ?? null;
  const isNewer = here === null || compareVersions(version, here) > 0;
  const crosswalks: ReferenceStanding['crosswalks'] = [];
  for (const [to, said] of crosswalkRows(reference)) {
    const compared = await compareSourceRows(db, actor.organisationId, said);
    const { added, changed, gone, waiting } = compared;
    crosswalks.push({ framework: to, offered: added + changed + gone.length, waiting });
  }
  return {
    ...{ framework: code, here, crosswalks },
    offered: isNewer ? { version, publishedOn } : null,
    draft: versions.some(({ status }) => status === 'draft' || status === 'in-review'),
  };
}
