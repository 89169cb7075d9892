// 100,000 generated advertisements through both tiers, against 13,896 competencies: the hybrid tier on
// two threads as a server runs it, the dictionary tier on one. Other work may run on the machine, so time
// is that of the processor, shared out among two cores (one for the dictionary), with the clock beside it;
// memory is that of the whole process. `npm run bench -- linking-throughput` links a tenth of them by the hybrid tier and says what
// that makes for all; `node bench/linking-throughput.ts 100000` links them all.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex } from '../server/src/linking/engine/build-index.ts';
import { openLinker, type Engine } from '../server/src/linking/engine/linker.ts';
import type { LinkIndex } from '../server/src/linking/current-index.ts';
import type { ContentPage } from '../server/src/linking/index-content.ts';
import { linkText } from '../server/src/linking/link.ts';
import { linkWith, type TextToLink } from '../server/src/linking/link-texts.ts';
import { linkerVersion } from '../server/src/linking/linker-version.ts';
import type { PhraseIndex } from '../server/src/linking/phrase-index.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { generateAdvertisements } from './generated-advertisements.ts';
import { readEsco } from './linking-gold.ts';
import { indexOf } from './reference-index.ts';

const all = 100_000;
const batch = 200;
const limits = { hybridMinutes: 40, megabytes: 1500, dictionaryMinutes: 2 };
const linked = Number(process.argv[2] ?? all / 10);
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(folder);

async function run(shared: string) {
  const { concepts, forms } = await readEsco(shared);
  const words = forms.map(({ form }) => form);
  const phrases = indexOf(forms.map(({ isLabel: _, ...form }) => form));
  measureDictionary(phrases, words);

  const home = await mkdtemp(join(tmpdir(), 'nhip-bench-'));
  const linker = openLinker({ folder: home, threads: 2 });
  try {
    const engine = await build(home, { concepts, forms });
    await measureHybrid(
      (texts) => linkWith(linker, { index: phrases } as LinkIndex, engine, texts),
      words,
    );
  } finally {
    await linker.close();
    await rm(home, { recursive: true });
  }
}

/** In a thread of its own, as a server builds it. */
async function build(home: string, content: ContentPage): Promise<Engine> {
  const path = join(home, 'bench.index');
  const pages = (async function* () {
    yield content;
  })();
  const { hash } = await buildIndex(path, pages, new AbortController().signal);
  return {
    ...{ id: 1, key: 'bench', indexHash: hash, builtAt: new Date() },
    ...{ linkerVersion: linkerVersion('hybrid'), index: { path, hash } },
  };
}

function measureDictionary(phrases: PhraseIndex, words: string[]) {
  const began = now();
  let links = 0;
  for (const { title, tags, text } of generateAdvertisements(all, words)) {
    links += linkText(phrases, 'title', title).length + linkText(phrases, 'text', text).length;
    for (const tag of tags) links += linkText(phrases, 'tag', tag).length;
  }
  const took = since(began);
  console.log(
    `dictionary: ${number.format(all)} advertisements made and linked, ${number.format(links)} links, ` +
      `${number.format(took.clock)} minutes by the clock`,
  );
  report('dictionary, minutes of one core for 100,000', took.processor, limits.dictionaryMinutes);
}

type Link = (texts: TextToLink[]) => ReturnType<typeof linkWith>;

async function measureHybrid(link: Link, words: string[]) {
  const hash = createHash('sha256');
  const memory: number[] = [];
  const sums = { accepted: 0, review: 0 };
  const began = now();
  let waiting: TextToLink[] = [];
  let done = 0;
  const flush = async () => {
    for (const { links } of await link(waiting)) {
      for (const { band } of links) sums[band] += 1;
      hash.update(JSON.stringify(links));
    }
    done += waiting.length;
    waiting = [];
    memory.push(process.memoryUsage.rss() / 1e6);
    if (done % (linked / 10) < batch) {
      const { processor, clock } = since(began);
      console.log(
        `${number.format(done).padStart(9)} in ${number.format(processor / 2)} minutes of two cores ` +
          `(${number.format(clock)} by the clock), memory ${number.format(memory.at(-1)!)} MB`,
      );
    }
  };
  for (const { text } of generateAdvertisements(linked, words)) {
    waiting.push({ text, field: 'text', documentType: 'advertisement', tier: 'hybrid' });
    if (waiting.length === batch) await flush();
  }
  if (waiting.length > 0) await flush();
  const minutes = since(began).processor / 2;
  const half = memory.length >> 1;
  const [first, second] = [Math.max(...memory.slice(0, half)), Math.max(...memory.slice(half))];
  console.log(
    `hybrid: ${number.format(linked)} advertisements in ${number.format(minutes)} minutes of two cores, ` +
      `${number.format(linked / minutes / 60)} a second; ${number.format(sums.accepted)} ` +
      `links accepted, ${number.format(sums.review)} for review; memory at most ${number.format(first)} MB ` +
      `in the first half and ${number.format(second)} MB in the second; sha256 of all links ` +
      hash.digest('hex').slice(0, 16),
  );
  const told = linked === all ? '' : `, told from ${number.format(linked)}`;
  report(
    `hybrid, minutes of two cores for 100,000${told}`,
    (minutes * all) / linked,
    limits.hybridMinutes,
  );
  report('memory of the process, MB', Math.max(first, second), limits.megabytes);
  report('memory of the second half over the first', second / first, 1.15);
}

function report(what: string, value: number, limit: number) {
  const reached = value <= limit;
  console.log(
    `${what}: ${number.format(value)} (≤ ${limit}) ${reached ? 'reached' : 'NOT reached'}`,
  );
  if (!reached) process.exitCode = 1;
}

/** Minutes: of the processor, over all threads, and by the clock. */
function now() {
  const { user, system } = process.cpuUsage();
  return { processor: (user + system) / 6e7, clock: performance.now() / 60_000 };
}

function since(began: ReturnType<typeof now>): ReturnType<typeof now> {
  const { processor, clock } = now();
  return { processor: processor - began.processor, clock: clock - began.clock };
}
