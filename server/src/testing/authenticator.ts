import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { TEST_ORIGIN } from './people.ts';

const PRESENT = 0x01;
const UNLOCKED = 0x04;
const HOLDS_KEY = 0x40;

/** A passkey in software (WebAuthn, ES256, attestation "none"); it may leave itself locked. */
export function testAuthenticator(host = 'localhost') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const { x, y } = publicKey.export({ format: 'jwk' });
  const coseKey = Buffer.concat([
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]),
    Buffer.from(x!, 'base64url'),
    Buffer.from([0x22, 0x58, 32]),
    Buffer.from(y!, 'base64url'),
  ]);
  const data = (flags: number, rest = Buffer.alloc(0)) =>
    Buffer.concat([sha256(Buffer.from(host)), Buffer.from([flags, 0, 0, 0, 0]), rest]);
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: TEST_ORIGIN, crossOrigin: false }));
  const credential = { id: id.toString('base64url'), rawId: id.toString('base64url') };
  const whole = (response: Record<string, string>) => ({
    response: { ...credential, type: 'public-key', clientExtensionResults: {}, response },
  });
  return {
    register(challenge: string) {
      const held = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey]);
      const authData = data(PRESENT | UNLOCKED | HOLDS_KEY, held);
      const attestation = Buffer.concat([
        // {"fmt": "none", "attStmt": {}, "authData": …}
        Buffer.from([0xa3, 0x63, ...Buffer.from('fmt'), 0x64, ...Buffer.from('none')]),
        Buffer.from([0x67, ...Buffer.from('attStmt'), 0xa0, 0x68, ...Buffer.from('authData')]),
        Buffer.from([0x58, authData.length]),
        authData,
      ]);
      return whole({
        clientDataJSON: client('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      });
    },
    answer(challenge: string, { locked = false } = {}) {
      const authData = data(locked ? PRESENT : PRESENT | UNLOCKED);
      const clientData = client('webauthn.get', challenge);
      const signed = sign('sha256', Buffer.concat([authData, sha256(clientData)]), privateKey);
      return whole({
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signed.toString('base64url'),
      });
    },
  };
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
