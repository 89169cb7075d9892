import { isZip, namesInHead, plainName } from '#src/imports/bundle.ts';
import { frameworkImporter } from '../importing/framework-importer.ts';
import { partOf } from './files.ts';
import { readOnet } from './read-onet.ts';

/** The O*NET database as its official text files, in a ZIP or a folder, gzipped or not. */
export const onetImporter = frameworkImporter({
  format: 'onet',
  into: 'published',
  readsBytes: true,
  unpackedLimitBytes: 128 * 2 ** 20,
  detect: (head) =>
    isZip(head) && namesInHead(head).some((name) => partOf(plainName(name)) !== undefined),
  read: readOnet,
});
