import { officialCrosswalkImporter } from './crosswalks/importing/official-importer.ts';
import { ownCrosswalkImporter } from './crosswalks/importing/own-importer.ts';
import { itviecCsvImporter } from './demand/itviec/importer.ts';
import { digcompImporter } from './frameworks/digcomp/importer.ts';
import { niceImporter } from './frameworks/nice/importer.ts';
import { templateImporter } from './frameworks/template/importer.ts';
import { escoImporter } from './frameworks/esco/importer.ts';
import { onetImporter } from './frameworks/onet/importer.ts';
import type { Importer } from './imports/importer.ts';
import { rosterImporter } from './organisations/roster/importer.ts';
import { uetJsonImporter } from './programmes/uet-json/importer.ts';
import { casePackageImporter } from './standards/case/importer.ts';

/** Every file format that can be imported; the machinery of `imports` knows none of them. */
export const importers: readonly Importer[] = [
  itviecCsvImporter,
  uetJsonImporter,
  rosterImporter,
  officialCrosswalkImporter,
  ownCrosswalkImporter,
  escoImporter,
  onetImporter,
  niceImporter,
  digcompImporter,
  templateImporter,
  casePackageImporter,
];
