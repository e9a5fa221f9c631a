/**
 * API keys: `isopod_ID_SECRET`, where the secret is 256 bits that nobody can guess, in base64url, and
 * the id is the beginning of the secret's SHA-256, in hex. So a key that was typed wrongly is known
 * as such before anything is looked up, and one that has leaked is found by its form.
 *
 * What is kept of a key is the SHA-256 of its secret. A slow hash is for what people choose: nobody
 * tries 2^256 secrets, and this one is computed for each call.
 */
import { hash, timingSafeEqual } from 'node:crypto';

export interface ApiKey {
  /** The part between the two first `_`. No secret. */
  readonly keyId: string;
  /** Of the secret: 64 hexadecimal digits. */
  readonly secretHash: string;
}

export interface NewApiKey extends ApiKey {
  /** For its owner, once. */
  readonly text: string;
}

const keyPattern = /^isopod_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;
const keyIdChars = 16;

/** @param secret 256 bits from a source for secrets, in base64url. */
export function newApiKey(secret: string): NewApiKey {
  const secretHash = hash('sha256', secret);
  const keyId = keyIdOf(secretHash);
  return { keyId, secretHash, text: `isopod_${keyId}_${secret}` };
}

/** Undefined for what is no key; what is one is not known to be anybody's yet. */
export function readApiKey(text: string): ApiKey | undefined {
  const [, keyId, secret] = keyPattern.exec(text) ?? [];
  if (keyId === undefined || secret === undefined) return undefined;
  const secretHash = hash('sha256', secret);
  return keyIdOf(secretHash) === keyId ? { keyId, secretHash } : undefined;
}

/** Takes the same time for whatever is wrong with it. */
export function isSameKey(given: ApiKey, known: ApiKey): boolean {
  return timingSafeEqual(Buffer.from(given.secretHash), Buffer.from(known.secretHash));
}

export function isSecretHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

export function isKeyId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

export function keyIdOf(secretHash: string): string {
  return secretHash.slice(0, keyIdChars);
}
