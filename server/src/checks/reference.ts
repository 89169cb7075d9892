import { checkReference } from '#src/reference/check-reference.ts';
import { findingSentence } from '#src/reference/findings.ts';
import { readReferenceFiles } from '#src/reference/read-files.ts';

/** No editor's mistake in reference/framework/; what is doubtful `nhip reference check` tells. */
export async function checkReferenceFiles(): Promise<string[]> {
  const { findings } = checkReference(await readReferenceFiles());
  return findings
    .filter(({ severity }) => severity === 'error')
    .map((one) => `reference/framework/${one.file}:${one.line} ${findingSentence(one, 'en')}`);
}
