/**
 * The label of a new version: the one that the file gives, or, where that one is published already with
 * other content, the same with the number of the edition behind a plus ('1.2.0+2').
 */
export function versionLabel(wanted: string, taken: readonly string[]): string {
  const label = wanted.trim() || '1';
  if (!taken.includes(label)) return label;
  for (let edition = 2; ; edition += 1) {
    if (!taken.includes(`${label}+${edition}`)) return `${label}+${edition}`;
  }
}
