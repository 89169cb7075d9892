import { isUtf8 } from 'node:buffer';
import { Problem } from '#src/errors.ts';
import type { ImportKind } from './contract.ts';
import { encodingProblem } from './encoding.ts';
import type { Importer } from './importer.ts';
import { firstFault, incompleteTail } from './utf8.ts';

/** The importer of a run; every run was started with one, so its absence is a fault of the program. */
export function importerOf(
  importers: readonly Importer[],
  run: { kind: ImportKind; format: string },
): Importer {
  const found = importers.find((one) => one.kind === run.kind && one.format === run.format);
  if (!found) throw new Error(`no importer for ${run.kind} in the format ${run.format}`);
  return found;
}

/** By name when the request names a format, else by the first bytes of the file. Throws format-unknown, encoding-…. */
export function chooseImporter(
  importers: readonly Importer[],
  file: { kind: ImportKind; format: string | undefined; head: Buffer; fileName: string },
): Importer {
  const ofKind = importers.filter((importer) => importer.kind === file.kind);
  const found = ofKind.find((importer) =>
    file.format === undefined
      ? importer.detect(file.head, file.fileName)
      : importer.format === file.format,
  );
  if (!found && !isUtf8(file.head.subarray(0, file.head.length - incompleteTail(file.head)))) {
    throw encodingProblem(file.head, firstFault(file.head), { file: file.fileName });
  }
  if (!found) {
    const formats = ofKind.map((importer) => importer.format).join(', ');
    throw new Problem('format-unknown', { file: file.fileName, formats });
  }
  return found;
}
