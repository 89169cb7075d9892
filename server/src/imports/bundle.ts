import { isUtf8 } from 'node:buffer';
import { Readable, Transform, pipeline } from 'node:stream';
import { crc32, createGunzip } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Problem } from '#src/errors.ts';
import { encodingProblem, isUtf16 } from './encoding.ts';
import { firstFault, incompleteTail } from './utf8.ts';

export const BUNDLE_LIMITS = {
  /** of everything in it, unpacked: the O*NET database as text has about 200 MB */
  unpackedBytes: 512 * 2 ** 20,
  files: 500,
};

/** A file of a bundle: `name` without folders and without .gz, `path` as it is written there. */
export interface BundledFile {
  name: string;
  path: string;
  /**
   * Its text, as bytes that are valid UTF-8 in whole characters (a BOM may lead). Unpacked as it is
   * read, and again at every reading. Throws file-too-large, bundle-damaged, encoding-….
   */
  read(): AsyncGenerator<Buffer>;
}

export interface Bundle {
  files: readonly BundledFile[];
  /** where a version may be written: the name of the upload and the folders in it */
  names: readonly string[];
}

/**
 * Several files as one upload: a ZIP, whose members may be gzipped themselves, or a single text. What
 * it unpacks to is counted while it is read, so that a small archive cannot unpack without end.
 *
 * Throws file-too-large, bundle-damaged, bundle-encrypted, bundle-name-unsafe, bundle-file-twice,
 * bundle-too-many-files, bundle-empty.
 */
export async function openBundle(
  content: AsyncIterable<Buffer>,
  fileName: string,
  limits = BUNDLE_LIMITS,
): Promise<Bundle> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  const counter = new Counter(limits.unpackedBytes);
  if (!isZip(bytes)) {
    const name = plainName(fileName);
    const read = () => counter.text(name, unpacked(Readable.from(slices(bytes)), name));
    return { files: [{ name, path: fileName, read }], names: [fileName] };
  }
  const zip = await fromBufferPromise(bytes, { strictFileNames: true }).catch(damaged);
  const files = new Map<string, BundledFile>();
  for (const entry of await entriesOf(zip, limits.files)) {
    const path = entry.fileName;
    const name = plainName(path);
    if (path.endsWith('/') || !isText(name)) continue;
    if (files.has(name.toLowerCase())) throw new Problem('bundle-file-twice', { file: name });
    counter.declare(entry.uncompressedSize);
    const read = () => counter.text(name, unpacked(member(zip, entry), name));
    files.set(name.toLowerCase(), { name, path, read });
  }
  if (files.size === 0) throw new Problem('bundle-empty', { file: fileName });
  const inOrder = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files: inOrder, names: [fileName, ...inOrder.map(({ path }) => path)] };
}

/** Names of files in the first bytes of a ZIP: enough to tell what it holds, not all of them. */
export function namesInHead(head: Buffer): string[] {
  const names: string[] = [];
  if (!isZip(head)) return names;
  for (let at = head.indexOf(LOCAL_HEADER); at >= 0; at = head.indexOf(LOCAL_HEADER, at + 4)) {
    if (at + 30 > head.length) break;
    const end = at + 30 + head.readUInt16LE(at + 26);
    const name = head.subarray(at + 30, end);
    if (end <= head.length && isUtf8(name)) names.push(name.toString('utf8'));
  }
  return names;
}

/** Of an .xlsx, which is a ZIP as well. */
export function isSpreadsheet(head: Buffer): boolean {
  return namesInHead(head).some((name) => /^(\[Content_Types\]\.xml|_rels\/|xl\/)/.test(name));
}

/** The last part of a path, without .gz. */
export function plainName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .replace(/\.gz$/i, '');
}

const LOCAL_HEADER = Buffer.from('PK\u0003\u0004', 'latin1');

/** A ZIP begins with a file, or, being empty, with its end. */
export function isZip(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 4).equals(LOCAL_HEADER) ||
    bytes.subarray(0, 4).toString('latin1') === 'PK\u0005\u0006'
  );
}

/** What macOS and people put beside the data is passed over. */
function isText(name: string): boolean {
  return /\.(csv|tsv|txt|jsonl?)$/i.test(name) && !/^(\.|read.?me)/i.test(name);
}

async function entriesOf(zip: ZipFile, limit: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limit) throw new Problem('bundle-too-many-files', { limit });
      if (entry.isEncrypted()) throw new Problem('bundle-encrypted', { file: entry.fileName });
      entries.push(entry);
    }
  } catch (fault) {
    return damaged(fault);
  }
  return entries;
}

/** The bytes of a member; that they are all there and right is known when they end. */
async function* member(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk as Buffer, sum);
      yield chunk as Buffer;
    }
  } catch (fault) {
    damaged(fault);
  }
  if (sum !== entry.crc32) throw new Problem('bundle-damaged', { what: entry.fileName });
}

function damaged(fault: unknown): never {
  if (fault instanceof Problem) throw fault;
  const { message } = fault as Error;
  const unsafe = /(?:relative path|absolute path|invalid characters in fileName): (.*)$/.exec(
    message,
  );
  if (unsafe) throw new Problem('bundle-name-unsafe', { file: unsafe[1]! }, { cause: fault });
  throw new Problem('bundle-damaged', { what: message }, { cause: fault });
}

/** Gunzipped where the first two bytes say so. */
async function* unpacked(packed: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const chunks = packed[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = Readable.from(
    (async function* () {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })(),
  );
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip: Transform = pipeline(all, createGunzip(), () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    if (!String(code).startsWith('Z_')) throw fault;
    throw new Problem('bundle-damaged', { what: name }, { cause: fault });
  } finally {
    gunzip.destroy();
  }
}

/** Counts what a bundle unpacks to, each file once however often it is read. */
class Counter {
  readonly #limit: number;
  readonly #read = new Map<string, number>();
  #declared = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  declare(bytes: number): void {
    this.#declared += bytes;
    this.#check(this.#declared);
  }

  async *text(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0;
    let carried: Buffer = Buffer.alloc(0);
    for await (const bytes of chunks) {
      size += bytes.length;
      this.#read.set(name, Math.max(this.#read.get(name) ?? 0, size));
      this.#check([...this.#read.values()].reduce((sum, one) => sum + one, 0));
      const offset = size - bytes.length - carried.length;
      const chunk = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
      const whole = chunk.subarray(0, chunk.length - incompleteTail(chunk));
      if (!isUtf8(whole) || (offset === 0 && isUtf16(whole))) {
        const at = firstFault(whole);
        throw encodingProblem(whole, at, { offset: offset + at, file: name });
      }
      carried = chunk.subarray(whole.length);
      if (whole.length > 0) yield whole;
    }
    if (carried.length > 0) {
      throw new Problem('encoding-not-utf8', { offset: size - carried.length, file: name });
    }
  }

  #check(bytes: number): void {
    if (bytes <= this.#limit) return;
    throw new Problem('file-too-large', { limit: `${Math.floor(this.#limit / 2 ** 20)} MB` });
  }
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
