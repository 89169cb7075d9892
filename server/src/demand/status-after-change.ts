import type { AdvertisementStatus } from './contract.ts';

/**
 * Whether an advertisement counts after its source has changed it. A person's word stands: what was
 * excluded stays out, and what was admitted despite its flags stays in as long as lint finds nothing
 * new.
 */
export function statusAfterChange(
  before: { status: AdvertisementStatus; flags: readonly string[] },
  after: { held: boolean; flags: readonly string[] },
): AdvertisementStatus {
  if (before.status === 'excluded') return 'excluded';
  if (!after.held) return 'counted';
  const knownFlags = after.flags.every((flag) => before.flags.includes(flag));
  return before.status === 'counted' && knownFlags ? 'counted' : 'held';
}
