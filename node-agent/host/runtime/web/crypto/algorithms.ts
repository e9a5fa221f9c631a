/** Which algorithm does what, and what it is to be told: https://w3c.github.io/webcrypto/#algorithms */

import { bytesOf } from '../encoding/part.ts';
import { DOMException } from '../events/part.ts';
import { toDictionary, toDomString, toEnforcedInteger } from '../webidl.ts';
import { isCryptoKey } from './crypto-key.ts';

export type Operation =
  | 'encrypt'
  | 'sign'
  | 'digest'
  | 'deriveBits'
  | 'generateKey'
  | 'importKey'
  | 'getKeyLength'
  | 'wrapKey';

/** A member of an algorithm's dictionary; with a question mark, one that may be absent. */
type Member =
  | 'hash'
  | 'length:octet'
  | 'length:short'
  | 'length?'
  | 'modulusLength'
  | 'publicExponent'
  | 'namedCurve'
  | 'iv'
  | 'counter'
  | 'additionalData?'
  | 'tagLength?'
  | 'label?'
  | 'saltLength'
  | 'context?'
  | 'public'
  | 'salt'
  | 'info'
  | 'iterations';

export interface Algorithm {
  readonly name: string;
  readonly [member: string]: unknown;
}

type Duties = Partial<Record<Operation, readonly Member[]>>;

const aes: Duties = {
  generateKey: ['length:short'],
  importKey: [],
  getKeyLength: ['length:short'],
};
const rsaKeys: Duties = {
  generateKey: ['modulusLength', 'publicExponent', 'hash'],
  importKey: ['hash'],
};
const ecKeys: Duties = { generateKey: ['namedCurve'], importKey: ['namedCurve'] };
const edwards: Duties = { generateKey: [], importKey: [], sign: [] };
const montgomery: Duties = { generateKey: [], importKey: [], deriveBits: ['public'] };

const algorithms: Readonly<Record<string, Duties>> = {
  'SHA-1': { digest: [] },
  'SHA-256': { digest: [] },
  'SHA-384': { digest: [] },
  'SHA-512': { digest: [] },
  'AES-CBC': { ...aes, encrypt: ['iv'] },
  'AES-CTR': { ...aes, encrypt: ['counter', 'length:octet'] },
  'AES-GCM': { ...aes, encrypt: ['additionalData?', 'iv', 'tagLength?'] },
  'AES-KW': { ...aes, wrapKey: [] },
  HMAC: {
    generateKey: ['hash', 'length?'],
    importKey: ['hash', 'length?'],
    getKeyLength: ['hash', 'length?'],
    sign: [],
  },
  'RSASSA-PKCS1-v1_5': { ...rsaKeys, sign: [] },
  'RSA-PSS': { ...rsaKeys, sign: ['saltLength'] },
  'RSA-OAEP': { ...rsaKeys, encrypt: ['label?'] },
  ECDSA: { ...ecKeys, sign: ['hash'] },
  ECDH: { ...ecKeys, deriveBits: ['public'] },
  Ed25519: edwards,
  Ed448: { ...edwards, sign: ['context?'] },
  X25519: montgomery,
  X448: montgomery,
  HKDF: { importKey: [], getKeyLength: [], deriveBits: ['hash', 'info', 'salt'] },
  PBKDF2: { importKey: [], getKeyLength: [], deriveBits: ['hash', 'iterations', 'salt'] },
};

/** Throws a NotSupportedError for what is not known, and a TypeError for what lacks something. */
export function normalize(operation: Operation, given: unknown): Algorithm {
  const isObject = (typeof given === 'object' || typeof given === 'function') && given !== null;
  const dictionary = isObject ? toDictionary(given, 'The algorithm') : { name: given };
  if (isObject && dictionary['name'] === undefined)
    throw new TypeError('The algorithm has no name');
  const wanted = toDomString(dictionary['name']).toUpperCase();
  const name = Object.keys(algorithms).find((known) => known.toUpperCase() === wanted);
  const members = name === undefined ? undefined : algorithms[name]?.[operation];
  if (name === undefined || members === undefined) {
    throw new DOMException('The algorithm is not known for this', 'NotSupportedError');
  }
  const algorithm: Record<string, unknown> & { name: string } = { name };
  for (const member of members) {
    const key = member.split(/[?:]/)[0] as string;
    const value = dictionary[key];
    if (value !== undefined) algorithm[key] = convert(member, value);
    else if (!member.endsWith('?')) throw new TypeError(`The algorithm lacks ${key}`);
  }
  return algorithm;
}

function convert(member: Member, value: unknown): unknown {
  switch (member) {
    case 'hash':
      return normalize('digest', value).name;
    case 'length:octet':
    case 'tagLength?':
      return toEnforcedInteger(value, 0xff, 'The length');
    case 'length:short':
      return toEnforcedInteger(value, 0xffff, 'The length');
    case 'length?':
    case 'modulusLength':
    case 'saltLength':
    case 'iterations':
      return toEnforcedInteger(value, 0xffffffff, 'The number');
    case 'namedCurve':
      return toDomString(value);
    case 'publicExponent':
      if (!(value instanceof Uint8Array)) throw new TypeError('The exponent is no Uint8Array');
      return value.slice();
    case 'public':
      if (!isCryptoKey(value)) throw new TypeError('The public key is no CryptoKey');
      return value;
    default:
      return bytesOf(value).slice();
  }
}
