import type { ErasureView } from '@nhip/server/people/contract.ts';

let latest: ErasureView | undefined;

/** What an erasure has done, for the one page that says so; it is kept nowhere else. */
export function keepFarewell(done: ErasureView): void {
  latest = done;
}

export function farewell(): ErasureView | undefined {
  return latest;
}
