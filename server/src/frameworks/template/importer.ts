import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { isZip } from '#src/files/read-workbook.ts';
import type { Importer, ParseContext } from '#src/imports/importer.ts';
import { frameworkImporter } from '../importing/framework-importer.ts';
import { findFramework, listVersions } from '../version-queries.ts';
import { addressFindings, addressed } from './address-findings.ts';
import { sharedScales } from './shared-scales.ts';
import { readContent } from './read-content.ts';
import { readFile, type Placed, type Standing } from './read-file.ts';
import { FORMAT, readTables, type Tables } from './read-tables.ts';
import { looksLikeItems } from './columns.ts';

/** What was read for a run, for its rows to be given their places. */
const readings = new WeakMap<ParseContext, { rows: Placed[]; tables: Tables['tables'] }>();

const importer = frameworkImporter({
  format: FORMAT,
  into: 'draft',
  unpackedLimitBytes: 64 * 2 ** 20,
  readsBytes: true,
  detect: (head) =>
    isZip(head)
      ? /xl\/|\[Content_Types\]\.xml/.test(head.toString('latin1'))
      : looksLikeItems(head.toString('utf8')),
  async *read(content, context) {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    const read = await readTables(Buffer.concat(parts));
    let frameworkId: number | undefined;
    const rows = await readFile(read, async (code) => {
      const standing = await findStanding(context.db, code);
      frameworkId = standing?.frameworkId;
      return standing;
    });
    const shared = await sharedScales(context.db, frameworkId);
    const own = rows.filter(({ row }) => row.type !== 'scale' || !shared(row));
    readings.set(context, { rows: own, tables: read.tables });
    yield* own;
  },
});

/** A framework that its people fill in with a spreadsheet, or export, edit and bring back; README.md says how. */
export const templateImporter: Importer = {
  ...importer,
  async *parse(content, context) {
    let at = 0;
    for await (const parsed of importer.parse(content, context)) {
      const { rows, tables } = readings.get(context)!;
      yield addressed(parsed, rows[at]!, tables);
      at += 1;
    }
  },
  async finishStaging(trx, run) {
    await importer.finishStaging!(trx, run);
    await addressFindings(trx, run.id);
  },
};

async function findStanding(
  db: Kysely<DB>,
  code: string,
): Promise<(Standing & { frameworkId: number }) | undefined> {
  const framework = await findFramework(db, { uuid: NO_UUID, code });
  const versions = framework ? await listVersions(db, framework.id) : [];
  const open = versions.find(({ status }) => status === 'draft' || status === 'in-review');
  const base = open ?? versions.find(({ status }) => status === 'published');
  if (!framework || !base) return undefined;
  return { uuid: framework.uuid, frameworkId: framework.id, ...(await readContent(db, base.id)) };
}

const NO_UUID = '00000000-0000-0000-0000-000000000000';
