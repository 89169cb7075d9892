import { readFileSync } from 'node:fs';
import type { Calibration } from './calibration.ts';
import type { Gate } from './gate.ts';
import type { Mlp } from './mlp.ts';
import type { Standing } from './standing.ts';
import type { Tagger } from './tagger.ts';

/** Everything that was learnt from labelled sentences; `bench/train-linker.ts` writes it. */
export interface LinkerModel {
  gate: Gate;
  tagger: Tagger;
  standing: Standing;
  ranker: Mlp;
  calibrations: Calibration[];
}

/** Where a file of weights comes from. */
export interface Provenance {
  trainedOn: string;
  data: string;
  seed: number;
  figures: Record<string, number>;
}

let shipped: LinkerModel | undefined;

/** The weights in `weights/`, read once. */
export function shippedModel(): LinkerModel {
  shipped ??= {
    ...shippedReaders(),
    ...read<Pick<LinkerModel, 'ranker' | 'calibrations'>>('ranker'),
  };
  return shipped;
}

/** What reads lines and ranks nothing: all that the training of a ranker may use. */
export function shippedReaders(): Pick<LinkerModel, 'gate' | 'tagger' | 'standing'> {
  const { weights, ...tagger } = read<Omit<Tagger, 'weights'> & { weights: string }>('tagger');
  return {
    gate: read<Gate>('gate'),
    standing: read<Standing>('standing'),
    tagger: { ...tagger, weights: new Int8Array(Buffer.from(weights, 'base64')) },
  };
}

function read<Part>(name: string): Part {
  const file = new URL(`weights/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Part;
}
