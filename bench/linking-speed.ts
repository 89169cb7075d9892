// Speed and memory of the hybrid tier on real advertisements against 13,896 competencies, and of the
// dictionary tier on the same advertisements with the reference framework. One thread; the speed of
// one core is taken over the processor time of that thread. The hybrid reads every line once: nothing
// is remembered from an earlier round.
import { linkHybrid } from '../server/src/linking/hybrid/link-hybrid.ts';
import { buildHybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import { readIndexFile, writeIndexFile } from '../server/src/linking/hybrid/index-file.ts';
import { linkText } from '../server/src/linking/link.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { readEsco } from './linking-gold.ts';
import { readRealAdvertisements, type RealAdvertisement } from './real-advertisements.ts';
import { indexOf, referenceForms } from './reference-index.ts';

const limits = { buildSeconds: 60, hybrid: 50, dictionary: 3000 };
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(folder);

async function run(shared: string) {
  const advertisements = await readRealAdvertisements(shared);
  const esco = await readEsco(shared);
  const before = threadSeconds();
  const index = buildHybridIndex(esco.concepts, esco.forms);
  const built = threadSeconds() - before;
  const file = writeIndexFile(index);
  const beforeReading = threadSeconds();
  const again = readIndexFile(file);
  const read = threadSeconds() - beforeReading;
  if (typeof again === 'string' || again.hash !== index.hash)
    throw new Error('index not read back');
  console.log(
    `index of ${number.format(esco.concepts.length)} competencies: ${number.format(built)} s of one ` +
      `core; its file ${number.format(file.length / 1e6)} MB, read in ${number.format(read)} s`,
  );
  const hybrid = measureHybrid(again, advertisements);
  const dictionary = await measureDictionary(advertisements);
  report('index build, s', built, limits.buildSeconds, 'most');
  report('hybrid, ads/s of one core', hybrid, limits.hybrid, 'least');
  report('dictionary, ads/s of one core', dictionary, limits.dictionary, 'least');
}

function measureHybrid(
  index: ReturnType<typeof buildHybridIndex>,
  advertisements: RealAdvertisement[],
): number {
  const sums = { links: 0, lines: 0, ranked: 0 };
  const began = threadSeconds();
  const memory: number[] = [];
  advertisements.forEach(({ title, text }, at) => {
    const { links, read } = linkHybrid(index, `${title}\n${text}`);
    sums.links += links.length;
    sums.lines += read.lines;
    sums.ranked += read.ranked;
    if (at % 500 === 0) memory.push(process.memoryUsage.rss() / 1e6);
  });
  const seconds = threadSeconds() - began;
  console.log(
    `hybrid: ${number.format(advertisements.length)} advertisements in ${number.format(seconds)} s; ` +
      `${number.format(sums.lines)} lines, ${number.format((100 * sums.ranked) / sums.lines)} % past ` +
      `gate and headings; ${number.format(sums.links / advertisements.length)} links each; memory ` +
      `${number.format(memory[0]!)} MB at the start, ${number.format(Math.max(...memory))} MB at most`,
  );
  return advertisements.length / seconds;
}

async function measureDictionary(advertisements: RealAdvertisement[]): Promise<number> {
  const index = indexOf((await referenceForms()).forms);
  const rounds = 4;
  let began = 0;
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) began = threadSeconds();
    for (const { title, tags, text } of advertisements) {
      linkText(index, 'title', title);
      linkText(index, 'text', text);
      for (const tag of tags) linkText(index, 'tag', tag);
    }
  }
  return (rounds * advertisements.length) / (threadSeconds() - began);
}

function report(what: string, value: number, limit: number, side: 'most' | 'least') {
  const reached = side === 'most' ? value <= limit : value >= limit;
  const sign = side === 'most' ? '≤' : '≥';
  console.log(
    `${what}: ${number.format(value)} (${sign} ${limit}) ${reached ? 'reached' : 'NOT reached'}`,
  );
  if (!reached) process.exitCode = 1;
}

function threadSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}
