/**
 * A small network over the features of one candidate: standardise, one hidden layer (tanh) beside
 * direct weights, one score. Several of them, trained alike from other starts, are averaged.
 */
export interface Mlp {
  inputs: number;
  hidden: number;
  mean: ArrayLike<number>;
  deviation: ArrayLike<number>;
  /** For each network: hidden × inputs, hidden biases, hidden outputs, the bias, direct weights. */
  networks: ArrayLike<number>[];
  /**
   * Further direct weights, for the order only: measures known to order well hold the ranking steady
   * where labelled sentences are few. Whether a candidate is right at all is judged without them.
   */
  lift: ArrayLike<number>;
}

export interface Scores {
  /** How right a candidate looks by itself: what calibration reads. */
  own: number;
  /** Its place among the others of its line. */
  order: number;
}

/** Standardised inputs never lie further out than this, whatever a line holds. */
const furthest = 4;

export function standardise({ mean, deviation }: Mlp, features: ArrayLike<number>): Float64Array {
  const standard = new Float64Array(features.length);
  for (let at = 0; at < standard.length; at += 1) {
    const value = (features[at]! - mean[at]!) / deviation[at]!;
    standard[at] = value > furthest ? furthest : value < -furthest ? -furthest : value;
  }
  return standard;
}

export function score(mlp: Mlp, features: ArrayLike<number>): Scores {
  const inputs = standardise(mlp, features);
  let sum = 0;
  for (const network of mlp.networks) sum += scoreOne(mlp, network, inputs);
  const own = sum / mlp.networks.length;
  let order = own;
  for (let at = 0; at < inputs.length; at += 1) order += mlp.lift[at]! * inputs[at]!;
  return { own, order };
}

function scoreOne(
  { inputs, hidden }: Mlp,
  network: ArrayLike<number>,
  values: Float64Array,
): number {
  const biases = hidden * inputs;
  const outputs = biases + hidden;
  let sum = network[outputs + hidden]!;
  for (let unit = 0; unit < hidden; unit += 1) {
    let excited = network[biases + unit]!;
    for (let at = 0; at < inputs; at += 1) excited += network[unit * inputs + at]! * values[at]!;
    sum += network[outputs + unit]! * Math.tanh(excited);
  }
  const direct = outputs + hidden + 1;
  for (let at = 0; at < inputs; at += 1) sum += network[direct + at]! * values[at]!;
  return sum;
}
