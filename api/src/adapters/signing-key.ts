import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { Signer } from '../ports.ts';

/** A new Ed25519 key as PEM text (PKCS #8), to be kept where only the process can read it. */
export const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Signs with the installation's own key. The id of a key is the beginning of the hash of its public half. */
export function ed25519Signer(privatePem: string): Signer {
  const key = createPrivateKey(privatePem);
  const publicKey = publicPem(createPublicKey(key));
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
    isSigned: isSignedBy,
  };
}

const publicPem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

const keyIdOf = (publicKeyPem: string): string =>
  createHash('sha256').update(publicKeyPem.trim()).digest('hex').slice(0, 16);

/** Whether the text was signed with the private half of this public key. A signature has one spelling and no other. */
export function isSignedBy(publicKeyPem: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return false;
  try {
    return verify(null, Buffer.from(text), createPublicKey(publicKeyPem), bytes);
  } catch {
    return false;
  }
}

/** The public keys of a PEM text, each by its id. Throws where one cannot be read. */
export function publicKeysIn(pem: string): Map<string, string> {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.map((block) => publicPem(createPublicKey(block)));
  return new Map(keys.map((key) => [keyIdOf(key), key]));
}
