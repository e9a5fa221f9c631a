/** The one file that asks the machine for randomness and for identifiers. */
import { randomBytes, randomUUID } from 'node:crypto';
import { type Random, seededRandom } from './random.ts';

/** A generator with a seed nobody knows. Not for secrets. */
export function systemRandom(): Random {
  return seededRandom(randomBytes(4).readUInt32LE());
}

/** A UUID v4, from the machine's secure source. */
export function newId(): string {
  return randomUUID();
}

/** 256 bits for a bearer token, in base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
