import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import type { OpenDraft } from './open-draft.ts';

/** The fact of an edit; what was and what is stands in framework_edit. */
export async function recordEdit(
  trx: Transaction<DB>,
  actor: Actor,
  draft: Pick<OpenDraft, 'versionId' | 'code' | 'version'>,
  detail: Record<string, unknown>,
): Promise<void> {
  await record(trx, actor, {
    action: 'framework-draft-edited',
    subjectKind: 'framework-version',
    subjectId: draft.versionId,
    detail: { code: draft.code, version: draft.version, ...detail },
  });
}

/** The fact that a draft begins or ends. */
export async function recordDraft(
  trx: Transaction<DB>,
  actor: Actor,
  deed: 'framework-draft-begun' | 'framework-draft-discarded',
  subjectId: number,
  detail: Record<string, unknown>,
): Promise<void> {
  await record(trx, actor, { action: deed, subjectKind: 'framework-version', subjectId, detail });
}
