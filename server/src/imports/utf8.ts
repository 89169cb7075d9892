import { isUtf8 } from 'node:buffer';

/** How many bytes at the end of a chunk begin a character that the next chunk finishes (0…3). */
export function incompleteTail(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** Offset of the first byte that is not UTF-8, in a chunk that starts at a character; its length when there is none. */
export function firstFault(chunk: Buffer): number {
  let at = 0;
  while (at < chunk.length) {
    const length = lengthOf(chunk[at]!);
    if (length === 0 || !isUtf8(chunk.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
