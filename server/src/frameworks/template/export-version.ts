import type { Kysely } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { seesDraft } from '../drafting/access.ts';
import { findOpenDraft } from '../drafting/open-draft.ts';
import { guide } from './template.ts';
import { flatCsv } from './csv.ts';
import { readContent } from './read-content.ts';
import { sheetsOf } from './sheets-of.ts';
import { writeWorkbook } from './write-workbook.ts';
import { linesOf, type Content } from './written.ts';

/** A version as a workbook; brought back it changes nothing. Throws not-found. */
export async function exportWorkbook(
  db: Kysely<DB>,
  actor: Actor,
  named: { code: string; version: string },
): Promise<Buffer> {
  return writeVersion(await contentOf(db, actor, named));
}

/** The items of a version as a CSV; csv.ts lists what it loses. Throws not-found. */
export async function exportCsv(
  db: Kysely<DB>,
  actor: Actor,
  named: { code: string; version: string },
): Promise<string> {
  return flatCsv(await contentOf(db, actor, named));
}

export async function writeVersion(content: Content): Promise<Buffer> {
  return writeWorkbook([...sheetsOf(await linesOf(content)), guide()]);
}

/** All of it as it stood at one moment, also while somebody edits a draft. */
async function contentOf(
  db: Kysely<DB>,
  actor: Actor,
  { code, version }: { code: string; version: string },
): Promise<Content> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const found = await trx
        .selectFrom('framework_version')
        .innerJoin('framework', 'framework.id', 'framework_version.framework_id')
        .where('framework.code', '=', code)
        .where('framework_version.version', '=', version)
        .select(['framework_version.id', 'framework_version.status'])
        .executeTakeFirst();
      const isPublic = found?.status === 'published' || found?.status === 'superseded';
      const draft = found && !isPublic ? await findOpenDraft(trx, code) : undefined;
      if (!found || (!isPublic && !(draft && seesDraft(actor, draft)))) {
        throw new Problem('not-found', { what: `${code} ${version}` });
      }
      return readContent(trx, found.id);
    });
}
