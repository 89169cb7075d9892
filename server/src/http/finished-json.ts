/** Answers that were sent before, as text, under what they depend on; the oldest makes room. */
export interface FinishedJson {
  get(name: string, state: string, make: () => Promise<unknown>): Promise<string>;
}

/**
 * Keeps the JSON of finished answers while their state stays the same, so that a first screen is one
 * short query. Requests that come while an answer is made share it; a failure is not kept.
 */
export function finishedJson(limit: number): FinishedJson {
  const kept = new Map<string, { state: string; text: Promise<string> }>();
  return {
    get(name, state, make) {
      const known = kept.get(name);
      if (known?.state === state) return known.text;
      const entry = { state, text: make().then((answer) => JSON.stringify(answer)) };
      kept.delete(name);
      kept.set(name, entry);
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      entry.text.catch(() => {
        if (kept.get(name) === entry) kept.delete(name);
      });
      return entry.text;
    },
  };
}
