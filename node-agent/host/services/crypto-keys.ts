/** Public and private keys: from any of their formats to DER with a description, and back. */
import {
  createPrivateKey,
  createPublicKey,
  ECDH,
  type JsonWebKeyInput,
  type KeyObject,
} from 'node:crypto';
import { CryptoRefusal, type Parameters, text } from './crypto-parameters.ts';

type JsonWebKey = JsonWebKeyInput['key'];

/** No key of a kind and size that is allowed is longer. */
const keyBytesMax = 16_384;
const modulusBitsMax = 8_192;
const modulusBitsMin = 256;
/** Beyond what anybody uses, checking a signature would take as long as making one. */
const exponentMax = 2n ** 64n;

const curveNames: Readonly<Record<string, string>> = {
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
};
const none = new Uint8Array();

/** (format, type, for raw ones the curve; the key) → the length of the description, it, and DER. */
export function importKey(parameters: Parameters, bytes: Uint8Array = none): Uint8Array {
  if (bytes.length > keyBytesMax) throw new CryptoRefusal('DataError', 'The key is too long');
  let key: KeyObject;
  try {
    key = readKey(parameters, bytes);
  } catch (error) {
    if (error instanceof CryptoRefusal) throw error;
    throw new CryptoRefusal('DataError', 'The key cannot be read');
  }
  return pairOf(Buffer.from(JSON.stringify(describe(key))), derOf(key));
}

function readKey(parameters: Parameters, bytes: Uint8Array): KeyObject {
  const der = Buffer.from(bytes);
  switch (text(parameters, 'format')) {
    case 'spki':
      return createPublicKey({ key: der, format: 'der', type: 'spki' });
    case 'pkcs8':
      return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    case 'jwk': {
      const key = JSON.parse(der.toString()) as JsonWebKey;
      return key.d === undefined
        ? createPublicKey({ key, format: 'jwk' })
        : createPrivateKey({ key, format: 'jwk' });
    }
    default:
      return createPublicKey({ key: rawAsJwk(text(parameters, 'curve'), der), format: 'jwk' });
  }
}

function rawAsJwk(curve: string, raw: Buffer): JsonWebKey {
  const ecName = Object.hasOwn(curveNames, curve) ? curveNames[curve] : undefined;
  if (ecName === undefined) return { kty: 'OKP', crv: curve, x: raw.toString('base64url') };
  const point = ECDH.convertKey(raw, ecName, undefined, undefined, 'uncompressed') as Buffer;
  const half = (point.length - 1) / 2;
  const [x, y] = [point.subarray(1, 1 + half), point.subarray(1 + half)];
  return { kty: 'EC', crv: curve, x: x.toString('base64url'), y: y.toString('base64url') };
}

export function describe(key: KeyObject): Record<string, unknown> {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details = {}, type } = key;
  const { modulusLength = 0, publicExponent = 0n, namedCurve } = details;
  if (modulusLength > modulusBitsMax || publicExponent > exponentMax) {
    throw new CryptoRefusal('NotSupportedError', 'The key is larger than may be worked with');
  }
  if (kind === 'rsa' && modulusLength < modulusBitsMin) {
    throw new CryptoRefusal('DataError', 'The key is too short');
  }
  const known = ['rsa', 'ec', 'ed25519', 'ed448', 'x25519', 'x448'];
  if (kind === undefined || !known.includes(kind)) {
    throw new CryptoRefusal('DataError', 'The key is of no known kind');
  }
  const curve = Object.keys(curveNames).find((name) => curveNames[name] === namedCurve);
  if (kind === 'ec' && curve === undefined) {
    throw new CryptoRefusal('DataError', 'The key is of no known curve');
  }
  return { type, kind, curve, modulusLength, publicExponent: publicExponent.toString(16) };
}

export function derOf(key: KeyObject): Buffer {
  return key.type === 'private'
    ? key.export({ format: 'der', type: 'pkcs8' })
    : key.export({ format: 'der', type: 'spki' });
}

export function pairOf(first: Uint8Array, second: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(first.length);
  return Buffer.concat([length, first, second]);
}

/** (type, format: jwk or raw; DER) → that. */
export function exportKey(parameters: Parameters, der: Uint8Array = none): Uint8Array {
  const key = keyOf(parameters, der);
  const jwk = key.export({ format: 'jwk' });
  if (text(parameters, 'format') === 'jwk') return Buffer.from(JSON.stringify(jwk));
  const part = (name: 'x' | 'y'): Buffer => Buffer.from(jwk[name] ?? '', 'base64url');
  return jwk.kty === 'OKP' ? part('x') : Buffer.concat([Buffer.of(4), part('x'), part('y')]);
}

/** A key that was imported before, and may have been changed since: it is looked at again. */
export function keyOf(parameters: Parameters, der: Uint8Array): KeyObject {
  if (der.length > keyBytesMax) throw new CryptoRefusal('DataError', 'The key is too long');
  const key = Buffer.from(der);
  const read =
    text(parameters, 'type') === 'private'
      ? createPrivateKey({ key, format: 'der', type: 'pkcs8' })
      : createPublicKey({ key, format: 'der', type: 'spki' });
  describe(read);
  return read;
}
