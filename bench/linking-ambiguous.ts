// Precision in context of short words of many meanings: places in real advertisements where such a word
// stands, each read and judged by a program. The texts stay in the shared data.
import { readFile } from 'node:fs/promises';
import { linkHybrid } from '../server/src/linking/hybrid/link-hybrid.ts';
import type { HybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import { linkText } from '../server/src/linking/link.ts';
import { readRealAdvertisements } from './real-advertisements.ts';
import { wilson } from './statistics.ts';

interface Place {
  row: number;
  start: number;
  form: string;
  competency: string;
  isRight: boolean;
}

type Tier = 'dictionary' | 'hybrid';

export async function printAmbiguous(sharedData: string, index: HybridIndex, codes: string[]) {
  const places = await readPlaces();
  const texts = new Map(
    (await readRealAdvertisements(sharedData)).map(({ row, text }) => [row, text]),
  );
  const found = new Map<Place, Set<Tier>>();
  for (const [row, list] of Map.groupBy(places, (place) => place.row)) {
    const text = texts.get(row)!;
    const dictionary = linkText(index.phrases, 'text', text).map((link) => ({
      ...link,
      spans: [link],
    }));
    const hybrid = linkHybrid(index, text).links.filter(({ band }) => band === 'accepted');
    for (const place of list) {
      const names = ({ competencyId, spans }: (typeof dictionary | typeof hybrid)[number]) =>
        codes[competencyId - 1] === place.competency &&
        spans.some(
          ({ start, end }) => start <= place.start && end >= place.start + place.form.length,
        );
      const tiers = new Set<Tier>();
      if (dictionary.some(names)) tiers.add('dictionary');
      if (hybrid.some(names)) tiers.add('hybrid');
      found.set(place, tiers);
    }
  }
  console.log('\nShort words of many meanings in real advertisements: links that count');
  const table: Record<string, object> = {};
  for (const tier of ['dictionary', 'hybrid'] as const) {
    const groups = [...Map.groupBy(places, ({ form }) => form.toLowerCase()), ['all', places]];
    for (const [form, list] of groups as [string, Place[]][]) {
      table[`${tier}: ${form}`] = figuresOf(list, (place) => found.get(place)!.has(tier));
    }
  }
  console.table(table);
}

function figuresOf(places: Place[], isLinked: (place: Place) => boolean) {
  const linked = places.filter(isLinked);
  const right = linked.filter(({ isRight }) => isRight).length;
  const wanted = places.filter(({ isRight }) => isRight).length;
  const { low, high } = wilson(right, linked.length);
  const percent = (value: number) => Number((100 * value).toFixed(1));
  return {
    places: places.length,
    'asked for': wanted,
    linked: linked.length,
    right,
    'precision %': linked.length === 0 ? null : percent(right / linked.length),
    '95 %': linked.length === 0 ? '' : `${percent(low)}–${percent(high)}`,
    'recall %': wanted === 0 ? null : percent(right / wanted),
  };
}

async function readPlaces(): Promise<Place[]> {
  const list = await readFile(new URL('gold/ambiguous.tsv', import.meta.url), 'utf8');
  const [, ...lines] = list.trimEnd().split('\n');
  return lines.map((line) => {
    const [row, start, form, competency, verdict] = line.split('\t');
    return {
      row: Number(row),
      start: Number(start),
      form: form!,
      competency: competency!,
      isRight: verdict === 'right',
    };
  });
}
