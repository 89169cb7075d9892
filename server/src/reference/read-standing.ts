import type { Kysely } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { compareSourceRows } from '#src/crosswalks/importing/write-source-rows.ts';
import type { DB } from '#src/db/types.ts';
import { findFramework, listVersions } from '#src/frameworks/version-queries.ts';
import { compareProgramEquatings } from '#src/frameworks/drafting/program-equatings.ts';
import { compareVersions } from './compare-versions.ts';
import type { ReferenceStanding, WaitingEquatings } from './contract.ts';
import { crosswalkRows } from './crosswalk-rows.ts';
import { equatingsSaid } from './equatings-said.ts';
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
    ...{ framework: code, here, crosswalks, equatings: await equatingsStanding(db, reference) },
    offered: isNewer ? { version, publishedOn } : null,
    draft: versions.some(({ status }) => status === 'draft' || status === 'in-review'),
  };
}

async function equatingsStanding(
  db: Kysely<DB>,
  reference: Reference,
): Promise<ReferenceStanding['equatings']> {
  const standing: ReferenceStanding['equatings'] = [];
  for (const [scale, said] of equatingsSaid(reference)) {
    const { title } = reference.equatings.find((one) => one.scale === scale)!;
    const { added, ended, waiting } = await compareProgramEquatings(db, said);
    standing.push({ scale, title, offered: added.length + ended.length, waiting });
  }
  return standing;
}

/** Scales beside which ours is to stand and does not yet. */
export async function readWaitingEquatings(
  db: Kysely<DB>,
  reference: Reference,
): Promise<WaitingEquatings> {
  const said = equatingsSaid(reference);
  const scales: WaitingEquatings['scales'] = [];
  for (const { scale, framework, title, awaits } of reference.equatings) {
    const rows = said.get(scale);
    const levels = rows ? (await compareProgramEquatings(db, rows)).waiting : 0;
    if (levels > 0 || awaits) {
      scales.push({ scale, framework, title, levels, awaits: awaits ?? null });
    }
  }
  return { framework: reference.framework.code, scales };
}
