/** Bits that are derived from a key. */
import { DOMException } from '../events/part.ts';
import { type Algorithm } from './algorithms.ts';
import { type KeyState, keyState } from './crypto-key.ts';
import { compute, computeLong } from './host-crypto.ts';

export function deriveBitsOf(
  algorithm: Algorithm,
  key: KeyState,
  bitCount: number | null,
): Uint8Array {
  return algorithm.name === 'HKDF' || algorithm.name === 'PBKDF2'
    ? deriveFromSecret(algorithm, key, bitCount)
    : deriveByAgreement(algorithm, key, bitCount);
}

function deriveFromSecret(
  algorithm: Algorithm,
  { material }: KeyState,
  bitCount: number | null,
): Uint8Array {
  if (bitCount === null || bitCount % 8 !== 0) throw failed('The length is not in whole bytes');
  const { hash, salt, info, iterations } = algorithm;
  if (iterations === 0) throw failed('It takes one iteration at least');
  if (bitCount === 0) return new Uint8Array();
  const byteCount = bitCount / 8;
  return algorithm.name === 'HKDF'
    ? compute('hkdf', { hash, byteCount }, material, salt as Uint8Array, info as Uint8Array)
    : computeLong('pbkdf2', { hash, iterations, byteCount }, material, salt as Uint8Array);
}

function deriveByAgreement(
  algorithm: Algorithm,
  key: KeyState,
  bitCount: number | null,
): Uint8Array {
  const other = keyState(algorithm['public']);
  const isSame =
    other.algorithm.name === algorithm.name &&
    other.algorithm['namedCurve'] === key.algorithm['namedCurve'];
  if (key.type !== 'private') throw refused('This takes a private key');
  if (other.type !== 'public' || !isSame) throw refused('The other key is none of this kind');
  const secret = compute('agree', {}, key.material, other.material);
  // Of a point of small order all that comes is zero.
  if (algorithm.name.startsWith('X') && secret.every((byte) => byte === 0)) {
    throw failed('The other key is of small order');
  }
  if (bitCount === null) return secret;
  if (secret.length * 8 < bitCount) throw failed('There are not as many bits');
  const bits = secret.slice(0, Math.ceil(bitCount / 8));
  const extraBits = bits.length * 8 - bitCount;
  if (extraBits > 0) bits[bits.length - 1] = ((bits.at(-1) as number) >> extraBits) << extraBits;
  return bits;
}

function failed(message: string): DOMException {
  return new DOMException(message, 'OperationError');
}

function refused(message: string): DOMException {
  return new DOMException(message, 'InvalidAccessError');
}
