import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { contentHash } from '../importing/framework-row.ts';
import { readAbout } from '../read-version.ts';
import { listVersions } from '../version-queries.ts';
import type { EditPart, Fields } from './contract.ts';
import { shownConflicts, type EditOutcome } from './edit-part.ts';
import { recordEdit } from './record-edit.ts';
import { insertEdits, listEditsSince } from './edit-queries.ts';
import { mergeEdit } from './merge-edit.ts';
import { lockForEdit, type OpenDraft } from './open-draft.ts';

const TEXT = /^(title|description|note) ([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)$/;
const Line = z.string().trim().min(1).max(200);

/** What the draft says of the whole: 'title vi', 'description en', 'note vi', 'licence', 'version', and origins. */
export async function aboutFields(db: Kysely<DB>, versionId: number): Promise<Fields> {
  const { texts, licence, version } = await readAbout(db, versionId);
  const origins = await db
    .selectFrom('framework_version_text')
    .where('framework_version_id', '=', versionId)
    .where('origin', '<>', 'person')
    .select(['field', 'language', 'origin'])
    .execute();
  return Object.fromEntries([
    ['licence', licence],
    ['version', version],
    ...texts.map(({ field, language, value }) => [`${field} ${language}`, value]),
    ...origins.map(({ field, language, origin }) => [`origin ${field} ${language}`, origin]),
  ]) as Fields;
}

/** Changes what the draft says of the whole, as editPart does for a part of it. */
export async function editAbout(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  { seen, change }: EditPart,
): Promise<EditOutcome> {
  const draft = await lockForEdit(trx, actor, code);
  const standing = await aboutFields(trx, draft.versionId);
  const since = await listEditsSince(trx, draft.versionId, { part: null, id: null }, seen);
  const merged = mergeEdit(standing, checked(change, standing), since);
  if (merged.conflicts.length > 0) {
    const conflicts = await shownConflicts(trx, actor, merged.conflicts);
    return { revision: draft.revision, conflicts };
  }
  const { before, after } = merged;
  if (Object.keys(after).length === 0) return { revision: draft.revision, part: null };
  await writeAboutFields(trx, draft, after);
  const revision = await insertEdits(trx, actor, draft.versionId, [
    { part: null, id: null, action: 'changed', before, after },
  ]);
  await recordEdit(trx, actor, draft, { part: 'whole', fields: Object.keys(after).join(', ') });
  return { revision, part: null };
}

function checked(change: Fields, standing: Fields): Fields {
  const wanted: Fields = {};
  for (const [key, given] of Object.entries(change)) {
    const text = typeof given === 'string' ? given.normalize('NFC').trim() : given;
    const valid = TEXT.test(key)
      ? text === null || (typeof text === 'string' && text.length <= 20_000)
      : key.startsWith('origin ') && TEXT.test(key.slice(7))
        ? text === 'person' || text === 'machine-draft'
        : (key === 'licence' || key === 'version') && Line.safeParse(text).success;
    if (!valid) throw new Problem('draft-field-invalid', { field: key.slice(0, 100) });
    wanted[key] = text === '' || (key.startsWith('origin ') && text === 'person') ? null : text;
    const origin = `origin ${key}`;
    if (origin in standing && wanted[key] !== standing[key] && !(origin in change)) {
      wanted[origin] = null;
    }
  }
  return wanted;
}

/** Throws framework-version-taken. */
export async function writeAboutFields(
  trx: Transaction<DB>,
  draft: OpenDraft,
  change: Fields,
): Promise<void> {
  const { versionId, frameworkId, code } = draft;
  const { licence, version } = change as { licence?: string; version?: string };
  if (version !== undefined) {
    const taken = (await listVersions(trx, frameworkId)).some(
      (one) => one.version === version && one.id !== versionId,
    );
    if (taken) throw new Problem('framework-version-taken', { code, version });
  }
  const columns = { ...(licence && { licence }), ...(version && { version }) };
  if (Object.keys(columns).length > 0) {
    await trx.updateTable('framework_version').set(columns).where('id', '=', versionId).execute();
  }
  for (const [key, value] of Object.entries(change)) {
    const [, field, language] = TEXT.exec(key.replace(/^origin /, '')) ?? [];
    if (field === undefined) continue;
    if (key.startsWith('origin ')) {
      await sql`update framework_version_text set origin = ${value ?? 'person'}
                 where framework_version_id = ${versionId} and field = ${field} and language = ${language}`.execute(
        trx,
      );
    } else {
      await sql`delete from framework_version_text
                 where framework_version_id = ${versionId} and field = ${field} and language = ${language}`.execute(
        trx,
      );
      if (value !== null) {
        await sql`insert into framework_version_text (framework_version_id, field, language, value, origin)
                  values (${versionId}, ${field}, ${language}, ${value}, 'person')`.execute(trx);
      }
    }
  }
  await hashAbout(trx, versionId);
}

export async function hashAbout(trx: Transaction<DB>, versionId: number): Promise<void> {
  const about = await readAbout(trx, versionId);
  await trx
    .updateTable('framework_version')
    .set({ about_sha256: contentHash(about) })
    .where('id', '=', versionId)
    .execute();
}
