import { frameworkImporter } from '#src/frameworks/importing/framework-importer.ts';
import { fromCase } from './from-case.ts';
import { readPackage } from './read-package.ts';

/** A package is read whole: associations stand behind the items that they tie together. */
export const PACKAGE_LIMIT_BYTES = 192 * 2 ** 20;

const LIST = /"CF(Document|Items|Associations|Definitions|Rubrics)"\s*:/;

/** A CFPackage of CASE 1.0 or 1.1, as its JSON. It becomes the open draft of a framework. */
export const casePackageImporter = frameworkImporter({
  format: 'case-package',
  into: 'draft',
  unpackedLimitBytes: PACKAGE_LIMIT_BYTES,
  detect: (head) =>
    /^\ufeff?\s*\{/.test(head.toString('utf8', 0, 64)) && LIST.test(head.toString('latin1')),
  async *read(content) {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    yield* fromCase(readPackage(Buffer.concat(parts).toString('utf8')));
  },
});
