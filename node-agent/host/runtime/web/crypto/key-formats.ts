/** Keys in and out, as `importKey` and `exportKey` have them. */

import { TextDecoder } from '../encoding/part.ts';
import { DOMException } from '../events/part.ts';
import { utf8Bytes } from '../utf8.ts';
import { type Algorithm } from './algorithms.ts';
import { type KeyState, type KeyType } from './crypto-key.ts';
import { compute, splitPair } from './host-crypto.ts';

export type JsonWebKey = Record<string, unknown>;
export type KeyData = Uint8Array | JsonWebKey;

/** What the host says of a public or private key. */
export interface KeyDescription {
  readonly type: Exclude<KeyType, 'secret'>;
  readonly kind: string;
  readonly curve?: string;
  readonly modulusLength: number;
  /** In hexadecimal digits. */
  readonly publicExponent: string;
}

export function dataError(message: string): DOMException {
  return new DOMException(message, 'DataError');
}

/** What holds for a JWK of any kind. */
export function checkJwk(
  jwk: JsonWebKey,
  kty: string,
  use: 'enc' | 'sig',
  extractable: boolean,
  usages: readonly string[],
): void {
  if (jwk['kty'] !== kty) throw dataError('The key is of another type');
  if (usages.length > 0 && jwk['use'] !== undefined && jwk['use'] !== use) {
    throw dataError('The key is for another use');
  }
  const operations = jwk['key_ops'];
  if (operations !== undefined) {
    if (!Array.isArray(operations)) throw dataError('The key’s operations are no list');
    const known: readonly unknown[] = operations;
    if (new Set(known).size !== known.length || !usages.every((usage) => known.includes(usage))) {
      throw dataError('The key is for other operations');
    }
  }
  if (jwk['ext'] === false && extractable) throw dataError('The key is not to be extractable');
}

const texts = ['kty', 'crv', 'x', 'y', 'd', 'n', 'e', 'p', 'q', 'dp', 'dq', 'qi'];

/** Reads a public or private key. `curve` is of a raw one. */
export function importPair(
  format: string,
  data: KeyData,
  curve = '',
): { description: KeyDescription; material: Uint8Array } {
  const bytes =
    data instanceof Uint8Array
      ? data
      : utf8Bytes(JSON.stringify(Object.fromEntries(texts.map((name) => [name, data[name]]))));
  const [json, material] = splitPair(compute('import', { format, curve }, bytes));
  const description = JSON.parse(new TextDecoder().decode(json)) as KeyDescription;
  return { description, material };
}

/** As `exportKey` gives it: a JWK, or bytes. */
export function exportPair(key: KeyState, format: string, alg: string | undefined): KeyData {
  const { type, material } = key;
  const expected = { spki: 'public', raw: 'public', pkcs8: 'private' }[format];
  if (expected !== undefined && expected !== type) {
    throw new DOMException(`A ${type} key has no format ${format}`, 'InvalidAccessError');
  }
  if (format === 'spki' || format === 'pkcs8') return material.slice();
  const exported = compute('export', { type, format }, material);
  if (format === 'raw') return exported;
  const jwk = JSON.parse(new TextDecoder().decode(exported)) as JsonWebKey;
  return withAttributes(jwk, key, alg);
}

export function withAttributes(
  jwk: JsonWebKey,
  { usages, extractable }: KeyState,
  alg: string | undefined,
): JsonWebKey {
  return { ...jwk, ...(alg !== undefined && { alg }), key_ops: [...usages], ext: extractable };
}

export function toBase64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

export function fromBase64Url(text: unknown): Uint8Array {
  if (typeof text !== 'string') throw dataError('The key has no content');
  try {
    return Uint8Array.fromBase64(text, { alphabet: 'base64url' });
  } catch {
    throw dataError('The key’s content is not Base64');
  }
}

/** Throws a SyntaxError for a usage that keys of this kind do not have. */
export function checkUsages(usages: readonly string[], allowed: readonly string[]): void {
  if (usages.every((usage) => allowed.includes(usage))) return;
  throw new DOMException(
    `A key of this kind is for ${allowed.join(', ') || 'nothing'}`,
    'SyntaxError',
  );
}

export function refuseFormat(format: string): DOMException {
  return new DOMException(`Keys of this kind have no format ${format}`, 'NotSupportedError');
}

export interface KeyRequest {
  readonly algorithm: Algorithm;
  readonly extractable: boolean;
  readonly usages: readonly string[];
}
