/** crypto: https://w3c.github.io/webcrypto/, computed by the host. */
import { DOMException } from '../events/part.ts';
import { fillRandomly, randomUuid } from '../random-bytes.ts';
import { asInterface, requireArguments } from '../webidl.ts';
import { type SubtleCrypto, subtle } from './subtle-crypto.ts';

const key = Symbol('made here');
const randomBytesMax = 65_536;
const integerKinds =
  /^\[object (Int8|Uint8|Uint8Clamped|Int16|Uint16|Int32|Uint32|BigInt64|BigUint64)Array\]$/;

class CryptoClass {
  readonly #subtle = subtle;

  constructor(given?: symbol) {
    if (given !== key) throw new TypeError('Illegal constructor');
  }

  get subtle(): InstanceType<typeof SubtleCrypto> {
    return this.#subtle;
  }

  getRandomValues(array: unknown): unknown {
    void this.#subtle;
    requireArguments(arguments.length, 1, 'getRandomValues');
    if (!ArrayBuffer.isView(array)) throw new TypeError('Random values are put into a view');
    if (!integerKinds.test(Object.prototype.toString.call(array))) {
      throw new DOMException('The view is none of integers', 'TypeMismatchError');
    }
    const { buffer, byteOffset, byteLength } = array;
    if (byteLength > randomBytesMax) {
      throw new DOMException(
        `More than ${randomBytesMax} bytes: ${byteLength}`,
        'QuotaExceededError',
      );
    }
    fillRandomly(new Uint8Array(buffer, byteOffset, byteLength));
    return array;
  }

  randomUUID(): string {
    void this.#subtle;
    return randomUuid();
  }
}

export const Crypto = asInterface(CryptoClass, 'Crypto');
export const crypto = new CryptoClass(key);
export { CryptoKey } from './crypto-key.ts';
export { SubtleCrypto } from './subtle-crypto.ts';
