import { readJson } from '#src/files/read-json.ts';
import { frameworkImporter } from '../importing/framework-importer.ts';
import { readCprt } from './read-cprt.ts';
import { niceRows } from './to-rows.ts';

/** The NICE Framework as NIST's reference tool (CPRT) gives it: JSON, packed or not. */
export const niceImporter = frameworkImporter({
  format: 'nice-cprt',
  into: 'published',
  unpackedLimitBytes: 64 * 2 ** 20,
  detect: (head) => {
    const text = head.toString('utf8');
    return /^\ufeff?\s*\{/.test(text) && /"doc_identifier"|"element_type"/.test(text);
  },
  async *read(content) {
    yield* niceRows(readCprt(await readJson(content)));
  },
});
