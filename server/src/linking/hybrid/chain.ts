/**
 * A chain of labels over a line (linear-chain conditional random field: Lafferty, McCallum and Pereira,
 * ICML 2001): 0 outside, 1 begin, 2 inside. Inside never follows outside.
 */
export const labels = 3;

export interface Chain {
  length: number;
  /** Token × label. */
  emissions: Float64Array;
  transitions: ArrayLike<number>;
  forward: Float64Array;
  backward: Float64Array;
  /** Logarithm of the sum over all labellings. */
  total: number;
}

const never = -1e9;

/** From one label to the next; before the first token stands outside. */
export function passage(transitions: ArrayLike<number>, from: number, to: number): number {
  return from === 0 && to === 2 ? never : transitions[from * labels + to]!;
}

export function readChain(emissions: Float64Array, transitions: ArrayLike<number>): Chain {
  const length = emissions.length / labels;
  const forward = new Float64Array(emissions.length);
  const backward = new Float64Array(emissions.length);
  const go = (from: number, to: number) => passage(transitions, from, to);
  for (let label = 0; label < labels && length > 0; label += 1) {
    forward[label] = go(0, label) + emissions[label]!;
  }
  for (let at = labels; at < emissions.length; at += labels) {
    const before = at - labels;
    for (let label = 0; label < labels; label += 1) {
      forward[at + label] =
        emissions[at + label]! +
        sumOf(
          forward[before]! + go(0, label),
          forward[before + 1]! + go(1, label),
          forward[before + 2]! + go(2, label),
        );
    }
  }
  for (let at = emissions.length - 2 * labels; at >= 0; at -= labels) {
    const after = at + labels;
    const ahead = (label: number) => emissions[after + label]! + backward[after + label]!;
    for (let label = 0; label < labels; label += 1) {
      backward[at + label] = sumOf(
        go(label, 0) + ahead(0),
        go(label, 1) + ahead(1),
        go(label, 2) + ahead(2),
      );
    }
  }
  const last = emissions.length - labels;
  const total = length === 0 ? 0 : sumOf(forward[last]!, forward[last + 1]!, forward[last + 2]!);
  return { length, emissions, transitions, forward, backward, total };
}

/** The logarithm of a sum of three, given their logarithms. */
function sumOf(one: number, two: number, three: number): number {
  const most = Math.max(one, two, three);
  return most + Math.log(Math.exp(one - most) + Math.exp(two - most) + Math.exp(three - most));
}

/** How likely a token bears a label. */
export function likelihood({ forward, backward, total }: Chain, at: number, label: number): number {
  return Math.exp(forward[at * labels + label]! + backward[at * labels + label]! - total);
}

/** How likely just the tokens from `first` to `last`, none more and none less, are one stretch. */
export function stretchLikelihood(chain: Chain, first: number, last: number): number {
  const { emissions, transitions, forward, backward, total, length } = chain;
  let sum = forward[first * labels + 1]!;
  for (let at = first + 1; at <= last; at += 1) {
    sum += passage(transitions, at - 1 === first ? 1 : 2, 2) + emissions[at * labels + 2]!;
  }
  const state = last === first ? 1 : 2;
  if (last + 1 < length) {
    const next = (last + 1) * labels;
    const ends = (label: number) =>
      passage(transitions, state, label) + emissions[next + label]! + backward[next + label]!;
    sum += sumOf(ends(0), ends(1), -Infinity);
  }
  return Math.exp(sum - total);
}

/** The likeliest labels (Viterbi). */
export function bestLabels({ length, emissions, transitions }: Chain): number[] {
  let score = [0, never, never];
  const from: number[][] = [];
  for (let at = 0; at < length; at += 1) {
    const previous = score;
    from.push(
      [0, 1, 2].map((to) => {
        const ways = previous.map((sum, label) => sum + passage(transitions, label, to));
        return ways.indexOf(Math.max(...ways));
      }),
    );
    score = [0, 1, 2].map(
      (to) =>
        previous[from[at]![to]!]! +
        passage(transitions, from[at]![to]!, to) +
        emissions[at * labels + to]!,
    );
  }
  const path: number[] = [];
  let label = score.indexOf(Math.max(...score));
  for (let at = length - 1; at >= 0; at -= 1) {
    path[at] = label;
    label = from[at]![label]!;
  }
  return path;
}
