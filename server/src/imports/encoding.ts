import { Problem } from '#src/errors.ts';

/** Vowels of Windows-1258 with a tone mark behind them, as no UTF-8 writes them. */
const TONED =
  /[AEIOUYaeiouy\xe2\xe3\xea\xf4\xf5\xfd\xc2\xc3\xca\xd4\xd5\xdd]([\xcc\xd2\xde\xec\xf2])(?![\x80-\xbf])/g;
const OWN_LETTER = /[\xd0\xdd\xe3\xf0\xf5\xfd]/;

/**
 * What to say of bytes that are not UTF-8, `at` being the first fault in them: the encodings that
 * Vietnamese files come in are named, for each is saved anew in a way of its own.
 *
 * @param offset where the fault lies in the whole file
 * @param file its name
 */
export function encodingProblem(
  bytes: Buffer,
  at: number,
  { offset = at, file = '' }: { offset?: number; file?: string } = {},
): Problem {
  if (isUtf16(bytes)) return new Problem('encoding-utf16', { file });
  const sample = bytes.subarray(Math.max(0, at - 1), at + 4_096).toString('latin1');
  const marks = [...sample.matchAll(TONED)].map(([, mark]) => mark);
  if (marks.length > 0 && (OWN_LETTER.test(sample) || new Set(marks).size > 1)) {
    return new Problem('encoding-windows-1258', { file, offset });
  }
  return new Problem('encoding-not-utf8', { offset, file });
}

/** By its mark, or because every other byte of a Latin text in it is zero (which UTF-8 allows, and no text has). */
export function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('latin1');
  if (mark === '\xff\xfe' || mark === '\xfe\xff') return true;
  const head = bytes.subarray(0, 512);
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros += 1;
  return head.length >= 4 && zeros > head.length / 4;
}
