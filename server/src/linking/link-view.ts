import type { CompetencyRef } from '#src/frameworks/contract.ts';
import type { Band, LinkMethod, ProposedLevel, Verdict } from './contract.ts';
import { sayReasons } from './say-reasons.ts';

/** A kept link as it is selected by `linkSelection` of any table of links. */
export interface KeptLink {
  start: number;
  end: number;
  surface: string;
  normalised: string;
  method: LinkMethod;
  form: string;
  band: Band;
  probability: number | null;
  reasons: unknown;
  levelScale: string | null;
  levelLow: number | null;
  levelHigh: number | null;
  levelGrounds: unknown;
  verdict: Verdict | null;
  counts: boolean;
}

/** The columns of a link that every room shows, of the table called `link`. */
export const linkSelection = [
  'link.span_start as start',
  'link.span_end as end',
  'link.surface',
  'link.normalised',
  'link.method',
  'link.form',
  'link.band',
  'link.probability',
  'link.reasons',
  'link.level_scale as levelScale',
  'link.level_low as levelLow',
  'link.level_high as levelHigh',
  'link.level_grounds as levelGrounds',
  'link.verdict',
  'link.counts',
] as const;

/** The same as a screen shows it: its reasons in words, its level as one thing. */
export function linkView<Link extends KeptLink>(link: Link, competency: CompetencyRef) {
  const { levelScale, levelLow, levelHigh, levelGrounds, reasons: _, ...shown } = link;
  return {
    ...shown,
    competency,
    level: levelOf({ levelScale, levelLow, levelHigh, levelGrounds }),
    reasons: sayReasons(link, competency.label),
  };
}

/** The proposed level of a kept link, as one thing. */
export function levelOf({
  levelScale: scale,
  levelLow: low,
  levelHigh: high,
  levelGrounds,
}: Pick<KeptLink, 'levelScale' | 'levelLow' | 'levelHigh' | 'levelGrounds'>): ProposedLevel | null {
  if (scale === null || low === null || high === null) return null;
  const { ground, cue, since } = levelGrounds as { ground: string; cue: string; since: string };
  return { scale, low, high, ground, cue, rulesSince: since };
}
