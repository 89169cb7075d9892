import { isUtf8 } from 'node:buffer';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { Problem } from '#src/errors.ts';
import { isZip } from './bundle.ts';
import { encodingProblem } from './encoding.ts';
import { firstFault, incompleteTail } from './utf8.ts';

/** Of an archive (gzip, ZIP) as it travels, and of what it unpacks to or what travels as it is. */
export const PACKED_LIMIT_BYTES = 64 * 2 ** 20;
export const UNPACKED_LIMIT_BYTES = 256 * 2 ** 20;

/** Looks at the first bytes of an upload for the limit that holds for it; `content` gives all of its bytes. */
export async function withLimit(
  upload: AsyncIterable<Uint8Array>,
): Promise<{ limitBytes: number; content: AsyncIterable<Uint8Array> }> {
  const chunks = upload[Symbol.asyncIterator]();
  const first = await chunks.next();
  const packed =
    !first.done &&
    ((first.value[0] === 0x1f && first.value[1] === 0x8b) || isZip(Buffer.from(first.value)));
  return {
    limitBytes: packed ? PACKED_LIMIT_BYTES : UNPACKED_LIMIT_BYTES,
    content: (async function* () {
      if (!first.done) yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })(),
  };
}

/**
 * The bytes of a stored file: gunzipped where its first two bytes say so, refused as soon as they
 * pass the limit (so that a small archive cannot unpack without end) or, being text, stop being UTF-8.
 * Throws file-too-large, archive-damaged, encoding-….
 */
export async function* unpack(
  stored: Readable,
  limitBytes: number = UNPACKED_LIMIT_BYTES,
  { readsBytes = false, name = '' }: { readsBytes?: boolean | undefined; name?: string } = {},
): AsyncGenerator<Buffer> {
  let unpackedBytes = 0;
  let carried: Buffer = Buffer.alloc(0);
  for await (const bytes of gunzipped(stored)) {
    const offset = unpackedBytes - carried.length;
    unpackedBytes += bytes.length;
    if (unpackedBytes > limitBytes) {
      throw new Problem('file-too-large', { limit: `${Math.floor(limitBytes / 2 ** 20)} MB` });
    }
    if (readsBytes) {
      yield bytes;
      continue;
    }
    const chunk = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
    const whole = chunk.subarray(0, chunk.length - incompleteTail(chunk));
    if (!isUtf8(whole)) {
      const at = firstFault(whole);
      throw encodingProblem(whole, at, { offset: offset + at, file: name });
    }
    carried = chunk.subarray(whole.length);
    if (whole.length > 0) yield whole;
  }
  if (carried.length > 0) {
    throw new Problem('encoding-not-utf8', { offset: unpackedBytes - carried.length });
  }
}

/** Up to `length` unpacked bytes from the start of a file, for detecting its format; damage is found later, in staging. */
export async function unpackHead(stored: Readable, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of gunzipped(stored)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= length) break;
    }
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
  }
  return Buffer.concat(chunks).subarray(0, length);
}

async function* gunzipped(stored: Readable): AsyncGenerator<Buffer> {
  const chunks = stored.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  try {
    let head = Buffer.alloc(0);
    while (head.length < 2) {
      const { done, value } = await chunks.next();
      if (done) break;
      head = Buffer.concat([head, value]);
    }
    const rest = (async function* () {
      if (head.length > 0) yield head;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    })();
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(rest);
    else yield* rest;
  } finally {
    stored.destroy();
  }
}

async function* gunzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacked = pipeline(packed, createGunzip(), () => undefined);
  try {
    for await (const chunk of unpacked) yield chunk as Buffer;
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? '';
    if (code.startsWith('Z_')) throw new Problem('archive-damaged', {}, { cause: fault });
    throw fault;
  } finally {
    unpacked.destroy();
  }
}
