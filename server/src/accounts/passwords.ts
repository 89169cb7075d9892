import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Problem } from '#src/errors.ts';
import { plain } from '#src/languages/plain.ts';
import { inPasswordTurn } from './password-queue.ts';

const derive = promisify(argon2);
/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export const LEAST_LENGTH = 10;
export const MOST_LENGTH = 128;

/** In the PHC string format, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await deriveHash(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const parts =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash);
  if (!parts) return false;
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number];
  const wanted = Buffer.from(parts[5]!, 'base64');
  const found = await deriveHash(password, Buffer.from(parts[4]!, 'base64'), {
    memory,
    passes,
    parallelism,
  });
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}

async function deriveHash(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return inPasswordTurn(
    () => derive('argon2id', { message, nonce, tagLength: HASH_BYTES, ...cost }) as Promise<Buffer>,
  );
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/**
 * Refuses what is guessed first: too short, known from leaked lists, one sign repeated, or the
 * person's own name or address with a few signs around it. No rule about kinds of signs.
 *
 * Throws password-too-short, password-too-long, password-common, password-personal.
 */
export async function checkPassword(password: string, about: readonly string[]): Promise<void> {
  const length = [...password].length;
  if (length < LEAST_LENGTH) throw new Problem('password-too-short', { least: LEAST_LENGTH });
  if (length > MOST_LENGTH) throw new Problem('password-too-long', { most: MOST_LENGTH });
  const folded = plain(password).toLowerCase().replace(/\s+/g, '');
  const core = folded.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const common = await commonPasswords();
  const guessed = common.has(folded) || common.has(password.toLowerCase()) || EASY.has(core);
  if (guessed || /^(.{1,4})\1+$/.test(folded)) {
    throw new Problem('password-common', {});
  }
  const own = about.flatMap((text) => [text, ...text.split(/[@.\s_-]+/)]);
  for (const word of own.map((text) => plain(text).toLowerCase().replace(/\s+/g, ''))) {
    if (word.length >= 4 && (core === word || folded === word)) {
      throw new Problem('password-personal', {});
    }
  }
}

/** Words that stand alone too often, with figures around them or not; the lists from leaks know few Vietnamese ones. */
const EASY = new Set([
  ...[
    'admin',
    'anhyeuem',
    'bimat',
    'emyeuanh',
    'hanoi',
    'hochiminh',
    'iloveyou',
    'letmein',
    'matkhau',
  ],
  ...[
    'nhip',
    'password',
    'quantri',
    'quantrivien',
    'qwerty',
    'saigon',
    'vietnam',
    'welcome',
    'xinchao',
  ],
]);

let known: Promise<ReadonlySet<string>> | undefined;

/** Some tens of thousands of passwords from leaks, loaded when the first one is checked. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'] as string[]),
  );
  return known;
}
