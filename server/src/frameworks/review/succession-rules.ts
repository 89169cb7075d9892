import type { MapSuccession } from './contract.ts';

type Fault = { 'what.vi': string; 'what.en': string };

const FAULTS = {
  reason: {
    vi: 'năng lực kết thúc mà không có kế thừa cần ghi lý do',
    en: 'a competency that ends without a successor needs a reason',
  },
  none: {
    vi: 'năng lực kết thúc thì không có năng lực kế thừa',
    en: 'a competency that ends has no successors',
  },
  one: { vi: 'cần đúng một năng lực kế thừa', en: 'exactly one successor is needed' },
  several: {
    vi: 'khi tách, cần ít nhất hai năng lực kế thừa khác nhau',
    en: 'a split needs two different successors at least',
  },
  weights: {
    vi: 'tổng trọng số vượt quá 100 %',
    en: 'the weights add up to more than 100 %',
  },
  absent: {
    vi: 'có năng lực kế thừa không nằm trong bản nháp',
    en: 'a successor is not in the draft',
  },
} as const;

/** Undefined: the mapping can be kept. `standing`: what is in the draft. */
export function successionFault(
  { kind, to, reason }: MapSuccession,
  standing: ReadonlySet<number>,
): Fault | undefined {
  const name = faultName(kind, to, reason, standing);
  return name && { 'what.vi': FAULTS[name].vi, 'what.en': FAULTS[name].en };
}

function faultName(
  kind: MapSuccession['kind'],
  to: MapSuccession['to'],
  reason: string,
  standing: ReadonlySet<number>,
): keyof typeof FAULTS | undefined {
  if (kind === 'ended') return to.length > 0 ? 'none' : reason === '' ? 'reason' : undefined;
  if (to.some(({ id }) => !standing.has(id))) return 'absent';
  if (new Set(to.map(({ id }) => id)).size < to.length) return 'several';
  if (kind === 'split' && to.length < 2) return 'several';
  if (kind !== 'split' && to.length !== 1) return 'one';
  const total = to.reduce((sum, { weight }) => sum + weight, 0);
  return total > 1 + 1e-6 ? 'weights' : undefined;
}
