import type { Platform } from '#src/platform.ts';
import { failRun, Interrupted, passes } from './faults.ts';
import type { Importer } from './importer.ts';
import { importerOf } from './importers.ts';
import { preview } from './preview.ts';
import { breathe, everyFew, type WorkOptions } from './progress.ts';
import {
  findRun,
  insertBatch,
  lockRun,
  toStage,
  updateRun,
  type RunRow,
  type ToStage,
} from './queries.ts';
import { unpack } from './unpack.ts';

/** Whichever is reached first: writing more at once would keep pages waiting. */
const BATCH = { rows: 500, signs: 1_000_000 };

/**
 * Reads the file of a run into the staging rows, lints it and compares it with the database. Each
 * batch is a transaction of its own, so that a killed import goes on behind its last batch; the file
 * is read again from its start, and rows that stand already are passed over. To be called under the
 * run's lock. A file that cannot be imported ends the run as failed; the problem is thrown.
 */
export async function stageImport(
  platform: Platform,
  importers: readonly Importer[],
  runId: string,
  options: WorkOptions = {},
): Promise<void> {
  const { db } = platform;
  const run = await findRun(db, runId);
  if (run?.status !== 'staging') return;
  const importer = importerOf(importers, run);
  try {
    const total = await stageRows(platform, importer, run, options);
    await db.transaction().execute(async (trx) => {
      const locked = await lockRun(trx, runId);
      if (locked.status !== 'staging' || locked.stagedRows !== total) throw new Interrupted();
      await importer.finishStaging?.(trx, run);
      const previewed = await preview(trx, importer, run);
      await updateRun(trx, runId, 'staging', {
        status: 'previewed',
        totalRows: total,
        ...previewed,
      });
    });
  } catch (fault) {
    if (passes(fault)) throw fault;
    throw await failRun(db, runId, 'staging', fault);
  }
}

async function stageRows(
  platform: Platform,
  importer: Importer,
  run: RunRow,
  { onProgress, signal }: WorkOptions,
): Promise<number> {
  const content = unpack(platform.files.read(run.fileSha256), importer.unpackedLimitBytes, {
    readsBytes: importer.readsBytes,
    name: run.fileName,
  });
  let staged = run.stagedRows;
  let read = 0;
  let batch: ToStage[] = [];
  let signs = 0;
  const isDue = everyFew();
  const write = async () => {
    if (signal?.aborted) throw new Interrupted();
    const before = staged;
    const rows = batch;
    batch = [];
    signs = 0;
    const written = await platform.db
      .transaction()
      .execute((trx) => insertBatch(trx, run.id, before, rows));
    if (!written) throw new Interrupted();
    staged += rows.length;
    onProgress?.({ phase: 'staging', done: staged, total: null });
    await breathe();
  };
  for await (const row of importer.parse(content, {
    db: platform.db,
    run,
    today: dayInVietnam(run.createdAt),
  })) {
    read += 1;
    if (isDue()) {
      if (signal?.aborted) throw new Interrupted();
      await breathe();
    }
    if (read <= run.stagedRows) continue;
    const one = toStage(row);
    batch.push(one);
    signs += one.json.length;
    if (batch.length >= BATCH.rows || signs >= BATCH.signs) await write();
  }
  if (batch.length > 0) await write();
  return staged;
}

const vietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

function dayInVietnam(at: Date): string {
  return vietnam.format(at);
}
