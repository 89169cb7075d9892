import type { Band, LinkMethod, ProposedLevel, TextLink } from './contract.ts';
import { measuredPrecision } from './dictionary-precision.ts';
import type { Reason } from './hybrid/reasons.ts';

/** A link as any tier finds it and as every room keeps it; offsets as in `TextLink`. */
export interface FoundLink extends Omit<TextLink, 'method'> {
  method: LinkMethod;
  band: Band;
  /** That the link is right; null where nothing was measured. */
  probability: number | null;
  /** Log-odds of the hybrid tier as it is shipped: what a recalibration starts from. */
  score: number | null;
  /** Of the line around the span; null where the hybrid tier has not read it. */
  lineLanguage: 'vi' | 'en' | null;
  features: number[] | null;
  level: ProposedLevel | null;
  /** What speaks for and against it; null: method and form say it all. */
  reasons: Reason[] | null;
  /** Which linker made it. */
  linkerVersion: string;
}

/** A link of the dictionary tier alone: it counts, and nothing more is known of it. */
export function fromDictionary(link: TextLink, linkerVersion: string): FoundLink {
  return {
    ...link,
    band: 'accepted',
    probability: measuredPrecision[link.method],
    score: null,
    lineLanguage: null,
    features: null,
    level: null,
    reasons: null,
    linkerVersion,
  };
}
