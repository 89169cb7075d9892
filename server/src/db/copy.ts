import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** Runs `COPY … TO STDOUT`: its bytes as they come, and the number of rows as the generator's return. */
export async function* copyOut(
  client: pg.ClientBase,
  sql: string,
): AsyncGenerator<Buffer, number, void> {
  const stream = client.query(to(sql));
  for await (const chunk of stream) yield chunk as Buffer;
  return stream.rowCount;
}

/** Runs `COPY … FROM STDIN` with the bytes of `chunks`; gives back the number of rows. */
export async function copyIn(
  client: pg.ClientBase,
  sql: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const stream = client.query(from(sql));
  await pipeline(chunks, stream);
  return stream.rowCount;
}
