import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The bytes that a ZIP archive unpacks to, found by unpacking each entry no further than the limit: a
 * small archive can claim little and unpack without end. `look` is shown every entry on the way.
 */
export function unpackedSize(
  archive: Buffer,
  limit: number,
  look: (content: Buffer) => void = () => undefined,
): number | 'too-large' | 'damaged' {
  try {
    return sizeOf(archive, limit, look);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}

function sizeOf(
  archive: Buffer,
  limit: number,
  look: (content: Buffer) => void,
): number | 'too-large' | 'damaged' {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END) return 'damaged';
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (archive.readUInt32LE(at) !== ENTRY) return 'damaged';
    const stored = archive.readUInt16LE(at + 10) === 0;
    const packedBytes = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const content =
      local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(content, content + packedBytes);
    const unpacked = stored
      ? packed
      : inflateRawSync(packed, { maxOutputLength: limit - total + 1 });
    total += unpacked.length;
    if (total > limit) return 'too-large';
    look(unpacked);
    at +=
      46 +
      archive.readUInt16LE(at + 28) +
      archive.readUInt16LE(at + 30) +
      archive.readUInt16LE(at + 32);
  }
  return total;
}
