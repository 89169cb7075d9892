import type { Field } from '../server/src/linking/contract.ts';
import { linkText } from '../server/src/linking/link.ts';
import type { PhraseIndex } from '../server/src/linking/phrase-index.ts';
import { withoutDiacritics } from '../server/src/linking/syllable.ts';
import type { RealAdvertisement } from './real-advertisements.ts';

const fields: Field[] = ['title', 'tag', 'text'];
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** The share of all tag occurrences that is linked, and the most frequent tags that are not. */
export function printReach(index: PhraseIndex, advertisements: RealAdvertisement[]) {
  const mass = new Map<string, number>();
  for (const { tags } of advertisements) {
    for (const tag of tags) mass.set(tag, (mass.get(tag) ?? 0) + 1);
  }
  const all = [...mass].map(([tag, count]) => {
    const links = linkText(index, 'tag', tag);
    const whole = links.some(({ start, end }) => end - start === tag.trim().length);
    return { tag, count, reached: links.length > 0, whole };
  });
  const total = sum(all);
  const reached = all.filter((one) => one.reached);
  console.log(
    `\nTag mass: ${number.format(total)} occurrences of ${all.length} tags. ` +
      `Linked: ${percent.format(sum(reached) / total)} ` +
      `(the whole tag: ${percent.format(sum(all.filter((one) => one.whole)) / total)}), ` +
      `${reached.length} of ${all.length} tags.`,
  );
  const missed = all.filter((one) => !one.reached).sort((a, b) => b.count - a.count);
  const top = missed.slice(0, 20).map(({ tag, count }) => `${tag} ${count}`);
  console.log(`Most frequent tags without a link: ${top.join(', ') || 'none'}\n`);
}

function sum(items: { count: number }[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}

export function printMethods(index: PhraseIndex, advertisements: RealAdvertisement[]) {
  const counts = Object.fromEntries(
    fields.map((field) => [field, { exact: 0, near: 0, unaccented: 0 } as Record<string, number>]),
  );
  for (const { title, tags, text } of advertisements) {
    const parts: [Field, string][] = [
      ['title', title],
      ['text', text],
      ...tags.map((tag): [Field, string] => ['tag', tag]),
    ];
    for (const [field, part] of parts) {
      for (const { method } of linkText(index, field, part)) counts[field]![method]! += 1;
    }
  }
  console.log('Links by field and method');
  console.table(counts);
}

/**
 * The same texts with every diacritic taken off: how many of the links that rest on accents are
 * found again, and how many links appear that the accented text does not have.
 */
export function printUnaccented(index: PhraseIndex, advertisements: RealAdvertisement[]) {
  const totals = { accented: 0, kept: 0, unaccented: 0, extra: 0 };
  for (const { text } of advertisements) {
    const accented = linkText(index, 'text', text).filter(
      ({ surface }) => withoutDiacritics(surface) !== surface,
    );
    const unaccented = linkText(index, 'text', withoutDiacritics(text)).filter(
      ({ method }) => method === 'unaccented',
    );
    const keys = new Set(accented.map(plainKey));
    const found = new Set(unaccented.map(plainKey));
    totals.accented += accented.length;
    totals.kept += accented.filter((link) => found.has(plainKey(link))).length;
    totals.unaccented += unaccented.length;
    totals.extra += unaccented.filter((link) => !keys.has(plainKey(link))).length;
  }
  console.log(
    `Without diacritics: ${percent.format(totals.kept / totals.accented)} of ` +
      `${number.format(totals.accented)} accented links kept; ${totals.extra} of ` +
      `${number.format(totals.unaccented)} unaccented links are not in the accented text.`,
  );
}

function plainKey({ competencyId, normalised }: { competencyId: number; normalised: string }) {
  return `${competencyId} ${withoutDiacritics(normalised)}`;
}
