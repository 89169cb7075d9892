import { isUtf8 } from 'node:buffer';
import { readJson } from '#src/files/read-json.ts';
import { isZip, readWorkbook } from '#src/files/read-workbook.ts';
import { encodingProblem } from '#src/imports/encoding.ts';
import { firstFault } from '#src/imports/utf8.ts';
import { frameworkImporter } from '../importing/framework-importer.ts';
import { supplementOfJsonLd } from './read-json-ld.ts';
import { supplementOfSheets } from './read-sheets.ts';
import { FORMAT, type Supplement } from './supplement.ts';
import { digcompRows } from './to-rows.ts';

/** DigComp 3.0 from the data supplement of its authors, as JSON-LD or as a workbook. */
export const digcompImporter = frameworkImporter({
  format: FORMAT,
  into: 'published',
  unpackedLimitBytes: 32 * 2 ** 20,
  readsBytes: true,
  detect: (head, fileName) =>
    isZip(head) ? /digcomp/i.test(fileName) : /"CompetenceArea"[^]*"@graph"/.test(head.toString()),
  async *read(content, { run }) {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    const supplement = await readSupplement(Buffer.concat(parts));
    yield* digcompRows(supplement, dayIn(run.fileName));
  },
});

export async function readSupplement(content: Buffer): Promise<Supplement> {
  if (isZip(content)) return supplementOfSheets(await readWorkbook(content));
  if (!isUtf8(content)) throw encodingProblem(content, firstFault(content));
  const whole = async function* () {
    yield content;
  };
  return supplementOfJsonLd(await readJson(whole()));
}

/** Its authors date the supplement in the name of the file alone. */
function dayIn(fileName: string): string | null {
  const day = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(fileName)?.[1];
  return day && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ? day : null;
}
