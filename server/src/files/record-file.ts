import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { StoredFile } from './files.ts';

/** Writes down a stored file in the transaction of what refers to it; the same bytes are written down once. */
export async function recordFile(
  trx: Transaction<DB>,
  actor: Actor,
  file: StoredFile & { mediaType: string; originalName: string },
): Promise<void> {
  await trx
    .insertInto('file')
    .values({
      sha256: file.sha256,
      size_bytes: file.sizeBytes,
      media_type: file.mediaType,
      original_name: file.originalName,
      owner_organisation_id: actor.organisationId,
      created_by_actor_id: actor.id,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}
