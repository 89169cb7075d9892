/** A figure is stale when an input that it saw has moved on since. Inputs it did not look at do not matter. */
export function isStale(
  seen: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): boolean {
  return Object.entries(seen).some(([input, revision]) => now[input] !== revision);
}
