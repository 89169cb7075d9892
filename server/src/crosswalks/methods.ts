import type { SeekMethod } from './contract.ts';
import { ENGINE_METHOD } from './engine/propose-pairs.ts';
import { METHOD as LEXICAL_METHOD } from './lexical/propose-pairs.ts';

export type Method = SeekMethod;

/** Under which name the proposals of a program stand in the table; another version of it is another source. */
export const SOURCES: Readonly<Record<Method, string>> = {
  lexical: LEXICAL_METHOD,
  engine: ENGINE_METHOD,
};
