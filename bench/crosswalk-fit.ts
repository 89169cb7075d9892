// From the official crosswalk to what judges pairs of items.
import type { Relation } from '../server/src/crosswalks/contract.ts';
import { pairFeatures } from '../server/src/crosswalks/engine/pair-features.ts';
import type { Logistic, PairModel } from '../server/src/crosswalks/engine/pair-model.ts';
import { poolOf } from '../server/src/crosswalks/engine/pool.ts';
import { compareAll, sharedNames } from '../server/src/crosswalks/engine/propose-pairs.ts';
import { readOfficialPairs } from './crosswalk-pairs.ts';
import { logistic } from './linking-fit.ts';

/** A role of ESCO with its candidates among the roles of O*NET. */
export interface JudgedRole {
  id: number;
  /** Its group of ISCO: folds keep a group whole. */
  group: number;
  wanted: number;
  candidates: {
    to: number;
    features: number[];
    relation: Relation | undefined;
    sameLabel: boolean;
  }[];
}

export async function readJudgedPairs(sharedData: string): Promise<JudgedRole[]> {
  const { esco, onet, relations } = await readOfficialPairs(sharedData);
  const pool = poolOf(esco, onet);
  const isShared = sharedNames(pool);
  const groups = [...new Set(esco.map(({ group }) => group))];
  return pool.from.map((one, at): JudgedRole => {
    const compared = compareAll(pool, one);
    const features = pairFeatures(one, compared, isShared);
    const wanted = [...relations.keys()].filter((key) => key.startsWith(`${one.id} `)).length;
    return {
      id: one.id,
      group: groups.indexOf(esco[at]!.group),
      wanted,
      candidates: compared.map(({ other, names }, place) => ({
        to: other.id,
        features: [...features[place]!],
        relation: relations.get(`${one.id} ${other.id}`),
        sameLabel: names.same === 'label',
      })),
    };
  });
}

const decay = 5;

export function learnPairs(roles: JudgedRole[]): PairModel {
  const all = roles.flatMap(({ candidates }) => candidates);
  const together = logistic(
    all.map(({ features, relation }) => ({ inputs: features, right: relation !== undefined })),
    decay,
  );
  const linked = all.filter(({ relation }) => relation !== undefined);
  const judge = (wanted: Relation): Logistic =>
    logistic(
      linked.map(({ features, relation }) => ({ inputs: features, right: relation === wanted })),
      decay,
    );
  return {
    together,
    relations: {
      exact: judge('exact'),
      narrower: judge('narrower'),
      broader: judge('broader'),
      related: judge('related'),
    },
  };
}
