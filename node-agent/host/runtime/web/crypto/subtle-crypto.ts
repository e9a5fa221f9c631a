/** SubtleCrypto: https://w3c.github.io/webcrypto/#subtlecrypto-interface */

import { bytesOf, TextDecoder } from '../encoding/part.ts';
import { DOMException } from '../events/part.ts';
import { asInterface, requireArguments, toEnforcedInteger, toSequence } from '../webidl.ts';
import { type Algorithm, normalize, type Operation } from './algorithms.ts';
import { runCipher } from './ciphers.ts';
import { type CryptoKey, type KeyState, keyState, toUsages } from './crypto-key.ts';
import { deriveBitsOf } from './derivation.ts';
import { compute, jsonBytes } from './host-crypto.ts';
import { dataError, type JsonWebKey, type KeyData } from './key-formats.ts';
import { exportPairKey, generatePair, importPairKey } from './pair-keys.ts';
import {
  exportSecret,
  generateSecret,
  importSecret,
  isSecretAlgorithm,
  secretBits,
} from './secret-keys.ts';
import { signData, verifyData } from './signatures.ts';

const key = Symbol('made here');

/* oxlint-disable require-await -- what is wrong is rejected, not thrown; and all is computed at once */
class SubtleCryptoClass {
  constructor(given?: symbol) {
    if (given !== key) throw new TypeError('Illegal constructor');
  }

  async encrypt(algorithm: unknown, cryptoKey: unknown, data: unknown): Promise<ArrayBuffer> {
    requireArguments(arguments.length, 3, 'encrypt');
    return this.#cipher('encrypt', algorithm, cryptoKey, data);
  }

  async decrypt(algorithm: unknown, cryptoKey: unknown, data: unknown): Promise<ArrayBuffer> {
    requireArguments(arguments.length, 3, 'decrypt');
    return this.#cipher('decrypt', algorithm, cryptoKey, data);
  }

  #cipher(
    direction: 'encrypt' | 'decrypt',
    algorithm: unknown,
    cryptoKey: unknown,
    data: unknown,
  ): ArrayBuffer {
    const bytes = bytesOf(data).slice();
    const known = normalize('encrypt', algorithm);
    const state = usable(cryptoKey, known, direction);
    return bufferOf(runCipher(direction, known, state, bytes));
  }

  async sign(algorithm: unknown, cryptoKey: unknown, data: unknown): Promise<ArrayBuffer> {
    requireArguments(arguments.length, 3, 'sign');
    const bytes = bytesOf(data).slice();
    const known = normalize('sign', algorithm);
    return bufferOf(signData(known, usable(cryptoKey, known, 'sign'), bytes));
  }

  async verify(
    algorithm: unknown,
    cryptoKey: unknown,
    signature: unknown,
    data: unknown,
  ): Promise<boolean> {
    requireArguments(arguments.length, 4, 'verify');
    const signatureBytes = bytesOf(signature).slice();
    const bytes = bytesOf(data).slice();
    const known = normalize('sign', algorithm);
    return verifyData(known, usable(cryptoKey, known, 'verify'), signatureBytes, bytes);
  }

  async digest(algorithm: unknown, data: unknown): Promise<ArrayBuffer> {
    requireArguments(arguments.length, 2, 'digest');
    const bytes = bytesOf(data).slice();
    const { name } = normalize('digest', algorithm);
    return bufferOf(compute('digest', { hash: name }, bytes));
  }

  async generateKey(
    algorithm: unknown,
    extractable: unknown,
    usages: unknown,
  ): Promise<CryptoKey | { publicKey: CryptoKey; privateKey: CryptoKey }> {
    requireArguments(arguments.length, 3, 'generateKey');
    const given = toUsages(toSequence(usages, 'The usages'));
    const known = normalize('generateKey', algorithm);
    const request = { algorithm: known, extractable: Boolean(extractable), usages: given };
    return isSecretAlgorithm(known.name) ? generateSecret(request) : generatePair(request);
  }

  async importKey(
    format: unknown,
    keyData: unknown,
    algorithm: unknown,
    extractable: unknown,
    usages: unknown,
  ): Promise<CryptoKey> {
    requireArguments(arguments.length, 5, 'importKey');
    const given = toUsages(toSequence(usages, 'The usages'));
    const formatText = toFormat(format);
    const data = toKeyData(formatText, keyData);
    const known = normalize('importKey', algorithm);
    return importKeyOf(formatText, data, known, Boolean(extractable), given);
  }

  async exportKey(format: unknown, cryptoKey: unknown): Promise<ArrayBuffer | JsonWebKey> {
    requireArguments(arguments.length, 2, 'exportKey');
    const exported = exportKeyOf(toFormat(format), keyState(cryptoKey));
    return exported instanceof Uint8Array ? bufferOf(exported) : exported;
  }

  async deriveBits(
    algorithm: unknown,
    baseKey: unknown,
    length: unknown = null,
  ): Promise<ArrayBuffer> {
    requireArguments(arguments.length, 2, 'deriveBits');
    const known = normalize('deriveBits', algorithm);
    const bitCount = length === null ? null : toEnforcedInteger(length, 0xffffffff, 'The length');
    return bufferOf(deriveBitsOf(known, usable(baseKey, known, 'deriveBits'), bitCount));
  }

  async deriveKey(
    algorithm: unknown,
    baseKey: unknown,
    derivedKeyType: unknown,
    extractable: unknown,
    usages: unknown,
  ): Promise<CryptoKey> {
    requireArguments(arguments.length, 5, 'deriveKey');
    const given = toUsages(toSequence(usages, 'The usages'));
    const known = normalize('deriveBits', algorithm);
    const imported = normalize('importKey', derivedKeyType);
    const sized = normalize('getKeyLength', derivedKeyType);
    const state = usable(baseKey, known, 'deriveKey');
    const bits = deriveBitsOf(known, state, secretBits(sized));
    return importKeyOf('raw', bits, imported, Boolean(extractable), given);
  }

  async wrapKey(
    format: unknown,
    cryptoKey: unknown,
    wrappingKey: unknown,
    algorithm: unknown,
  ): Promise<ArrayBuffer> {
    requireArguments(arguments.length, 4, 'wrapKey');
    const formatText = toFormat(format);
    const known = normalizeWrapping(algorithm);
    const state = keyState(cryptoKey);
    const wrapping = usable(wrappingKey, known, 'wrapKey');
    const exported = exportKeyOf(formatText, state);
    const bytes = exported instanceof Uint8Array ? exported : jsonBytes(exported);
    return bufferOf(runCipher('encrypt', known, wrapping, bytes));
  }

  async unwrapKey(
    format: unknown,
    wrappedKey: unknown,
    unwrappingKey: unknown,
    unwrapAlgorithm: unknown,
    unwrappedKeyAlgorithm: unknown,
    extractable: unknown,
    usages: unknown,
  ): Promise<CryptoKey> {
    requireArguments(arguments.length, 7, 'unwrapKey');
    const given = toUsages(toSequence(usages, 'The usages'));
    const formatText = toFormat(format);
    const wrapped = bytesOf(wrappedKey).slice();
    const known = normalizeWrapping(unwrapAlgorithm);
    const imported = normalize('importKey', unwrappedKeyAlgorithm);
    const state = usable(unwrappingKey, known, 'unwrapKey');
    const bytes = runCipher('decrypt', known, state, wrapped);
    const data = formatText === 'jwk' ? parseJwk(bytes) : bytes;
    return importKeyOf(formatText, data, imported, Boolean(extractable), given);
  }
}
/* oxlint-enable require-await */

