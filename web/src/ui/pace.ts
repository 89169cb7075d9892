export interface Sample {
  /** Milliseconds of a steady clock. */
  at: number;
  done: number;
}

/** Rate and remaining seconds from what was seen lately; null until two moments are at least half a second apart. */
export function pace(
  samples: Sample[],
  total: number | null,
): { perSecond: number | null; seconds: number | null } {
  const last = samples.at(-1);
  const first = samples.find((sample) => last && last.at - sample.at <= 20_000);
  if (!first || !last || last.at - first.at < 500) return { perSecond: null, seconds: null };
  const perSecond = (1000 * (last.done - first.done)) / (last.at - first.at);
  if (perSecond <= 0) return { perSecond: null, seconds: null };
  const seconds = total === null ? null : Math.max(0, (total - last.done) / perSecond);
  return { perSecond: perSecond >= 10 ? Math.round(perSecond) : perSecond, seconds };
}
