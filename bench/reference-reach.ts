// What the reference framework reaches of advertisements that its lexicon was not built on: those of
// December 2025, with October and November (which authors read) beside them.
import { linkText } from '../server/src/linking/link.ts';
import type { PhraseIndex } from '../server/src/linking/phrase-index.ts';
import { readReference } from '../server/src/reference/read-reference.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { readRealAdvertisements, type RealAdvertisement } from './real-advertisements.ts';
import { indexOf, referenceForms } from './reference-index.ts';
import { wilson } from './statistics.ts';
import { mentionFinder, onetNames, type Mention } from './technology-mentions.ts';

const limits = { tags: 0.92, mentions: 0.88 };

interface Counted {
  name: string;
  reached: boolean;
  whole: boolean;
}

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(folder);

async function run(sharedFolder: string) {
  const all = await readRealAdvertisements(sharedFolder);
  const earlier = all.filter(({ month }) => month !== '2025-12');
  const known = new Set(earlier.map(({ text }) => text.trim()));
  const december = all.filter(({ month }) => month === '2025-12');
  const untouched = december.filter(({ text }) => !known.has(text.trim()));
  const { forms, codes } = await referenceForms();
  const index = indexOf(forms);
  const find = mentionFinder(
    await onetNames(sharedFolder),
    all.flatMap(({ tags }) => tags),
    earlier.map(({ text }) => text),
  );
  console.log(
    `${december.length} usable advertisements of December, ${untouched.length} without those whose text stood ` +
      `in October or November already; ${earlier.length} of October and November; ${forms.length} forms\n`,
  );
  const earlierTags = new Set(earlier.flatMap(({ tags }) => tags));
  const tags = tagsOf(index, untouched);
  const mentions = mentionsOf(index, untouched, find);
  console.table({
    'tags, December': row(tags),
    'tags, December, those that no earlier month has': row(
      tags.filter(({ name }) => !earlierTags.has(name)),
    ),
    'tags, October and November': row(tagsOf(index, earlier)),
    'technology mentions, December': row(mentions),
    'technology mentions, October and November': row(mentionsOf(index, earlier, find)),
  });
  console.log(
    'The intervals are Wilson 95 % as if each occurrence were drawn alone; those of one advertisement are not, ' +
      'so the true ones are wider.',
  );
  console.log(`\nTags of December missed: ${missed(tags)}`);
  console.log(`\nTechnology mentions of December missed: ${missed(mentions)}\n`);
  await printAreas(index, codes, untouched);
  const [tagShare, mentionShare] = [share(tags), share(mentions)];
  console.log(verdict('tag mass', tagShare, limits.tags));
  console.log(verdict('technology mentions', mentionShare, limits.mentions));
  if (tagShare < limits.tags || mentionShare < limits.mentions) process.exitCode = 1;
}

function tagsOf(index: PhraseIndex, advertisements: RealAdvertisement[]): Counted[] {
  return advertisements.flatMap(({ tags }) =>
    tags.map((tag) => {
      const links = linkText(index, 'tag', tag);
      const whole = links.some(({ start, end }) => end - start === tag.trim().length);
      return { name: tag, reached: links.length > 0, whole };
    }),
  );
}

/** A mention is reached when a link overlaps it, and reached whole when one link covers it. */
function mentionsOf(
  index: PhraseIndex,
  advertisements: RealAdvertisement[],
  find: (text: string) => Mention[],
): Counted[] {
  return advertisements.flatMap(({ text }) => {
    const links = linkText(index, 'text', text);
    return find(text).map(({ term, start, end }) => ({
      name: term,
      reached: links.some((link) => link.start < end && start < link.end),
      whole: links.some((link) => link.start <= start && end <= link.end),
    }));
  });
}

function row(items: Counted[]) {
  const reached = items.filter((one) => one.reached).length;
  const { low, high } = wilson(reached, items.length);
  return {
    occurrences: items.length,
    different: new Set(items.map(({ name }) => name.toLowerCase())).size,
    reached,
    '%': percent(reached / items.length),
    '95 % from': percent(low),
    '95 % to': percent(high),
    'whole %': percent(items.filter(({ whole }) => whole).length / items.length),
  };
}

function missed(items: Counted[]): string {
  const counts = new Map<string, number>();
  for (const { name, reached } of items) {
    if (!reached) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const order = [...counts].sort((one, other) => other[1] - one[1]);
  return order.map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}

async function printAreas(
  index: PhraseIndex,
  codes: Map<number, string>,
  advertisements: RealAdvertisement[],
) {
  const { areas } = await readReference();
  const areaOf = new Map(
    areas.flatMap(({ area, competencies }) =>
      competencies.map(({ code }) => [code, area.code] as const),
    ),
  );
  const counts = new Map<string, { links: number; competencies: Set<number>; ads: Set<number> }>();
  for (const { row: at, text } of advertisements) {
    for (const { competencyId } of linkText(index, 'text', text)) {
      const area = areaOf.get(codes.get(competencyId)!)!;
      const one = counts.get(area) ?? { links: 0, competencies: new Set(), ads: new Set() };
      one.links += 1;
      one.competencies.add(competencyId);
      one.ads.add(at);
      counts.set(area, one);
    }
  }
  const order = [...counts].sort((one, other) => other[1].links - one[1].links);
  console.log('Links in the requirement texts of December by area');
  console.table(
    Object.fromEntries(
      order.map(([area, { links, competencies, ads }]) => [
        area,
        { links, competencies: competencies.size, advertisements: ads.size },
      ]),
    ),
  );
  const silent = areas.map(({ area }) => area.code).filter((code) => !counts.has(code));
  console.log(`Areas without a link: ${silent.join(', ') || 'none'}`);
}

function share(items: Counted[]): number {
  return items.filter(({ reached }) => reached).length / items.length;
}

function percent(value: number): number {
  return Number((100 * value).toFixed(1));
}

function verdict(what: string, value: number, limit: number): string {
  return `${what} ${percent(value)} %, limit ${percent(limit)} %: ${value >= limit ? 'reached' : 'NOT reached'}`;
}
