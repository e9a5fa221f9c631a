/** AES in the two modes whose parameters Node's ciphers do not take as they are. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { CryptoRefusal, number, type Parameters, text } from './crypto-parameters.ts';

const blockBytes = 16;
const none = new Uint8Array();

export function aesGcm(
  parameters: Parameters,
  key: Uint8Array = none,
  data: Uint8Array = none,
  iv: Uint8Array = none,
): Uint8Array {
  // What is only to be authentic comes behind what is to be secret, in one text of bytes.
  const dataBytes = number(parameters, 'dataBytes', data.length);
  const authTagLength = number(parameters, 'tagBytes', blockBytes);
  const extra = data.subarray(dataBytes);
  const secret = data.subarray(0, dataBytes);
  const name = `aes-${key.length * 8}-gcm` as 'aes-128-gcm';
  if (text(parameters, 'direction') === 'encrypt') {
    const cipher = createCipheriv(name, key, iv, { authTagLength }).setAAD(extra);
    return Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }
  if (secret.length < authTagLength) throw new CryptoRefusal('OperationError', 'Too short');
  const end = secret.length - authTagLength;
  const decipher = createDecipheriv(name, key, iv, { authTagLength }).setAAD(extra);
  decipher.setAuthTag(secret.subarray(end));
  return Buffer.concat([decipher.update(secret.subarray(0, end)), decipher.final()]);
}

/** Only the last `counterBits` of the counter count; OpenSSL's carries into what is before them. */
export function aesCounterMode(
  parameters: Parameters,
  key: Uint8Array = none,
  data: Uint8Array = none,
  counter: Uint8Array = none,
): Uint8Array {
  const bits = BigInt(number(parameters, 'counterBits', 128));
  const range = 1n << bits;
  const start = BigInt(`0x${Buffer.from(counter).toString('hex')}`);
  const blocks = BigInt(Math.ceil(data.length / blockBytes));
  if (blocks > range) throw new CryptoRefusal('OperationError', 'The counter would repeat');
  const blocksToWrap = range - (start % range);
  if (blocks <= blocksToWrap) return encipher(key, data, counter);
  const wrapAt = Number(blocksToWrap) * blockBytes;
  const wrapped = (start - (start % range)).toString(16).padStart(2 * blockBytes, '0');
  return Buffer.concat([
    encipher(key, data.subarray(0, wrapAt), counter),
    encipher(key, data.subarray(wrapAt), Buffer.from(wrapped, 'hex')),
  ]);
}

/** In this mode, the same both ways. */
function encipher(key: Uint8Array, data: Uint8Array, counter: Uint8Array): Uint8Array {
  const cipher = createCipheriv(`aes-${key.length * 8}-ctr`, key, counter);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}
