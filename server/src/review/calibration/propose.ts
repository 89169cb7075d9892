import { LEAST_ACCEPTED } from '#src/linking/least-accepted.ts';
import type { Reliability } from './contract.ts';
import { fitCurve, probabilityAt, SHIPPED, type Curve } from './platt.ts';
import { calibrationError, reliability, type Said } from './reliability.ts';
import { weighVotes, type Pair, type WeighedVote } from './weigh-votes.ts';

/** Fewer pairs, or fewer of either verdict, say too little: 2 parameters from at least 50 votes. */
export const LEAST_VOTES = 50;
export const LEAST_OF_EACH = 10;
/** Votes at and above the threshold before a curve may accept what the shipped one did not. */
export const LEAST_SURE = 20;
const FOLDS = 5;

export interface Proposal extends Curve {
  votes: number;
  right: number;
  /** Whether nine of ten of the votes from 0.9 on held, on votes that the curve had not seen. */
  mayAccept: boolean;
  errorBefore: number;
  errorAfter: number;
  reliability: Reliability;
}

export interface TooFew {
  votes: number;
  right: number;
}

/**
 * The curve that fits people's votes, with what it is worth on votes that it has not seen: five folds,
 * all pairs of a surface in one. Few votes are refused.
 */
export function propose(pairs: readonly Pair[]): Proposal | TooFew {
  const votes = weighVotes(pairs);
  const right = votes.filter((vote) => vote.right).length;
  const counted = { votes: votes.length, right };
  const scarcer = Math.min(right, votes.length - right);
  if (votes.length < LEAST_VOTES || scarcer < LEAST_OF_EACH) return counted;
  const after = heldOut(votes);
  const before = votes.map((vote) => saidBy(SHIPPED, vote));
  const steps = { before: reliability(before), after: reliability(after) };
  return {
    ...fitCurve(votes),
    ...counted,
    mayAccept: holdsAboveThreshold(after),
    errorBefore: calibrationError(steps.before),
    errorAfter: calibrationError(steps.after),
    reliability: steps,
  };
}

export function isProposal(one: Proposal | TooFew): one is Proposal {
  return 'slope' in one;
}

function heldOut(votes: readonly WeighedVote[]): Said[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const mine = (vote: WeighedVote) => foldOf(vote.normalised) === fold;
    const curve = fitCurve(votes.filter((vote) => !mine(vote)));
    return votes.filter(mine).map((vote) => saidBy(curve, vote));
  }).flat();
}

function saidBy(curve: Curve, { score, right, weight }: WeighedVote): Said {
  return { probability: probabilityAt(curve, score), right, weight };
}

/** FNV-1a, so that a surface is in one fold whatever else there is. */
function foldOf(surface: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < surface.length; at += 1) {
    hash = Math.imul(hash ^ surface.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % FOLDS;
}

function holdsAboveThreshold(said: readonly Said[]): boolean {
  const sure = said.filter(({ probability }) => probability >= LEAST_ACCEPTED);
  const all = sure.reduce((sum, { weight }) => sum + weight, 0);
  const right = sure.reduce((sum, one) => sum + (one.right ? one.weight : 0), 0);
  return sure.length >= LEAST_SURE && right >= LEAST_ACCEPTED * all;
}
