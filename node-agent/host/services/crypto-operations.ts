/**
 * Cryptography for guests, by Node's own: each operation complete in itself, with all it needs in
 * its arguments. Keys come and go as DER, and nothing of them stays. All numbers that decide how
 * long something takes have a maximum. Throws CryptoRefusal for what the guest is to be told.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto';
import { aesCounterMode, aesGcm } from './crypto-aes.ts';
import { exportKey, importKey } from './crypto-keys.ts';
import { CryptoRefusal, hashOf, number, type Parameters, text } from './crypto-parameters.ts';
import { agree, publicCipher, sign, verify } from './crypto-public.ts';

type Operation = (parameters: Parameters, ...data: Uint8Array[]) => Uint8Array;

const none = new Uint8Array();

const operations: Readonly<Record<string, Operation>> = {
  digest: (parameters, data = none) => createHash(hashOf(parameters)).update(data).digest(),
  hmac: (parameters, key = none, data = none) =>
    createHmac(hashOf(parameters), key).update(data).digest(),
  equal: (_, first = none, second = none) =>
    Uint8Array.of(first.length === second.length && timingSafeEqual(first, second) ? 1 : 0),
  hkdf: hkdf,
  'aes-cbc': (parameters, key = none, data = none, iv = none) =>
    cipher(parameters, `aes-${key.length * 8}-cbc`, key, data, iv),
  'aes-ctr': aesCounterMode,
  'aes-gcm': aesGcm,
  'aes-kw': (parameters, key = none, data = none) =>
    cipher(parameters, `id-aes${key.length * 8}-wrap`, key, data, new Uint8Array(8).fill(0xa6)),
  import: importKey,
  export: exportKey,
  'rsa-oaep': publicCipher,
  sign,
  verify,
  agree,
};

/** The arguments are a guest's. */
export function computeCrypto(
  operation: string,
  parameters: Parameters,
  data: readonly Uint8Array[],
): Uint8Array {
  const compute = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (compute === undefined) throw new CryptoRefusal('NotSupportedError', 'not known');
  return compute(parameters, ...data);
}

function cipher(
  parameters: Parameters,
  name: string,
  key: Uint8Array,
  data: Uint8Array,
  iv: Uint8Array,
): Uint8Array {
  const isDecrypting = text(parameters, 'direction') === 'decrypt';
  const work = isDecrypting ? createDecipheriv(name, key, iv) : createCipheriv(name, key, iv);
  return Buffer.concat([work.update(data), work.final()]);
}

function hkdf(
  parameters: Parameters,
  key: Uint8Array = none,
  salt: Uint8Array = none,
  info: Uint8Array = none,
): Uint8Array {
  const length = number(parameters, 'byteCount', 65_536);
  return new Uint8Array(hkdfSync(hashOf(parameters), key, salt, info, length));
}
