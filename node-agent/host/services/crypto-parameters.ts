/** What a guest says of an operation, read as what it has to be. */

export type Parameters = Readonly<Record<string, unknown>>;

/** Becomes the DOMException of this name in the guest. */
export class CryptoRefusal extends Error {
  constructor(name: 'DataError' | 'NotSupportedError' | 'OperationError', message: string) {
    super(message);
    this.name = name;
  }
}

const hashes: Readonly<Record<string, string>> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** As OpenSSL names it. */
export function hashOf(parameters: Parameters): string {
  const name = text(parameters, 'hash');
  const hash = Object.hasOwn(hashes, name) ? hashes[name] : undefined;
  if (hash === undefined) throw new CryptoRefusal('NotSupportedError', 'The hash is not known');
  return hash;
}

export function text(parameters: Parameters, key: string): string {
  const value = parameters[key];
  if (typeof value !== 'string') throw new CryptoRefusal('OperationError', `No text: ${key}`);
  return value;
}

export function number(parameters: Parameters, key: string, max: number): number {
  const value = parameters[key];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new CryptoRefusal('OperationError', `No number: ${key}`);
  }
  if (value > max) throw new CryptoRefusal('OperationError', `More than ${max}: ${key}`);
  return value;
}
