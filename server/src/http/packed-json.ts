import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { finishedJson } from './finished-json.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const JSON_TYPE = 'application/json; charset=utf-8';

interface Packed {
  etag: string;
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
}

/**
 * Large answers that stay the same for long: made and packed once per state, sent in the encoding that
 * the caller takes, and not at all to one who has them already (ETag).
 */
export function packedJson(limit: number) {
  const finished = finishedJson(limit);
  const packed = new Map<string, { text: string; whole: Promise<Packed> }>();
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    state: string,
    make: () => Promise<unknown>,
  ): Promise<void> => {
    const text = await finished.get(name, state, make);
    let known = packed.get(name);
    if (known?.text !== text) {
      known = { text, whole: pack(text) };
      packed.delete(name);
      packed.set(name, known);
      for (const oldest of packed.keys()) {
        if (packed.size <= limit) break;
        packed.delete(oldest);
      }
    }
    await send(request, reply, await known.whole);
  };
}

async function pack(text: string): Promise<Packed> {
  const plain = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const [br, gzipped] = await Promise.all([brotli(plain, { params }), zip(plain)]);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 27);
  return { etag: `W/"${hash}"`, plain, br, gzip: gzipped };
}

async function send(request: FastifyRequest, reply: FastifyReply, whole: Packed): Promise<void> {
  void reply
    .header('etag', whole.etag)
    .header('vary', 'accept-encoding')
    .header('cache-control', 'no-cache');
  const asked = request.headers['if-none-match'] ?? '';
  if (asked.split(',').some((one) => one.trim() === whole.etag)) {
    await reply.code(304).send();
    return;
  }
  const takes = new Set(
    String(request.headers['accept-encoding'] ?? '')
      .split(',')
      .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one.trim()))
      .map((one) => one.split(';', 1)[0]!.trim()),
  );
  const encoding = takes.has('br') ? 'br' : takes.has('gzip') ? 'gzip' : undefined;
  if (encoding) void reply.header('content-encoding', encoding);
  await reply.type(JSON_TYPE).send(encoding ? whole[encoding] : whole.plain);
}
