import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Problem } from '#src/errors.ts';

/**
 * The installation's secret: as configured, else kept in a file of its owner's alone, made when the
 * installation is first opened. Who loses it signs everybody out and their second factors with them.
 *
 * Throws secret-not-usable.
 */
export async function installationSecret(
  configured: string | undefined,
  file: string,
): Promise<string> {
  if (configured !== undefined) return configured;
  try {
    return await readSecret(file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Problem('secret-not-usable', { what: file }, { cause: fault });
    }
  }
  try {
    // of two that make it at once, one wins and both read it
    await writeFile(file, `${randomBytes(48).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new Problem('secret-not-usable', { what: file }, { cause: fault });
    }
  }
  return readSecret(file);
}

async function readSecret(file: string): Promise<string> {
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 32) throw new Problem('secret-not-usable', { what: file });
  return secret;
}
