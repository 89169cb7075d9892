import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { discussesDraft } from '../drafting/access.ts';
import { readDoers } from '../drafting/doers.ts';
import { getOpenDraft, lockOpenDraft, type OpenDraft } from '../drafting/open-draft.ts';
import {
  findThread,
  insertComment,
  listComments,
  setResolved,
  type CommentRow,
} from './comment-queries.ts';
import type { NewComment, Thread } from './contract.ts';

/**
 * Says something about an item, a role or the whole, or answers. An answer to a thread that was closed
 * opens it again. Comments are no part of the content: they never make an approval void.
 */
export async function comment(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  wanted: NewComment,
): Promise<{ threadId: number }> {
  const draft = await lockForDiscussion(trx, actor, code);
  const { threadId, part, partId, body } = wanted;
  const thread = threadId === null ? undefined : await findThread(trx, draft.versionId, threadId);
  if (threadId !== null && !thread) throw new Problem('not-found', { what: `#${threadId}` });
  const id = await insertComment(trx, actor, draft, {
    ...(thread ?? { part, partId: part === 'whole' ? null : partId }),
    ...{ threadId, body },
  });
  if (thread?.resolved) await setResolved(trx, thread.id, null);
  await recordTalk(trx, actor, draft, 'framework-commented', threadId ?? id);
  return { threadId: threadId ?? id };
}

export async function resolveThread(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  threadId: number,
  resolved: boolean,
): Promise<void> {
  const draft = await lockForDiscussion(trx, actor, code);
  const thread = await findThread(trx, draft.versionId, threadId);
  if (!thread) throw new Problem('not-found', { what: `#${threadId}` });
  if (thread.resolved === resolved) return;
  await setResolved(trx, threadId, resolved ? actor : null);
  const action = resolved ? 'framework-thread-resolved' : 'framework-thread-reopened';
  await recordTalk(trx, actor, draft, action, threadId);
}

/** Open ones first, then the newest. */
export async function readThreads(db: Kysely<DB>, actor: Actor, code: string): Promise<Thread[]> {
  const draft = await getOpenDraft(db, actor, code);
  const rows = await listComments(db, draft.versionId);
  const doer = await readDoers(db, actor, [
    ...rows,
    ...rows.flatMap((row) => (row.resolvedByActorId === null ? [] : [resolver(row)])),
  ]);
  const answers = Map.groupBy(rows, (row) => row.threadId ?? row.id);
  const threads = [...answers.values()].map((group): Thread => {
    const first = group[0]!;
    return {
      ...{ id: first.id, part: first.part, partId: first.partId, partLabel: first.partLabel },
      comments: group.map((row) => ({
        ...{ id: row.id, by: doer(row), at: row.at.toISOString(), body: row.body },
      })),
      resolvedAt: first.resolvedAt?.toISOString() ?? null,
      resolvedBy: first.resolvedByActorId === null ? null : doer(resolver(first)),
    };
  });
  const open = (thread: Thread) => thread.resolvedAt === null;
  return threads.sort((a, b) => Number(open(b)) - Number(open(a)) || b.id - a.id);
}

/** Who closed it is named by their organisation where it is one that takes part in the thread. */
function resolver(row: CommentRow) {
  return { actorId: row.resolvedByActorId!, organisationId: row.organisationId };
}

async function lockForDiscussion(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
): Promise<OpenDraft> {
  const draft = await lockOpenDraft(trx, actor, code);
  if (!discussesDraft(actor, draft)) throw new Problem('not-allowed', { what: code });
  return draft;
}

async function recordTalk(
  trx: Transaction<DB>,
  actor: Actor,
  draft: OpenDraft,
  action: string,
  thread: number,
): Promise<void> {
  await record(trx, actor, {
    ...{ action, subjectKind: 'framework-version', subjectId: draft.versionId },
    detail: { code: draft.code, version: draft.version, thread },
  });
}
