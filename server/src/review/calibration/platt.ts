/** What people said of one pair: was its link right, and how sure was the linker as it is shipped? */
export interface Vote {
  /** Log-odds by the shipped calibration. */
  score: number;
  right: boolean;
  weight: number;
}

/** probability = 1 ÷ (1 + e^−(slope × score + intercept)) */
export interface Curve {
  slope: number;
  intercept: number;
}

/** Changes nothing: the score is the log-odds as shipped. */
export const SHIPPED: Curve = { slope: 1, intercept: 0 };

/**
 * Standard deviations of what one expects before anybody has voted: the shipped curve holds, give or
 * take half a unit of log-odds. For the intercept that weighs as much as 16 votes at even odds.
 */
const PRIOR = { logSlope: 0.5, intercept: 0.5 };
const STEPS = 100;

export function probabilityAt({ slope, intercept }: Curve, score: number): number {
  return 1 / (1 + Math.exp(-(slope * score + intercept)));
}

/**
 * Platt scaling (J. Platt, Advances in Large Margin Classifiers, 1999) of the shipped log-odds, with
 * normal priors on log slope and intercept in the place of Platt's smoothed targets: without votes it
 * is the shipped curve, few votes move it little. The slope is positive, so the order of links stays.
 * Fisher scoring with halved steps; the same votes in the same order give the same curve.
 */
export function fitCurve(votes: readonly Vote[]): Curve {
  let at = { logSlope: 0, intercept: 0 };
  let loss = lossAt(at, votes);
  for (let step = 0; step < STEPS; step += 1) {
    const { logSlope, intercept } = direction(at, votes);
    let part = 1;
    let next = at;
    let nextLoss = loss;
    while (part > 1e-6 && !(nextLoss < loss)) {
      next = {
        logSlope: at.logSlope + part * logSlope,
        intercept: at.intercept + part * intercept,
      };
      nextLoss = lossAt(next, votes);
      part /= 2;
    }
    if (!(nextLoss < loss - 1e-12)) break;
    at = next;
    loss = nextLoss;
  }
  return { slope: Math.exp(at.logSlope), intercept: at.intercept };
}

interface Point {
  logSlope: number;
  intercept: number;
}

function lossAt({ logSlope, intercept }: Point, votes: readonly Vote[]): number {
  const slope = Math.exp(logSlope);
  let loss = (logSlope / PRIOR.logSlope) ** 2 / 2 + (intercept / PRIOR.intercept) ** 2 / 2;
  for (const { score, right, weight } of votes) {
    loss += weight * softplus((right ? -1 : 1) * (slope * score + intercept));
  }
  return loss;
}

/** ln(1 + e^x) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** Expected information⁻¹ × gradient, downhill. */
function direction({ logSlope, intercept }: Point, votes: readonly Vote[]): Point {
  const slope = Math.exp(logSlope);
  let gradient = [logSlope / PRIOR.logSlope ** 2, intercept / PRIOR.intercept ** 2] as const;
  let [aa, ab, bb] = [1 / PRIOR.logSlope ** 2, 0, 1 / PRIOR.intercept ** 2];
  for (const { score, right, weight } of votes) {
    const p = probabilityAt({ slope, intercept }, score);
    const a = slope * score;
    const residual = weight * (p - (right ? 1 : 0));
    const information = weight * p * (1 - p);
    gradient = [gradient[0] + residual * a, gradient[1] + residual];
    aa += information * a * a;
    ab += information * a;
    bb += information;
  }
  const determinant = aa * bb - ab * ab;
  return {
    logSlope: -(bb * gradient[0] - ab * gradient[1]) / determinant,
    intercept: -(aa * gradient[1] - ab * gradient[0]) / determinant,
  };
}
