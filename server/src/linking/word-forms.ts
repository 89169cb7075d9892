/**
 * English words that count as equal when a listed form is compared with a text: singular and
 * plural, British and American. Only the comparison uses this; no text is ever rewritten.
 */

const plural = /^[a-z]{3,}s$/;
const noPlural = /(ss|us|is|ics)$/;

/** Plurals of abbreviations that the endings above would hide. */
const shortPlurals = new Set(['apis', 'kpis', 'guis', 'cpus', 'gpus', 'menus']);

/** Names whose form without -s is another word: "Windows" is not "window", "Canvas" is not Canva. */
const invariable = new Set([
  ...['windows', 'teams', 'rails', 'pandas', 'jenkins', 'kubernetes', 'postgres', 'canvas'],
  ...['maps', 'docs', 'sheets', 'forms', 'slides', 'notes', 'news', 'means', 'goods', 'customs'],
  ...['sales', 'lens', 'always', 'does', 'series', 'odds', 'kinesis', 'macos', 'tvos', 'watchos'],
]);

const american = new Map([
  ['analyse', 'analyze'],
  ['artefact', 'artifact'],
  ['behaviour', 'behavior'],
  ['behavioural', 'behavioral'],
  ['catalogue', 'catalog'],
  ['centre', 'center'],
  ['colour', 'color'],
  ['containerise', 'containerize'],
  ['defence', 'defense'],
  ['enrolment', 'enrollment'],
  ['labelling', 'labeling'],
  ['modelling', 'modeling'],
  ['optimise', 'optimize'],
  ['organise', 'organize'],
  ['prioritise', 'prioritize'],
  ['programme', 'program'],
  ['virtualise', 'virtualize'],
  ['visualise', 'visualize'],
]);

/** The comparison key of a lower-case word: "apis" → "api", "optimisation" → "optimization". */
export function foldWord(word: string): string {
  if (word.length < 4) return word;
  const one = isPlural(word) ? word.slice(0, -1) : word;
  if (one.length < 6) return one;
  if (one.endsWith('isation')) return `${one.slice(0, -7)}ization`;
  return american.get(one) ?? one;
}

function isPlural(word: string): boolean {
  if (word.charCodeAt(word.length - 1) !== 0x73 || !plural.test(word)) return false;
  return shortPlurals.has(word) || !(noPlural.test(word) || invariable.has(word));
}
