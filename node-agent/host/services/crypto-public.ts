/** What is done with public and private keys. */
import {
  constants,
  diffieHellman,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  type SignKeyObjectInput,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import { keyOf } from './crypto-keys.ts';
import { hashOf, number, type Parameters, text } from './crypto-parameters.ts';

const none = new Uint8Array();
const saltBytesMax = 2_048;

/** RSA-OAEP: (direction, hash; key, data, label) → data. */
export function publicCipher(
  parameters: Parameters,
  der: Uint8Array = none,
  data: Uint8Array = none,
  label: Uint8Array = none,
): Uint8Array {
  const key = keyOf(parameters, der);
  const options = {
    key,
    padding: constants.RSA_PKCS1_OAEP_PADDING,
    oaepHash: hashOf(parameters),
    ...(label.length > 0 && { oaepLabel: Buffer.from(label) }),
  };
  return text(parameters, 'direction') === 'encrypt'
    ? publicEncrypt(options, data)
    : privateDecrypt(options, data);
}

/** (scheme, hash; private key, data) → signature. */
export function sign(
  parameters: Parameters,
  der: Uint8Array = none,
  data: Uint8Array = none,
): Uint8Array {
  const key = keyOf(parameters, der);
  return signWith(schemeHash(parameters), data, schemeOptions(parameters, key));
}

/** (scheme, hash; public key, data, signature) → one byte, 1 when it is right. */
export function verify(
  parameters: Parameters,
  der: Uint8Array = none,
  data: Uint8Array = none,
  signature: Uint8Array = none,
): Uint8Array {
  const options = schemeOptions(parameters, keyOf(parameters, der));
  return Uint8Array.of(verifyWith(schemeHash(parameters), data, options, signature) ? 1 : 0);
}

function schemeHash(parameters: Parameters): string | null {
  return text(parameters, 'scheme') === 'eddsa' ? null : hashOf(parameters);
}

function schemeOptions(parameters: Parameters, key: KeyObject): SignKeyObjectInput {
  switch (text(parameters, 'scheme')) {
    case 'pss':
      return {
        key,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: number(parameters, 'saltBytes', saltBytesMax),
      };
    case 'pkcs1':
      return { key, padding: constants.RSA_PKCS1_PADDING };
    case 'ecdsa':
      return { key, dsaEncoding: 'ieee-p1363' };
    default:
      return { key };
  }
}

/** (private key, public key) → what both come to. */
export function agree(
  _parameters: Parameters,
  privateDer: Uint8Array = none,
  publicDer: Uint8Array = none,
): Uint8Array {
  return diffieHellman({
    privateKey: keyOf({ type: 'private' }, privateDer),
    publicKey: keyOf({ type: 'public' }, publicDer),
  });
}
