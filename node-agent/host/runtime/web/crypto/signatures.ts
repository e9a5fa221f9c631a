/** Signing and verifying. */
import { DOMException } from '../events/part.ts';
import { type Algorithm } from './algorithms.ts';
import { type KeyState } from './crypto-key.ts';
import { compute, refuseWhereSeeded } from './host-crypto.ts';

export function signData(algorithm: Algorithm, key: KeyState, data: Uint8Array): Uint8Array {
  const { material } = key;
  if (algorithm.name === 'HMAC')
    return compute('hmac', { hash: key.algorithm['hash'] }, material, data);
  expectType(key, 'private');
  const isRandom = algorithm.name === 'ECDSA' || Number(algorithm['saltLength'] ?? 0) > 0;
  if (isRandom) refuseWhereSeeded(algorithm.name);
  return compute('sign', schemeOf(algorithm, key), material, data);
}

export function verifyData(
  algorithm: Algorithm,
  key: KeyState,
  signature: Uint8Array,
  data: Uint8Array,
): boolean {
  const { material } = key;
  if (algorithm.name === 'HMAC') {
    const right = compute('hmac', { hash: key.algorithm['hash'] }, material, data);
    return compute('equal', {}, right, signature)[0] === 1;
  }
  expectType(key, 'public');
  return compute('verify', schemeOf(algorithm, key), material, data, signature)[0] === 1;
}

function schemeOf(algorithm: Algorithm, { algorithm: ofKey, type }: KeyState): object {
  const context = algorithm['context'] as Uint8Array | undefined;
  if (context !== undefined && context.length > 0) {
    throw new DOMException('A context is not supported', 'OperationError');
  }
  switch (algorithm.name) {
    case 'RSASSA-PKCS1-v1_5':
      return { scheme: 'pkcs1', hash: ofKey['hash'], type };
    case 'RSA-PSS':
      return { scheme: 'pss', hash: ofKey['hash'], saltBytes: algorithm['saltLength'], type };
    case 'ECDSA':
      return { scheme: 'ecdsa', hash: algorithm['hash'], type };
    default:
      return { scheme: 'eddsa', type };
  }
}

function expectType({ type }: KeyState, expected: string): void {
  if (type === expected) return;
  throw new DOMException(`This takes a ${expected} key`, 'InvalidAccessError');
}
