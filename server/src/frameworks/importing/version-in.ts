/**
 * The version that is written in the name of a file or of a folder: 'esco_1_2_0.zip', 'ESCO dataset -
 * v1.2.0 - classification', 'db_29_2_text/'. The first name that has one counts.
 */
export function versionIn(names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = /(?<![\d.])v?(\d{1,3}(?:[._]\d{1,3}){1,2})(?![\d])/i.exec(
      name.replace(DATES, ' '),
    );
    if (found) return found[1]!.replaceAll('_', '.');
  }
  return undefined;
}

const DATES = /\d{4}[-_.]\d{2}([-_.]\d{2})?/g;
