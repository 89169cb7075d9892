import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { HYBRID_VERSION } from './hybrid/hybrid-index.ts';
import { LINKER_VERSION } from './phrase-index.ts';

const weights = new URL('hybrid/weights/', import.meta.url);
let digest: string | undefined;

/** The version of the hybrid tier with the weights that it ships with: other weights give other links. */
export function hybridVersion(): string {
  digest ??= digestOfWeights();
  return `${HYBRID_VERSION}.${digest}`;
}

/** Of both tiers together; changes whenever the same forms and text could give other links. */
export function linkerVersion(tier: 'dictionary' | 'hybrid'): string {
  return tier === 'hybrid' ? `${LINKER_VERSION}+${hybridVersion()}` : LINKER_VERSION;
}

function digestOfWeights(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(weights).sort()) {
    hash.update(name).update(readFileSync(new URL(name, weights)));
  }
  return hash.digest('hex').slice(0, 8);
}
