/** Keys that are bytes: of AES, of HMAC, and what others are derived from. */
import { DOMException } from '../events/part.ts';
import { fillRandomly } from '../random-bytes.ts';
import { type Algorithm } from './algorithms.ts';
import { type CryptoKey, type KeyState, makeKey } from './crypto-key.ts';
import {
  checkJwk,
  checkUsages,
  dataError,
  fromBase64Url,
  type KeyData,
  type KeyRequest,
  refuseFormat,
  toBase64Url,
  withAttributes,
} from './key-formats.ts';

const usagesOf: Readonly<Record<string, readonly string[]>> = {
  'AES-CBC': ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'],
  'AES-CTR': ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'],
  'AES-GCM': ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'],
  'AES-KW': ['wrapKey', 'unwrapKey'],
  HMAC: ['sign', 'verify'],
  HKDF: ['deriveKey', 'deriveBits'],
  PBKDF2: ['deriveKey', 'deriveBits'],
};
const aesBits = [128, 192, 256];
const blockBits: Readonly<Record<string, number>> = { 'SHA-1': 512, 'SHA-256': 512 };

export function isSecretAlgorithm(name: string): boolean {
  return Object.hasOwn(usagesOf, name);
}

export function generateSecret({ algorithm, extractable, usages }: KeyRequest): CryptoKey {
  checkUsages(usages, usagesOf[algorithm.name] ?? []);
  const bits = secretBits(algorithm) ?? 0;
  const material = new Uint8Array(Math.ceil(bits / 8));
  fillRandomly(material);
  if (usages.length === 0) throw new DOMException('The key is for nothing', 'SyntaxError');
  return make(algorithm, bits, material, extractable, usages);
}

/** How long a key is to be; null for what takes any. */
export function secretBits(algorithm: Algorithm): number | null {
  const length = algorithm['length'] as number | undefined;
  if (algorithm.name.startsWith('AES')) {
    if (length !== undefined && aesBits.includes(length)) return length;
    throw new DOMException(`AES has no keys of ${length} bits`, 'OperationError');
  }
  if (algorithm.name !== 'HMAC') return null;
  if (length === undefined) return blockBits[algorithm['hash'] as string] ?? 1_024;
  if (length > 0) return length;
  throw new DOMException('A key of HMAC has a length', 'OperationError');
}

export function importSecret(format: string, data: KeyData, request: KeyRequest): CryptoKey {
  const { algorithm, extractable, usages } = request;
  const { name } = algorithm;
  const isDerivation = name === 'HKDF' || name === 'PBKDF2';
  const known = isDerivation ? ['raw', 'raw-secret'] : ['raw', 'raw-secret', 'jwk'];
  if (!known.includes(format)) throw refuseFormat(format);
  checkUsages(usages, usagesOf[name] ?? []);
  if (isDerivation && extractable)
    throw new DOMException('It cannot be extractable', 'SyntaxError');
  let material: Uint8Array;
  if (data instanceof Uint8Array) material = data.slice();
  else {
    checkJwk(data, 'oct', name === 'HMAC' ? 'sig' : 'enc', extractable, usages);
    material = fromBase64Url(data['k']);
    const alg = jwkAlgorithm(algorithm, material.length * 8);
    if (data['alg'] !== undefined && data['alg'] !== alg)
      throw dataError('The key is of another algorithm');
  }
  const bits = importedBits(algorithm, material);
  if (usages.length === 0) throw new DOMException('The key is for nothing', 'SyntaxError');
  return make(algorithm, bits, material, extractable, usages);
}

function importedBits(algorithm: Algorithm, material: Uint8Array): number {
  const bits = material.length * 8;
  if (algorithm.name.startsWith('AES') && !aesBits.includes(bits)) {
    throw dataError(`AES has no keys of ${bits} bits`);
  }
  if (algorithm.name !== 'HMAC') return bits;
  if (bits === 0) throw dataError('A key of HMAC has a length');
  const wanted = algorithm['length'] as number | undefined;
  if (wanted === undefined) return bits;
  if (wanted > bits || wanted <= bits - 8) throw dataError('The key is of another length');
  return wanted;
}

function make(
  { name, hash }: Algorithm,
  length: number,
  material: Uint8Array,
  extractable: boolean,
  usages: readonly string[],
): CryptoKey {
  const isSized = name !== 'HKDF' && name !== 'PBKDF2';
  const algorithm = { name, ...(isSized && { length }), ...(hash !== undefined && { hash }) };
  return makeKey({ type: 'secret', extractable, algorithm, usages, material });
}

export function exportSecret(key: KeyState, format: string): KeyData {
  const { algorithm, material } = key;
  if (format === 'raw' || format === 'raw-secret') return material.slice();
  if (format !== 'jwk') throw refuseFormat(format);
  const jwk = { kty: 'oct', k: toBase64Url(material) };
  return withAttributes(jwk, key, jwkAlgorithm(algorithm, material.length * 8));
}

function jwkAlgorithm({ name, hash }: Algorithm, bits: number): string {
  if (name === 'HMAC') return (hash as string).replace('SHA-', 'HS');
  return `A${bits}${name.slice('AES-'.length)}`;
}
