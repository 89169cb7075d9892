/** Rising: '1.2' comes before '1.10'. What is no number counts as none. */
export function compareVersions(one: string, other: string): number {
  const parts = (version: string) => version.split('.').map((part) => Number(part) || 0);
  const [a, b] = [parts(one), parts(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
