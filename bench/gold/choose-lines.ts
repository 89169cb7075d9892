// Chooses the lines of the Vietnamese gold set: 220 of real advertisements and 100 learning outcomes of
// real syllabi, at most four of one document, always the same ones. Writes where they stand, no
// text; `--texts FILE` writes the texts beside it for whoever annotates.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRealAdvertisements } from '../real-advertisements.ts';

interface Line {
  /** 'itviec:ROW' or 'uet:COURSE' */
  document: string;
  /** from 1: of the requirements text, or the number of the outcome */
  line: number;
  text: string;
}

const sharedData =
  process.env.NHIP_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data');
const wanted = { advertisements: 220, syllabi: 100 };
const mostOfOneDocument = 4;

/** Letters that only Vietnamese has; lines without one are English, code or noise. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

const lines = [
  ...choose(await advertisementLines(), wanted.advertisements),
  ...choose(await syllabusLines(), wanted.syllabi),
];
const folder = import.meta.dirname;
await writeFile(
  join(folder, 'lines.tsv'),
  `document\tline\n${lines.map(({ document, line }) => `${document}\t${line}\n`).join('')}`,
);
const textsAt = process.argv.indexOf('--texts');
if (textsAt !== -1) {
  const rows = lines.map(({ document, line, text }) => `${document}\t${line}\t${text}\n`);
  await writeFile(process.argv[textsAt + 1]!, rows.join(''));
}
console.log(
  `${lines.length} lines of ${new Set(lines.map(({ document }) => document)).size} documents`,
);

async function advertisementLines(): Promise<Line[]> {
  const advertisements = await readRealAdvertisements(sharedData);
  return advertisements.flatMap(({ row, text }) =>
    linesOf(text).map((one) => ({ document: `itviec:${row}`, ...one })),
  );
}

async function syllabusLines(): Promise<Line[]> {
  const parsed = JSON.parse(
    await readFile(join(sharedData, 'uet_2023', 'uet_parsed.json'), 'utf8'),
  ) as { syllabi: { code: string; clos: { text: string }[] }[] };
  return parsed.syllabi.flatMap(({ code, clos }) =>
    clos.map(({ text }, at) => ({
      document: `uet:${code}`,
      line: at + 1,
      text: text.replace(/\s+/g, ' '),
    })),
  );
}

function linesOf(text: string): { line: number; text: string }[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, text: line.replace(/\s+/g, ' ').trim() }))
    .filter(({ text: line }) => line.length >= 25 && line.length <= 300);
}

/** In the order of a hash, so that the choice depends on nothing but where a line stands. */
function choose(all: readonly Line[], count: number): Line[] {
  const taken = new Map<string, number>();
  const order = all
    .filter(({ text }) => VIETNAMESE.test(text))
    .map((line) => ({ line, key: hashOf(`${line.document} ${line.line}`) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const chosen: Line[] = [];
  for (const { line } of order) {
    const already = taken.get(line.document) ?? 0;
    if (already >= mostOfOneDocument || chosen.length >= count) continue;
    taken.set(line.document, already + 1);
    chosen.push(line);
  }
  return chosen;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
