/**
 * Cryptography that may take long: made on threads of Node's own while the guest's thread waits, so
 * that this process's main thread stays alive; charged to the run all the same, which is charged
 * what the whole process uses. It cannot be broken off, so how long it may take is bounded.
 */
import {
  generateKeyPair,
  generateKeyPairSync,
  type KeyObject,
  pbkdf2,
  pbkdf2Sync,
} from 'node:crypto';
import { derOf, pairOf } from './crypto-keys.ts';
import { CryptoRefusal, hashOf, number, type Parameters, text } from './crypto-parameters.ts';

/** About four seconds. */
const iterationsMax = 10_000_000;
const derivedBytesMax = 1_024;
/** Up to some ten seconds, one in a hundred; mostly one. */
const modulusBitsMax = 4_096;
const modulusBitsMin = 256;
const exponents = [3, 65_537];
const none = new Uint8Array();

export type Done = (error: unknown, result?: Uint8Array) => void;

/** Throws CryptoRefusal for what is not to be begun. */
export function computeLong(
  operation: string,
  parameters: Parameters,
  data: readonly Uint8Array[],
): Uint8Array {
  if (operation === 'pbkdf2') {
    const { hash, iterations, byteCount } = derivation(parameters);
    return pbkdf2Sync(data[0] ?? none, data[1] ?? none, iterations, byteCount, hash);
  }
  const { kind, options } = generation(operation, parameters);
  return exportPair(generateKeyPairSync(kind as 'rsa', options));
}

/** As `computeLong`, later. */
export function beginLong(
  operation: string,
  parameters: Parameters,
  data: readonly Uint8Array[],
  done: Done,
): void {
  if (operation === 'pbkdf2') {
    const { hash, iterations, byteCount } = derivation(parameters);
    pbkdf2(data[0] ?? none, data[1] ?? none, iterations, byteCount, hash, done);
    return;
  }
  const { kind, options } = generation(operation, parameters);
  generateKeyPair(kind as 'rsa', options, (error, publicKey, privateKey) => {
    done(error, error ? undefined : exportPair({ publicKey, privateKey }));
  });
}

function derivation(parameters: Parameters): {
  hash: string;
  iterations: number;
  byteCount: number;
} {
  const byteCount = number(parameters, 'byteCount', derivedBytesMax);
  const iterations = number(parameters, 'iterations', iterationsMax);
  const hash = hashOf(parameters);
  // Every block of the result takes all iterations.
  if (iterations * Math.ceil(byteCount / 20) > iterationsMax) {
    throw new CryptoRefusal('OperationError', `More than ${iterationsMax} iterations in all`);
  }
  return { hash, iterations, byteCount };
}

/** `options` are typed as those of the kind that has most; others have fewer. */
function generation(
  operation: string,
  parameters: Parameters,
): { kind: string; options: { modulusLength: number; publicExponent: number } } {
  const kind = text(parameters, 'kind');
  if (operation !== 'generate') throw new CryptoRefusal('NotSupportedError', 'not known');
  if (kind === 'rsa') {
    const modulusLength = number(parameters, 'modulusLength', modulusBitsMax);
    const publicExponent = number(parameters, 'publicExponent', 65_537);
    if (modulusLength < modulusBitsMin || !exponents.includes(publicExponent)) {
      throw new CryptoRefusal('OperationError', 'No such keys are made');
    }
    return { kind, options: { modulusLength, publicExponent } };
  }
  if (kind === 'ec') {
    const namedCurve = text(parameters, 'curve');
    if (!['P-256', 'P-384', 'P-521'].includes(namedCurve)) {
      throw new CryptoRefusal('NotSupportedError', 'The curve is not known');
    }
    return { kind, options: { namedCurve } as never };
  }
  if (!['ed25519', 'ed448', 'x25519', 'x448'].includes(kind)) {
    throw new CryptoRefusal('NotSupportedError', 'not known');
  }
  return { kind, options: {} as never };
}

function exportPair(pair: { publicKey: KeyObject; privateKey: KeyObject }): Uint8Array {
  return pairOf(derOf(pair.publicKey), derOf(pair.privateKey));
}
