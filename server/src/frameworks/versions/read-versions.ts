import type { Kysely } from 'kysely';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { localText } from '#src/languages/local-text.ts';
import { getPlatformOwner } from '#src/actors/queries.ts';
import { mayDraft } from '../drafting/access.ts';
import { readDoers } from '../drafting/doers.ts';
import { organisationNames } from '../drafting/draft-reading-queries.ts';
import { findOpenDraft, getOpenDraft } from '../drafting/open-draft.ts';
import { seesDraft } from '../drafting/access.ts';
import { readAbout } from '../read-version.ts';
import { findFramework } from '../version-queries.ts';
import type { FrameworkVersions, VersionChanges } from './contract.ts';
import { diffVersions } from './diff-versions.ts';
import { findVersion, listVersionRows } from './version-reading-queries.ts';

const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** Every version of a framework with who made it, who published it and why; an open draft only for those whose affair it is. */
export async function readVersions(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
): Promise<FrameworkVersions> {
  const framework = await findFramework(db, { uuid: NO_UUID, code });
  const draft = framework && (await findOpenDraft(db, code));
  const hidden = draft && !seesDraft(actor, draft) ? draft.versionId : undefined;
  const rows = framework
    ? (await listVersionRows(db, framework.id)).filter(({ id }) => id !== hidden)
    : [];
  if (!framework || rows.length === 0) throw new Problem('not-found', { what: code });
  const { ownerOrganisationId } = framework;
  const platformOwner = await getPlatformOwner(db);
  const by = (row: (typeof rows)[number]) => [
    { actorId: row.createdByActorId ?? 0, organisationId: ownerOrganisationId },
    { actorId: row.publishedByActorId ?? 0, organisationId: platformOwner },
  ];
  const doer = await readDoers(db, actor, rows.flatMap(by));
  const names = await organisationNames(db, [ownerOrganisationId]);
  const about = await readAbout(db, rows[0]!.id);
  const titles = about.texts.filter(({ field }) => field === 'title');
  return {
    ...{ code, title: localText(titles) },
    owner: localText(names.get(ownerOrganisationId) ?? []),
    mayBegin: actsFor(actor, ownerOrganisationId) && mayDraft(actor) && !draft,
    versions: rows.map((row) => {
      const { id: _, createdByActorId, publishedByActorId, ...line } = row;
      const [created, published] = by(row);
      return {
        ...line,
        createdBy: createdByActorId === null ? null : doer(created!),
        publishedBy: publishedByActorId === null ? null : doer(published!),
      };
    }),
  };
}

/** What a published version changed, since another one or since the one that it took the place of. */
export async function readChanges(
  db: Kysely<DB>,
  code: string,
  version: string,
  since: string | undefined,
): Promise<VersionChanges> {
  const to = await getPublished(db, code, version);
  const from =
    since === undefined ? await versionBefore(db, code, to) : await getPublished(db, code, since);
  return diffVersions(db, from, to);
}

/** What the open draft changes, since a version or since the one that it began with. */
export async function readDraftChanges(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  since: string | undefined,
): Promise<VersionChanges | null> {
  const draft = await getOpenDraft(db, actor, code);
  const from = since === undefined ? draft.basedOnVersionId : await getPublished(db, code, since);
  return from === null ? null : diffVersions(db, from, draft.versionId);
}

async function getPublished(db: Kysely<DB>, code: string, version: string): Promise<number> {
  const found = await findVersion(db, code, version);
  if (!found || (found.status !== 'published' && found.status !== 'superseded')) {
    throw new Problem('not-found', { what: `${code} ${version}` });
  }
  return found.id;
}

async function versionBefore(db: Kysely<DB>, code: string, id: number): Promise<number> {
  const framework = (await findFramework(db, { uuid: NO_UUID, code }))!;
  const rows = await listVersionRows(db, framework.id);
  const earlier = rows.find((row) => row.id < id && row.status !== 'draft');
  if (!earlier) throw new Problem('not-found', { what: code });
  return earlier.id;
}
