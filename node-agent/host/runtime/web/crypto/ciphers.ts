/** Encrypting and decrypting, with keys of AES and of RSA. */
import { DOMException } from '../events/part.ts';
import { type Algorithm } from './algorithms.ts';
import { type KeyState } from './crypto-key.ts';
import { compute, refuseWhereSeeded } from './host-crypto.ts';

export type Direction = 'encrypt' | 'decrypt';

const none = new Uint8Array();
const tagBits = [32, 64, 96, 104, 112, 120, 128];

export function runCipher(
  direction: Direction,
  algorithm: Algorithm,
  key: KeyState,
  data: Uint8Array,
): Uint8Array {
  const { material } = key;
  switch (algorithm.name) {
    case 'AES-CBC': {
      const iv = blockOf(algorithm['iv']);
      return compute('aes-cbc', { direction }, material, data, iv);
    }
    case 'AES-CTR': {
      const counterBits = algorithm['length'] as number;
      if (counterBits < 1 || counterBits > 128) throw failed('The counter has 1 to 128 bits');
      return compute('aes-ctr', { counterBits }, material, data, blockOf(algorithm['counter']));
    }
    case 'AES-GCM':
      return runGcm(direction, algorithm, material, data);
    case 'AES-KW':
      if (data.length % 8 !== 0 || data.length < 16) throw failed('It is not wrapped so');
      return compute('aes-kw', { direction }, material, data);
    default: {
      const expected = direction === 'encrypt' ? 'public' : 'private';
      if (key.type !== expected) {
        throw new DOMException(`This takes a ${expected} key`, 'InvalidAccessError');
      }
      if (direction === 'encrypt') refuseWhereSeeded('RSA-OAEP');
      const label = (algorithm['label'] as Uint8Array | undefined) ?? none;
      const parameters = { direction, hash: key.algorithm['hash'], type: key.type };
      return compute('rsa-oaep', parameters, material, data, label);
    }
  }
}

function runGcm(
  direction: Direction,
  algorithm: Algorithm,
  key: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const bits = (algorithm['tagLength'] as number | undefined) ?? 128;
  if (!tagBits.includes(bits)) throw failed(`There are no tags of ${bits} bits`);
  if (direction === 'decrypt' && data.length < bits / 8) throw failed('The data is too short');
  const extra = (algorithm['additionalData'] as Uint8Array | undefined) ?? none;
  const both = new Uint8Array(data.length + extra.length);
  both.set(data);
  both.set(extra, data.length);
  const parameters = { direction, dataBytes: data.length, tagBytes: bits / 8 };
  return compute('aes-gcm', parameters, key, both, algorithm['iv'] as Uint8Array);
}

function blockOf(bytes: unknown): Uint8Array {
  if ((bytes as Uint8Array).length !== 16) throw failed('It has 16 bytes');
  return bytes as Uint8Array;
}

function failed(message: string): DOMException {
  return new DOMException(message, 'OperationError');
}
