import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { actsFor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { copyContent } from '../content-queries.ts';
import {
  findFramework,
  insertFramework,
  insertVersion,
  listVersions,
  writeAbout,
} from '../version-queries.ts';
import { hashAbout } from './about.ts';
import type { BeginVersion, NewFramework } from './contract.ts';
import { copyAbout, deleteDraft, lockFramework } from './draft-queries.ts';
import { insertEdits } from './edit-queries.ts';
import { lockForEdit } from './open-draft.ts';
import { recordDraft } from './record-edit.ts';

/** A framework that the own organisation drafts, with its first draft. Throws framework-code-taken. */
export async function createFramework(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewFramework,
): Promise<{ code: string }> {
  const uuid = randomUUID();
  const { code, version, licence, reason } = wanted;
  if (await findFramework(trx, { uuid, code })) throw new Problem('framework-code-taken', { code });
  const { id: frameworkId } = await insertFramework(trx, {
    ...{ uuid, code, uri: null, source: null, inUse: false },
    ownerOrganisationId: actor.organisationId,
  });
  const versionId = await insertVersion(trx, actor, {
    ...{ frameworkId, version, licence, reason, publishedOn: null, basedOnVersionId: null },
  });
  const texts = (['vi', 'en'] as const).map((language) => ({
    ...{ field: 'title' as const, language, value: wanted.title[language] },
  }));
  await writeAbout(
    trx,
    versionId,
    { licence, publishedOn: null, texts, extra: {} },
    'person',
    null,
  );
  await hashAbout(trx, versionId);
  const after = { version, licence, 'title vi': wanted.title.vi, 'title en': wanted.title.en };
  await insertEdits(trx, actor, versionId, [
    { part: null, id: null, action: 'created', before: null, after, reason },
  ]);
  await recordDraft(trx, actor, 'framework-draft-begun', versionId, { code, version });
  return { code };
}

/**
 * Opens a new version that begins with what is published.
 *
 * Throws not-found, framework-of-another-organisation, framework-draft-open, framework-version-taken.
 */
export async function beginVersion(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  { version, reason }: BeginVersion,
): Promise<{ code: string }> {
  const framework = await lockFramework(trx, code);
  if (!framework) throw new Problem('not-found', { what: code });
  if (!actsFor(actor, framework.ownerOrganisationId)) {
    throw new Problem('framework-of-another-organisation', { code });
  }
  const versions = await listVersions(trx, framework.id);
  const open = versions.find(({ status }) => status === 'draft' || status === 'in-review');
  if (open) throw new Problem('framework-draft-open', { code, version: open.version });
  if (versions.some((one) => one.version === version)) {
    throw new Problem('framework-version-taken', { code, version });
  }
  const base = versions.find(({ status }) => status === 'published');
  const versionId = await insertVersion(trx, actor, {
    ...{ frameworkId: framework.id, version, licence: '', reason, publishedOn: null },
    basedOnVersionId: base?.id ?? null,
  });
  if (base) {
    await copyContent(trx, base.id, versionId);
    await copyAbout(trx, base.id, versionId);
    await hashAbout(trx, versionId);
  }
  await insertEdits(trx, actor, versionId, [
    { part: null, id: null, action: 'created', before: null, after: { version }, reason },
  ]);
  await recordDraft(trx, actor, 'framework-draft-begun', versionId, { code, version });
  return { code };
}

/** Throws a draft away with all that was said about it; what is published stays as it is. */
export async function discardDraft(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
): Promise<void> {
  const draft = await lockForEdit(trx, actor, code);
  await deleteDraft(trx, draft);
  await recordDraft(trx, actor, 'framework-draft-discarded', draft.versionId, {
    ...{ code, version: draft.version, revision: draft.revision },
  });
}
