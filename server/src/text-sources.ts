import { advertisementTexts } from './demand/advertisement-texts.ts';
import type { TextSource } from './linking/relinking/text-source.ts';
import { programmeTexts } from './programmes/programme-texts.ts';

/** Every kind of text whose links are kept; the machinery of `linking` knows none of them. */
export const textSources: readonly TextSource[] = [advertisementTexts, ...programmeTexts];
