import { itviecCsvImporter } from './demand/itviec/importer.ts';
import type { Importer } from './imports/importer.ts';
import { rosterImporter } from './organisations/roster/importer.ts';
import { uetJsonImporter } from './programmes/uet-json/importer.ts';

/** Every file format that can be imported; the machinery of `imports` knows none of them. */
export const importers: readonly Importer[] = [itviecCsvImporter, uetJsonImporter, rosterImporter];
