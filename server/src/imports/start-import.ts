import { sql } from 'kysely';
import { record } from '#src/audit/record.ts';
import { Problem } from '#src/errors.ts';
import { recordFile } from '#src/files/record-file.ts';
import type { Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { isSpreadsheet, isZip } from './bundle.ts';
import type { StartImport } from './contract.ts';
import type { Importer } from './importer.ts';
import { chooseImporter } from './importers.ts';
import { refreshPreview } from './preview.ts';
import { findOpenRun, findRun, insertRun, type RunRow } from './queries.ts';
import { unpackHead, withLimit } from './unpack.ts';

const HEAD_BYTES = 64 * 1024;

/** By whom the run is staged: 'queue': a job is sent with it; 'caller': the caller goes on by itself. */
export type StagedBy = 'queue' | 'caller';

/**
 * Takes a file in: stores it, finds its format, and writes the run down. A run of the same file with
 * the same intent that has not ended is continued instead of doubled. Nothing is read yet.
 *
 * Throws file-too-large, disk-full, format-unknown, and what the importer asks of the request.
 */
export async function startImport(
  platform: Platform,
  importers: readonly Importer[],
  actor: Actor,
  request: StartImport,
  content: AsyncIterable<Uint8Array>,
  stagedBy: StagedBy,
): Promise<RunRow> {
  const { db, files, jobs } = platform;
  const upload = await withLimit(content);
  const file = await files.store(upload.content, upload.limitBytes);
  const head = await unpackHead(files.read(file.sha256), HEAD_BYTES);
  const importer = chooseImporter(importers, {
    kind: request.kind,
    format: request.format,
    head,
    fileName: request.fileName,
  });
  const run = {
    kind: request.kind,
    format: importer.format,
    source: request.source ?? importer.defaultSource,
    institutionName: request.institution?.normalize('NFC').replace(/\s+/g, ' ').trim() || null,
    statedVersion: request.version ?? null,
    fileSha256: file.sha256,
    fileName: request.fileName,
    ownerOrganisationId: actor.organisationId,
  };
  if (importer.access && !importer.access(actor)) {
    throw new Problem('not-allowed', { what: importer.kind });
  }
  importer.checkRequest?.(run);

  return db.transaction().execute(async (trx) => {
    const { kind, format, source, institutionName, statedVersion } = run;
    const intent = JSON.stringify([kind, format, source, institutionName, statedVersion]);
    await sql`select pg_advisory_xact_lock(hashtextextended(${file.sha256 + intent}, 0))`.execute(
      trx,
    );
    const open = await findOpenRun(trx, run);
    if (open) {
      await refreshPreview(trx, importer, open);
      return (await findRun(trx, open.id))!;
    }
    const mediaType = mediaTypeOf(head);
    await recordFile(trx, actor, { ...file, mediaType, originalName: request.fileName });
    const id = await insertRun(trx, { ...run, actorId: actor.id });
    await record(trx, actor, {
      action: 'import-started',
      subjectKind: 'import-run',
      subjectId: id,
      detail: { kind: run.kind, format: run.format, fileSha256: file.sha256 },
    });
    if (stagedBy === 'queue') {
      await jobs.send(trx, { name: 'stage-import', data: { runId: id }, key: id });
    }
    return (await findRun(trx, id))!;
  });
}

function mediaTypeOf(head: Buffer): string {
  if (isSpreadsheet(head)) {
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  }
  if (isZip(head)) return 'application/zip';
  return head[0] === 0x7b || head[0] === 0x5b ? 'application/json' : 'text/csv';
}