function normalizeWrapping(given: unknown): Algorithm {
  const operations: readonly Operation[] = ['wrapKey', 'encrypt'];
  try {
    return normalize(operations[0] as Operation, given);
  } catch {
    return normalize(operations[1] as Operation, given);
  }
}

function importKeyOf(
  format: string,
  data: KeyData,
  algorithm: Algorithm,
  extractable: boolean,
  usages: readonly string[],
): CryptoKey {
  const request = { algorithm, extractable, usages };
  return isSecretAlgorithm(algorithm.name)
    ? importSecret(format, data, request)
    : importPairKey(format, data, request);
}

function exportKeyOf(format: string, state: KeyState): KeyData {
  const { name } = state.algorithm;
  if (name === 'HKDF' || name === 'PBKDF2') {
    throw new DOMException(`A key of ${name} is not given out`, 'NotSupportedError');
  }
  if (!state.extractable) {
    throw new DOMException('The key is not extractable', 'InvalidAccessError');
  }
  return isSecretAlgorithm(name) ? exportSecret(state, format) : exportPairKey(state, format);
}

/** Throws an InvalidAccessError for a key that is not for this. */
function usable(cryptoKey: unknown, { name }: Algorithm, usage: string): KeyState {
  const state = keyState(cryptoKey);
  if (state.algorithm.name !== name) {
    throw new DOMException(`The key is one of ${state.algorithm.name}`, 'InvalidAccessError');
  }
  if (!state.usages.includes(usage)) {
    throw new DOMException(`The key is not for ${usage}`, 'InvalidAccessError');
  }
  return state;
}

const formats = ['raw', 'raw-public', 'raw-secret', 'spki', 'pkcs8', 'jwk'];

function toFormat(format: unknown): string {
  const text = String(format);
  if (!formats.includes(text)) throw new TypeError(`Keys have no format ${text}`);
  return text;
}

function toKeyData(format: string, data: unknown): KeyData {
  const isBuffer = ArrayBuffer.isView(data) || data instanceof ArrayBuffer;
  if (format !== 'jwk') return bytesOf(data).slice();
  if (isBuffer || typeof data !== 'object' || data === null) {
    throw new TypeError('A key of format jwk is an object');
  }
  return { ...data };
}

function parseJwk(bytes: Uint8Array): JsonWebKey {
  try {
    const jwk: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof jwk === 'object' && jwk !== null) return jwk as JsonWebKey;
  } catch {
    // Not the right key, or not what was wrapped.
  }
  throw dataError('What was wrapped is no JWK');
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer as ArrayBuffer;
}

export const SubtleCrypto = asInterface(SubtleCryptoClass, 'SubtleCrypto');
export const subtle = new SubtleCryptoClass(key);
