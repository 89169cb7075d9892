import { isZip, namesInHead, plainName } from '#src/imports/bundle.ts';
import { frameworkImporter } from '../importing/framework-importer.ts';
import { partOf } from './files.ts';
import { readEsco } from './read-esco.ts';

/** ESCO in its official CSV layout (a ZIP, or a folder of it), and in compact copies as JSON lines. */
export const escoImporter = frameworkImporter({
  format: 'esco',
  into: 'published',
  readsBytes: true,
  unpackedLimitBytes: 128 * 2 ** 20,
  detect(head, fileName) {
    const names = isZip(head) ? namesInHead(head) : [fileName];
    return names.some((name) => partOf(plainName(name)) !== undefined);
  },
  read: readEsco,
});
