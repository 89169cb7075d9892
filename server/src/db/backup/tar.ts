import { basename, dirname } from 'node:path/posix';

/** A plain POSIX tar ("ustar"): any system's `tar` opens a back-up and shows what it holds. */
const blockSize = 512;
const magic = 'ustar\u000000';

export const tarEnd = Buffer.alloc(2 * blockSize);

/** @param size in bytes, below 8 GB; the path's folder below 156 bytes, its last part below 101 */
export function tarHeader(path: string, size: number, modifiedAt: Date): Buffer {
  const block = Buffer.alloc(blockSize);
  const folder = dirname(path);
  put(block, 0, 100, basename(path));
  put(block, 100, 8, '0000600');
  put(block, 108, 8, '0000000');
  put(block, 116, 8, '0000000');
  put(block, 124, 12, octal(size, 11));
  put(block, 136, 12, octal(Math.floor(modifiedAt.getTime() / 1000), 11));
  put(block, 148, 8, '        ');
  put(block, 156, 1, '0');
  put(block, 257, 8, magic);
  put(block, 345, 155, folder === '.' ? '' : folder);
  put(block, 148, 8, `${octal(sumOf(block), 6)}\0 `);
  return block;
}

/** What fills the last block of an entry. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((blockSize - (size % blockSize)) % blockSize);
}

export interface TarEntry {
  path: string;
  size: number;
  /** To be read to its end before the next entry is asked for. */
  body: AsyncGenerator<Buffer, void, void>;
}

/** The source is no tar, is cut short, or cannot be read; the message says which layer failed. */
export class TarFault extends Error {}

export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = new Reader(source);
  for (;;) {
    const block = await reader.block();
    // Read on to the end of the source: only there does gzip compare its checksum.
    if (block.every((byte) => byte === 0)) return reader.skipRest();
    if (block.toString('latin1', 257, 265) !== magic || readOctal(block, 148) !== sumOf(block)) {
      throw new TarFault('tar');
    }
    const folder = text(block, 345, 155);
    const path = folder ? `${folder}/${text(block, 0, 100)}` : text(block, 0, 100);
    const size = readOctal(block, 124);
    yield { path, size, body: reader.body(size) };
  }
}

class Reader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  async block(): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.#bytes(blockSize)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *body(size: number): AsyncGenerator<Buffer, void, void> {
    yield* this.#bytes(size);
    for await (const _ of this.#bytes(tarPadding(size).length));
  }

  async skipRest(): Promise<void> {
    while (!(await this.#next()).done);
  }

  async #next(): Promise<IteratorResult<Buffer>> {
    try {
      return await this.#chunks.next();
    } catch (fault) {
      throw new TarFault('gzip', { cause: fault });
    }
  }

  async *#bytes(count: number): AsyncGenerator<Buffer, void, void> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#next();
        if (next.done) throw new TarFault('tar');
        this.#rest = next.value;
        continue;
      }
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
}

function put(block: Buffer, at: number, length: number, value: string): void {
  if (Buffer.byteLength(value) > length) throw new RangeError(`too long for a tar: ${value}`);
  block.write(value, at, length, 'utf8');
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function readOctal(block: Buffer, at: number): number {
  return parseInt(text(block, at, 12), 8);
}

function text(block: Buffer, at: number, length: number): string {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

/** The checksum counts its own field as spaces. */
function sumOf(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}
